import type { MediaEvent } from '../../../shared/media/events.ts';
import {
  decideSettleDifference,
  decideSettleFindings,
} from '../../../shared/media/inspection/rules/decide.ts';
import { accountById } from '../../accounts/queries.ts';
import type { ReadDb } from '../../vault/db.ts';
import { endQuarantine } from '../quarantine/commands.ts';
import { inspectedRequest } from './facts.ts';
import { differenceDigest } from './list.ts';
import { lookedAt } from './queries.ts';

type Settlement = Extract<
  MediaEvent,
  { readonly type: 'media.findingsSettled' | 'media.differenceSettled' | 'media.quarantineEnded' }
>;

/**
 * Whether what was settled on the chain could be: by an officer in office, who did not ask for the medium, on the very check or lists of that
 * request as they stood. `db` holds the views as they were before the event; its signature is looked at elsewhere.
 */
export function settlementStands(db: ReadDb, event: Settlement): boolean {
  const { subject, actor } = event;
  const requestId = subject.slice(subject.indexOf(':') + 1);
  const officer = accountById(db, actor);
  if (officer?.state !== 'active' || !officer.roles.includes('officer')) return false;
  if (event.type === 'media.quarantineEnded')
    return !('refusal' in endQuarantine(db, { requestId, ...event.data }, actor));
  const request = inspectedRequest(db, requestId);
  const { looked, comparison } = lookedAt(db, requestId);
  const { checks, decisions } = looked;
  if (event.type === 'media.findingsSettled')
    return !('refusal' in decideSettleFindings(event.data, { request, checks, decisions, officer: actor }));
  const before = comparison?.before ?? null;
  const digest = comparison === null ? '' : differenceDigest(before?.digest ?? null, comparison.after.digest);
  const { data } = event;
  if (data.before !== (before?.id ?? null) || data.digest !== digest) return false;
  return !(
    'refusal' in decideSettleDifference(data, { request, compared: comparison, digest, officer: actor })
  );
}
