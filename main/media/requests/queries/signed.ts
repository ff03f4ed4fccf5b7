import type { Instant } from '../../../../shared/kernel/time.ts';
import type { DecisionKind } from '../../../../shared/media/requests/model.ts';
import { signedAs } from '../../../trail/signed-as.ts';
import type { ReadDb } from '../../../vault/db.ts';

/** A decision as the views keep it. */
export interface StoredDecision {
  /** Of its entry on the chain. */
  readonly place: number;
  readonly at: Instant;
  readonly officer: string;
  readonly decision: DecisionKind;
  readonly conditions: string;
  readonly reason: string;
  readonly revision: number;
  readonly digest: string;
}

/** Whether the decision shown is the one that was signed, under the officer's key of that time. */
export function decisionHolds(db: ReadDb, requestId: string, shown: StoredDecision): boolean {
  const { place, officer, at, revision, digest, decision, conditions, reason } = shown;
  return signedAs(db, place, {
    type: 'request.decided',
    subject: `request:${requestId}`,
    actor: officer,
    at,
    data: { revision, digest, decision, conditions, reason },
  });
}
