import { CheckRecord } from '../../../shared/media/inspection/model.ts';
import {
  type Quarantine,
  QuarantineEnding,
  type QuarantineRow,
} from '../../../shared/media/quarantine/model.ts';
import { decisionOf } from '../../../shared/media/quarantine/rules.ts';
import { actorNames } from '../../accounts/queries.ts';
import { seqOf } from '../../trail/place.ts';
import { signedAs } from '../../trail/signed-as.ts';
import { type ReadDb, row, rows } from '../../vault/db.ts';
import { mediumById } from '../register/queries.ts';
import { recordById } from '../requests/projection/record.ts';
import { rowMaker } from '../requests/queries/rows.ts';

const SHOWN = 500;
const ENDED = 100;

interface Stored {
  readonly place: number;
  readonly request: string;
  readonly at: number;
  readonly actor: string;
  readonly way: Quarantine['way'];
  readonly checkSeq: number;
  readonly kept: string;
  readonly seal: string;
  readonly from: string;
  readonly keeper: string;
  readonly endPlace: number | null;
  readonly endAt: number | null;
  readonly endActor: string | null;
  readonly endCheck: number | null;
  readonly ending: string | null;
  readonly reason: string | null;
}

const SELECT = `SELECT place, request, at, actor, way, check_seq AS checkSeq, kept_at AS kept, seal, taken_from AS "from",
  keeper, end_place AS endPlace, end_at AS endAt, end_actor AS endActor, end_check AS endCheck, ending, reason FROM media_quarantine`;

type NameOf = (actor: string) => string;

function endOf(db: ReadDb, stored: Stored, nameOf: NameOf): Quarantine['ended'] {
  const { place, request, way, endPlace, endAt, endActor, endCheck, reason } = stored;
  if (endPlace === null || endAt === null || endActor === null || endCheck === null) return null;
  if (stored.ending === null || reason === null) return null;
  const ending = QuarantineEnding.parse(JSON.parse(stored.ending));
  return {
    seq: seqOf(endPlace),
    at: endAt,
    officerName: nameOf(endActor),
    ending,
    reason,
    signatureHolds: signedAs(db, endPlace, {
      type: 'media.quarantineEnded',
      subject: `request:${request}`,
      actor: endActor,
      at: endAt,
      data: { quarantine: seqOf(place), way, check: endCheck, ending, reason },
    }),
  };
}

function quarantineOf(db: ReadDb, stored: Stored, nameOf: NameOf): Quarantine {
  const { place, at, actor, way, kept, seal, from, keeper } = stored;
  return {
    seq: seqOf(place),
    at,
    putById: actor,
    putBy: nameOf(actor),
    way,
    place: kept,
    seal,
    from,
    keeper,
    ended: endOf(db, stored, nameOf),
  };
}

/**
 * The quarantines under a request in the order of the chain, and what their ends decided on the findings, as an officer's decision on them. The
 * signature of each end is looked at here.
 */
export function quarantinesOf(db: ReadDb, request: string, nameOf: NameOf) {
  const found = rows<Stored>(db, `${SELECT} WHERE request = ? ORDER BY place`, request);
  const all = found.map((stored) => quarantineOf(db, stored, nameOf));
  const decisions = found.flatMap(({ endPlace, endActor, endCheck, way }, index) => {
    const ended = all[index]?.ended ?? null;
    if (ended === null || endPlace === null || endActor === null || endCheck === null) return [];
    const { seq, at, ending, reason, signatureHolds } = ended;
    const decision = decisionOf(ending);
    return [
      { place: endPlace, actor: endActor, seq, at, way, check: endCheck, decision, reason, signatureHolds },
    ];
  });
  return { quarantines: all, decisions };
}

/** What is in quarantine now, what has been there longest first; or the last that are not any more, the latest end first. */
export function quarantines(db: ReadDb, ended: boolean): readonly QuarantineRow[] {
  const found = rows<Stored>(
    db,
    ended
      ? `${SELECT} WHERE end_place IS NOT NULL ORDER BY place DESC LIMIT ${ENDED}`
      : `${SELECT} WHERE end_place IS NULL ORDER BY place LIMIT ${SHOWN}`,
  );
  if (found.length === 0) return [];
  const nameOf = actorNames(db);
  const make = rowMaker(db);
  return found.flatMap((stored) => {
    const record = recordById(db, stored.request);
    if (record === undefined) return [];
    const { id, no, mediumName, bearer, organisation } = make(record);
    const about = { requestId: id, requestNo: no, mediumName, bearer, organisation };
    const lost = record.medium_id !== null && mediumById(db, record.medium_id)?.state === 'lost';
    return [{ ...quarantineOf(db, stored, nameOf), ...about, finding: findingOf(db, stored), lost }];
  });
}

function findingOf(db: ReadDb, { request, place, checkSeq }: Stored): string {
  const found = row<{ record: string }>(
    db,
    'SELECT record FROM media_check WHERE place = ? AND request = ?',
    place - seqOf(place) + checkSeq,
    request,
  );
  return found === undefined ? '' : (CheckRecord.parse(JSON.parse(found.record)).findings[0]?.name ?? '');
}

/** The ids of the register's media that are in quarantine now. */
export function registerHeld(db: ReadDb): ReadonlySet<string> {
  const found = rows<{ id: string }>(
    db,
    `SELECT medium ->> '$.mediumId' AS id FROM media_quarantine
     WHERE end_place IS NULL AND medium ->> '$.mediumId' IS NOT NULL`,
  );
  return new Set(found.map(({ id }) => id));
}
