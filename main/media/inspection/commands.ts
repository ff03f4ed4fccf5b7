import type { ParsedInputOf } from '../../../shared/kernel/contract.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { inspectionChannels } from '../../../shared/media/inspection/contract.ts';
import {
  decideCheck,
  decideSettleDifference,
  decideSettleFindings,
} from '../../../shared/media/inspection/rules/decide.ts';
import type { ReadDb } from '../../vault/db.ts';
import { mediaPolicy } from '../queries.ts';
import { inspectedRequest } from './facts.ts';
import { differenceDigest } from './list.ts';
import { lookedAt } from './queries.ts';

type Channels = typeof inspectionChannels;

/** Records a check that was made elsewhere, as somebody tells it. */
export function recordCheck(
  db: ReadDb,
  { requestId, check }: ParsedInputOf<Channels['recordCheck']>,
  now: Instant,
): ReturnType<typeof decideCheck> {
  const facts = { request: inspectedRequest(db, requestId), policy: mediaPolicy(db) };
  return decideCheck({ check, origin: 'elsewhere', files: null, more: 0 }, facts, now);
}

/** An officer's decision on what was found. */
export function settleFindings(
  db: ReadDb,
  { requestId, way, check, decision, reason }: Omit<ParsedInputOf<Channels['settleFindings']>, 'password'>,
  officer: string,
): ReturnType<typeof decideSettleFindings> {
  const { looked } = lookedAt(db, requestId);
  const { checks, decisions } = looked;
  const facts = { request: inspectedRequest(db, requestId), checks, decisions, officer };
  return decideSettleFindings({ way, check, decision, reason }, facts);
}

/** An officer lets a medium pass although its lists differ. */
export function settleDifference(
  db: ReadDb,
  { requestId, after, reason }: Omit<ParsedInputOf<Channels['settleDifference']>, 'password'>,
  officer: string,
): ReturnType<typeof decideSettleDifference> {
  const { comparison } = lookedAt(db, requestId);
  const digest =
    comparison === null ? '' : differenceDigest(comparison.before?.digest ?? null, comparison.after.digest);
  const facts = { request: inspectedRequest(db, requestId), compared: comparison, digest, officer };
  return decideSettleDifference({ after, reason }, facts);
}
