import type { Instant } from '../../../shared/kernel/time.ts';
import { RequestRule } from '../../../shared/media/requests/model.ts';
import { actionOf, REQUEST_MOVES } from '../../../shared/media/requests/rules.ts';
import type { Projection } from '../../projection.ts';
import { rows, run, type WriteDb } from '../../vault/db.ts';
import { askedColumns, detailsOf, type Of, writeDetails } from './projection/asked.ts';
import { count, countBlock, noteOfficer, uncount } from './projection/counts.ts';
import { insertRecord, recordById, type RequestRecord, updateRecord } from './projection/record.ts';
import { changeWords, rememberWords } from './projection/words.ts';

/** The views of requests, decisions and movements. */
export const requestsProjection: Projection = {
  tables: [
    'media_request',
    'media_request_details',
    'media_decision',
    'media_request_officer',
    'media_request_count',
    'media_request_block',
    'media_request_word',
  ],
  indexes: [],
  apply(db, { event }, key) {
    const id = event.subject.slice(event.subject.indexOf(':') + 1);
    switch (event.type) {
      case 'request.submitted':
      case 'request.emergency':
        return begin(db, key, id, event);
      case 'request.resubmitted':
        return again(db, id, event);
      case 'request.retracted':
        return change(db, id, () => ({ state: 'retracted' }));
      case 'request.decided':
        return decide(db, key, id, event);
      case 'request.withdrawn':
        return withdraw(db, id, event);
      case 'request.carriedIn':
        return change(db, id, ({ bearer }) => ({
          whereabouts: 'inside',
          carried_at: event.data.at,
          visit_id: event.data.visitId,
          holder: bearer,
          seal: event.data.seal,
        }));
      case 'request.handedOver':
        return change(db, id, ({ seal }) => ({
          handed: 1,
          holder: event.data.to,
          seal: event.data.seal === '' ? seal : event.data.seal,
        }));
      case 'request.carriedOut':
        return change(db, id, () => ({
          whereabouts: 'outside',
          carried_at: event.data.at,
          holder: event.data.holder,
          seal: event.data.seal,
        }));
      case 'request.takenOut':
      case 'request.givenBack':
        return change(db, id, () => ({ whereabouts: 'done', ended_at: event.data.at, holder: '' }));
      case 'request.delivered':
        return change(db, id, () => ({
          whereabouts: 'done',
          ended_at: event.data.at,
          holder: event.data.to,
        }));
      case 'request.putOff':
        return change(db, id, () => ({ due: event.data.due }));
      case 'media.quarantined': {
        const { keeper } = event.data;
        return change(db, id, ({ whereabouts }) => ({
          quarantined: 1,
          ...(whereabouts === 'inside' ? { handed: 1, holder: keeper } : {}),
        }));
      }
      case 'media.quarantineEnded':
        return endQuarantine(db, id, event);
      case 'account.suspended':
      case 'account.closed':
        return voidApprovals(db, id);
      case 'account.rolesChanged':
        return event.data.roles.includes('officer') ? undefined : voidApprovals(db, id);
      default:
    }
  },
};

function begin(
  db: WriteDb,
  no: number,
  id: string,
  event: Of<'request.submitted' | 'request.emergency'>,
): void {
  const { details, rule } = event.data;
  const emergency = event.type === 'request.emergency' ? event.data : undefined;
  const request: RequestRecord = {
    no,
    id,
    requester: event.actor,
    requested_at: event.at,
    decide_by: emergency?.decideBy ?? null,
    state: emergency === undefined ? beginningOf(rule) : 'emergency',
    whereabouts: emergency === undefined ? 'not-yet' : 'inside',
    visit_id: emergency?.visitId ?? null,
    handed: 0,
    quarantined: 0,
    carried_at: emergency === undefined ? null : event.at,
    ended_at: null,
    holder: emergency === undefined ? '' : details.bearer,
    seal: emergency?.seal ?? '',
    ...askedColumns(event.data),
  };
  insertRecord(db, request);
  writeDetails(db, no, details, emergency);
  count(db, request);
  countBlock(db, no);
  rememberWords(db, details, event.at);
}

function beginningOf({ by }: RequestRule): 'submitted' | 'notified' {
  return by === 'permission' ? 'submitted' : 'notified';
}

