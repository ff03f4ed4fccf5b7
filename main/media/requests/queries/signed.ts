import type { DecisionKind } from '../../../../shared/media/requests/model.ts';
import { requestEvents } from '../../../../shared/media/requests/events.ts';
import { signatureAt } from '../../../trail/signature-at.ts';
import { type Envelope, readEnvelope } from '../../../trail/read.ts';
import { type ReadDb, row } from '../../../vault/db.ts';

/** A decision as the views keep it. */
export interface StoredDecision {
  /** Of its entry on the chain. */
  readonly place: number;
  readonly officer: string;
  readonly decision: DecisionKind;
  readonly conditions: string;
  readonly reason: string;
  readonly revision: number;
  readonly digest: string;
}

/**
 * Whether the decision shown is the one that was signed: the entry's signature holds under the officer's key of that time, and what
 * the entry says of request, officer, revision, digest, decision, conditions and reason is what is shown.
 */
export function decisionHolds(db: ReadDb, requestId: string, shown: StoredDecision): boolean {
  const entry = row<{ bytes: Buffer }>(db, 'SELECT bytes FROM chain_payload WHERE place = ?', shown.place);
  if (entry === undefined) return false;
  const event = readable(entry.bytes);
  if (event?.type !== 'request.decided' || event.subject !== `request:${requestId}`) return false;
  const data = requestEvents['request.decided'].data.safeParse(event.data).data;
  return (
    data !== undefined &&
    event.actor === shown.officer &&
    data.revision === shown.revision &&
    data.digest === shown.digest &&
    data.decision === shown.decision &&
    data.conditions === shown.conditions &&
    data.reason === shown.reason &&
    signatureAt(db, event, shown.place) === true
  );
}

function readable(bytes: Buffer): Envelope | undefined {
  try {
    return readEnvelope(bytes);
  } catch {
    return undefined;
  }
}
