import type { Instant } from '../../../shared/kernel/time.ts';
import {
  type Check,
  CheckRecord,
  type FindingsDecided,
  type Inspection,
  type InspectionGap,
  type Way,
} from '../../../shared/media/inspection/model.ts';
import { counts, findingsOf, goodUntil } from '../../../shared/media/inspection/rules/checks.ts';
import { closedFor, hasFiles, type InspectedRequest } from '../../../shared/media/inspection/rules/facts.ts';
import {
  checksGoodUntil,
  gapsOf,
  leftSince,
  type Looked,
} from '../../../shared/media/inspection/rules/gaps.ts';
import type { MediaPolicy } from '../../../shared/media/policy.ts';
import { actorNames } from '../../accounts/queries.ts';
import { seqOf } from '../../trail/place.ts';
import { signedAs } from '../../trail/signed-as.ts';
import { type ReadDb, row, rows } from '../../vault/db.ts';
import { quarantinesOf } from '../quarantine/queries.ts';
import { mediaPolicy } from '../queries.ts';
import { inspectedRequest } from './facts.ts';
import { leftAt } from './left-at.ts';
import { compared, listings } from './listings.ts';

interface StoredCheck {
  readonly place: number;
  readonly at: Instant;
  readonly actor: string;
  readonly origin: Check['origin'];
  readonly files: number | null;
  readonly more: number;
  readonly record: string;
}

/** The checks recorded under a request, in the order of the chain; which of them count is told by the rules. */
function checksOf(
  db: ReadDb,
  request: string,
  nameOf: (actor: string) => string,
): readonly Omit<Check, 'counts' | 'goodUntil' | 'leftSince'>[] {
  return rows<StoredCheck>(
    db,
    'SELECT place, at, actor, origin, files, more, record FROM media_check WHERE request = ? ORDER BY place',
    request,
  ).map(({ place, at, actor, origin, files, more, record }) => ({
    ...CheckRecord.parse(JSON.parse(record)),
    seq: seqOf(place),
    at,
    recordedBy: nameOf(actor),
    origin,
    files,
    more,
  }));
}

interface StoredDecision extends Pick<FindingsDecided, 'at' | 'way' | 'check' | 'decision' | 'reason'> {
  readonly place: number;
  readonly actor: string;
}

/** What officers decided on findings under a request, in the order of the chain. */
function decisionsOf(db: ReadDb, request: string): readonly (StoredDecision & { readonly seq: number })[] {
  return rows<StoredDecision>(
    db,
    `SELECT place, at, actor, way, check_seq AS "check", decision, reason FROM media_findings
     WHERE request = ? ORDER BY place`,
    request,
  ).map((stored) => ({ ...stored, seq: seqOf(stored.place) }));
}

function settlementHolds(db: ReadDb, request: string, shown: StoredDecision): boolean {
  const { place, actor, at, way, check, decision, reason } = shown;
  return signedAs(db, place, {
    type: 'media.findingsSettled',
    subject: `request:${request}`,
    actor,
    at,
    data: { way, check, decision, reason },
  });
}

/**
 * What was looked at under a request. In `looked`, what the rules judge by, stands what concerns the medium that the request is about now,
 * and of officers' decisions those whose signature holds.
 */
export function lookedAt(db: ReadDb, request: string) {
  const nameOf = actorNames(db);
  const checks = checksOf(db, request, nameOf);
  const held = quarantinesOf(db, request, nameOf);
  const decisions = [
    ...decisionsOf(db, request).map((decided) => ({
      ...decided,
      signatureHolds: settlementHolds(db, request, decided),
    })),
    ...held.decisions,
  ].toSorted((one, other) => one.place - other.place);
  const lists = listings(db, request, nameOf);
  const comparison = compared(db, request, nameOf);
  const differs =
    comparison !== null &&
    comparison.added + comparison.removed + comparison.changed > 0 &&
    comparison.settled?.signatureHolds !== true;
  const since = seqOf(
    row<{ since: number }>(db, 'SELECT since FROM media_inspected WHERE request = ?', request)?.since ?? 0,
  );
  const has = (way: Way): boolean => lists.some((list) => list.way === way && list.seq > since);
  const looked: Looked = {
    checks: checks.filter(({ seq }) => seq > since),
    decisions: decisions.filter(({ signatureHolds }) => signatureHolds),
    listed: { entry: has('entry'), exit: has('exit') },
    differs,
    leftAt: leftAt(db, request),
  };
  return { checks, decisions, quarantines: held.quarantines, lists, comparison, looked, nameOf };
}

/**
 * What is missing before the medium of a request may be moved at a time: `entry` before it comes in (or goes out under a carry-out or transfer), `exit`
 * before it leaves again (or when it comes back). Empty when nothing is missing, or there is no such request.
 */
export function inspectionGaps(
  db: ReadDb,
  requestId: string,
  way: Way,
  at: Instant,
): readonly InspectionGap[] {
  const request = inspectedRequest(db, requestId);
  return request === undefined
    ? []
    : gapsOf(way, request, lookedAt(db, requestId).looked, mediaPolicy(db), at);
}

/** All that was looked at under a request, and what that comes to now; undefined if there is no such request. */
export function inspection(db: ReadDb, requestId: string, now: Instant): Inspection | undefined {
  const request = inspectedRequest(db, requestId);
  return request && inspectionOf(db, request, mediaPolicy(db), now);
}

function inspectionOf(db: ReadDb, request: InspectedRequest, policy: MediaPolicy, now: Instant): Inspection {
  const { checks, decisions, quarantines, lists, comparison, looked, nameOf } = lookedAt(db, request.id);
  return {
    checks: checks.map((check) => ({
      ...check,
      counts: looked.checks.includes(check) && counts(check, looked.checks, looked.decisions, policy),
      goodUntil: goodUntil(check, policy),
      leftSince: leftSince(check, looked.leftAt),
    })),
    listings: lists,
    compared: comparison,
    findings: {
      entry: findingsOf('entry', looked.checks, looked.decisions),
      exit: findingsOf('exit', looked.checks, looked.decisions),
    },
    decisions: decisions.map((decided) => ({
      seq: decided.seq,
      at: decided.at,
      officerName: nameOf(decided.actor),
      way: decided.way,
      check: decided.check,
      decision: decided.decision,
      reason: decided.reason,
      signatureHolds: decided.signatureHolds,
    })),
    quarantines,
    closed: { entry: closedFor('entry', request), exit: closedFor('exit', request) },
    policy,
    listed: hasFiles(request.mediumKind),
    goodUntil: {
      entry: checksGoodUntil('entry', request, looked, policy, now),
      exit: checksGoodUntil('exit', request, looked, policy, now),
    },
    missing: {
      entry: gapsOf('entry', request, looked, policy, now),
      exit: gapsOf('exit', request, looked, policy, now),
    },
  };
}