/** What was decided on the revision before does not count any more (security.md, U2). */
function again(db: WriteDb, id: string, { data }: Of<'request.resubmitted'>): void {
  const before = recordById(db, id);
  if (before === undefined) return;
  const asked = detailsOf(db, before.no);
  run(db, 'UPDATE media_decision SET counts = 0 WHERE request = ?', before.no);
  put(db, before, { ...before, ...askedColumns(data), state: beginningOf(data.rule) });
  writeDetails(db, before.no, data.details, undefined);
  if (asked !== undefined) changeWords(db, asked, data.details);
}

function decide(db: WriteDb, place: number, id: string, { data, actor, at }: Of<'request.decided'>): void {
  const before = recordById(db, id);
  if (before === undefined) return;
  const { decision, conditions, reason, revision, digest } = data;
  const move =
    REQUEST_MOVES[actionOf(decision, { rule: ruleOf(before), approvers: approvers(db, before.no) })][
      before.state
    ];
  const state = 'to' in move ? move.to : before.state;
  uncount(db, before);
  run(
    db,
    `INSERT INTO media_decision (place, request, officer, at, decision, conditions, reason, revision, digest, counts)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
    place,
    before.no,
    actor,
    at,
    decision,
    conditions,
    reason,
    revision,
    digest,
  );
  noteOfficer(db, actor, before.no);
  const after = { ...before, state, ...(state === 'refused' ? dueAtOnce(before, at) : {}) };
  updateRecord(db, before, after);
  count(db, after);
}

function withdraw(db: WriteDb, id: string, { actor, at }: Of<'request.withdrawn'>): void {
  const before = recordById(db, id);
  if (before === undefined) return;
  const after: RequestRecord = { ...before, state: 'withdrawn', ...dueAtOnce(before, at) };
  uncount(db, before);
  noteOfficer(db, actor, before.no);
  updateRecord(db, before, after);
  count(db, after);
}

function ruleOf({ rule_by, rule_officers, rule_reasons }: RequestRecord): RequestRule {
  return RequestRule.parse({ by: rule_by, officers: rule_officers, reasons: JSON.parse(rule_reasons) });
}

function approvers(db: WriteDb, no: number): readonly string[] {
  return rows<{ officer: string }>(
    db,
    "SELECT officer FROM media_decision WHERE request = ? AND counts = 1 AND decision = 'approve' ORDER BY place",
    no,
  ).map(({ officer }) => officer);
}

/** What is inside or outside without a permission is due from that moment on. */
function dueAtOnce({ whereabouts, due }: RequestRecord, at: Instant): Partial<RequestRecord> {
  return whereabouts === 'inside' || whereabouts === 'outside' ? { due: Math.min(due, at) } : {};
}

/** The first approval of two is void once its officer is no longer in office (security.md, U2). */
function voidApprovals(db: WriteDb, officer: string): void {
  const waiting = rows<{ id: string; no: number }>(
    db,
    `SELECT r.id, r.no FROM media_request r WHERE r.state IN ('endorsed', 'emergency') AND EXISTS
       (SELECT 1 FROM media_decision d WHERE d.request = r.no AND d.officer = ? AND d.counts = 1 AND d.decision = 'approve')
     ORDER BY r.no`,
    officer,
  );
  for (const { id, no } of waiting) {
    run(
      db,
      "UPDATE media_decision SET counts = 0 WHERE request = ? AND officer = ? AND decision = 'approve'",
      no,
      officer,
    );
    change(db, id, ({ state }) => (state === 'endorsed' ? { state: 'submitted' } : {}));
  }
}

/** What was handed away or destroyed at the end of its quarantine is neither inside nor outside any more. */
function endQuarantine(db: WriteDb, id: string, { at, data }: Of<'media.quarantineEnded'>): void {
  const { ending } = data;
  change(db, id, ({ whereabouts }) => ({
    quarantined: 0,
    ...((ending.how === 'handed' || ending.how === 'destroyed') && whereabouts !== 'not-yet'
      ? { whereabouts: 'done', ended_at: at, holder: ending.how === 'handed' ? ending.to : '' }
      : {}),
  }));
}

function change(db: WriteDb, id: string, to: (before: RequestRecord) => Partial<RequestRecord>): void {
  const before = recordById(db, id);
  if (before !== undefined) put(db, before, { ...before, ...to(before) });
}

function put(db: WriteDb, before: RequestRecord, after: RequestRecord): void {
  uncount(db, before);
  updateRecord(db, before, after);
  count(db, after);
}
