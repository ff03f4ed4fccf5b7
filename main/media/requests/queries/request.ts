import type { StoryLine } from '../../../../shared/entries/model.ts';
import {
  type Decided,
  type DecisionKind,
  type Request,
  RequestDetails,
} from '../../../../shared/media/requests/model.ts';
import type { RequestFacts } from '../../../../shared/media/requests/rules.ts';
import { actorNames } from '../../../accounts/queries.ts';
import { seqOf } from '../../../trail/place.ts';
import { readEnvelope } from '../../../trail/read.ts';
import { type ReadDb, row, rows } from '../../../vault/db.ts';
import { lastReminders, putOffsOf } from '../../reminders/queries.ts';
import { digestOf } from '../digest.ts';
import { type RequestRecord, recordById } from '../projection/record.ts';
import { decisionHolds, type StoredDecision } from './signed.ts';
import { rowMaker } from './rows.ts';

interface StoredDetails {
  readonly details: string;
  readonly emergency_reason: string | null;
  readonly allowed_by: string | null;
}

function detailsOf(db: ReadDb, no: number): StoredDetails {
  const found = row<StoredDetails>(
    db,
    'SELECT details, emergency_reason, allowed_by FROM media_request_details WHERE no = ?',
    no,
  );
  if (found === undefined) throw new Error('media: a request without its details');
  return found;
}

function decisionsOf(db: ReadDb, { id, no }: RequestRecord, details: RequestDetails): readonly Decided[] {
  const nameOf = actorNames(db);
  const digest = digestOf(details);
  return rows<StoredDecision & { readonly counts: number }>(
    db,
    `SELECT place, officer, at, decision, conditions, reason, revision, digest, counts FROM media_decision
     WHERE request = ? ORDER BY place`,
    no,
  ).map((stored) => ({
    seq: seqOf(stored.place),
    at: stored.at,
    officerId: stored.officer,
    officerName: nameOf(stored.officer),
    decision: stored.decision,
    conditions: stored.conditions,
    reason: stored.reason,
    revision: stored.revision,
    counts: stored.counts === 1,
    // What counts has to be about what is shown; what does not count was about an earlier revision.
    signatureHolds: decisionHolds(db, id, stored) && (stored.counts === 0 || stored.digest === digest),
  }));
}

/** The whole of one request; undefined if there is none. The signature of each decision is verified here, every time. */
export function requestById(db: ReadDb, id: string): Request | undefined {
  const record = recordById(db, id);
  return record && whole(db, record);
}

function whole(db: ReadDb, record: RequestRecord): Request {
  const stored = detailsOf(db, record.no);
  const { emergency_reason: reason, allowed_by: allowedBy } = stored;
  const details = RequestDetails.parse(JSON.parse(stored.details));
  return {
    ...rowMaker(db)(record),
    details,
    revision: record.revision,
    digest: record.digest,
    requesterId: record.requester,
    decisions: decisionsOf(db, record, details),
    reminded: lastReminders(db, [record.id]).get(record.id) ?? null,
    putOffs: putOffsOf(db, record.id),
    carriedAt: record.carried_at,
    endedAt: record.ended_at,
    holder: record.holder,
    emergency: reason === null || allowedBy === null ? null : { reason, allowedBy },
  };
}

/** A request and its story as the chain tells it; undefined if there is none. */
export function requestWithStory(
  db: ReadDb,
  id: string,
): { readonly request: Request; readonly story: readonly StoryLine[] } | undefined {
  const request = requestById(db, id);
  if (request === undefined) return undefined;
  const nameOf = actorNames(db);
  const story = rows<{ place: number; bytes: Buffer }>(
    db,
    `SELECT s.place, p.bytes FROM trail_about s CROSS JOIN chain_payload p ON p.place = s.place
     WHERE s.subject = ? ORDER BY s.place LIMIT 500`,
    `request:${id}`,
  ).map(({ place, bytes }): StoryLine => {
    const { at, actor, type, data } = readEnvelope(bytes);
    return { seq: seqOf(place), at, actorName: nameOf(actor), type, data };
  });
  return { request, story };
}

/** A request as the rules know it; undefined if there is none. Reads no chain: a replay asks too. */
export function requestFacts(db: ReadDb, id: string): RequestFacts | undefined {
  const record = recordById(db, id);
  if (record === undefined) return undefined;
  const approvals = rows<{ officer: string; decision: DecisionKind }>(
    db,
    "SELECT officer FROM media_decision WHERE request = ? AND counts = 1 AND decision = 'approve' ORDER BY place",
    record.no,
  );
  const { digest, revision, requester, carried_at: carriedAt } = record;
  return {
    ...rowMaker(db)(record),
    digest,
    revision,
    requesterId: requester,
    carriedAt,
    approvers: approvals.map(({ officer }) => officer),
  };
}

/** The medium of the register that a request is about; null if it describes one; undefined if there is no such request. */
export function mediumOfRequest(db: ReadDb, id: string): string | null | undefined {
  const found = row<{ mediumId: string | null }>(
    db,
    'SELECT medium_id AS mediumId FROM media_request WHERE id = ?',
    id,
  );
  return found?.mediumId;
}
