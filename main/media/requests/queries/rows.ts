import { RequestRule, type RequestRow, RuleReason } from '../../../../shared/media/requests/model.ts';
import { z } from '../../../../shared/kernel/zod.ts';
import { actorNames } from '../../../accounts/queries.ts';
import { areas } from '../../../entries/queries.ts';
import { seqOf } from '../../../trail/place.ts';
import { type ReadDb, rows } from '../../../vault/db.ts';
import { registeredMedium } from '../medium.ts';
import { COLUMNS, type RequestRecord } from '../projection/record.ts';

/** Every column of a request, to be selected from `media_request v`. */
export const ROW = COLUMNS.map((column) => `v.${column}`).join(', ');

const Reasons = z.array(RuleReason);

/** The rule as the views keep it. */
export function ruleOf({
  rule_by: by,
  rule_officers: officers,
  rule_reasons: reasons,
}: Pick<RequestRecord, 'rule_by' | 'rule_officers' | 'rule_reasons'>): RequestRule {
  return RequestRule.parse({ by, officers, reasons: Reasons.parse(JSON.parse(reasons)) });
}

/** Asks `find` once for each key. */
function once<K, V>(find: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? find(key);
    known.set(key, value);
    return value;
  };
}

/** Makes rows of lists: the names of areas, people and media of the register as they are now. */
export function rowMaker(db: ReadDb): (record: RequestRecord) => RequestRow {
  const areaNames = new Map(areas(db).map(({ id, name }) => [id, name]));
  const nameOf = actorNames(db);
  const medium = once((id: string) => registeredMedium(db, id));
  return (record) => {
    const registered = record.medium_id === null ? undefined : medium(record.medium_id);
    return {
      id: record.id,
      no: seqOf(record.no),
      kind: record.kind,
      state: record.state,
      whereabouts: record.whereabouts,
      rule: ruleOf(record),
      mediumName: record.medium_name ?? registered?.name ?? '',
      mediumKind: record.medium_kind ?? registered?.kind ?? 'other',
      mediumId: record.medium_id,
      purpose: record.purpose,
      bearer: record.bearer,
      organisation: record.organisation,
      areaName: areaNames.get(record.area) ?? '',
      confidentiality: record.confidentiality,
      from: record.from_at,
      until: record.until_at,
      due: record.due,
      requestedBy: nameOf(record.requester),
      requestedAt: record.requested_at,
      decideBy: record.decide_by,
      visitId: record.visit_id,
    };
  };
}

/** Rows of a list. `rest` is what follows the columns, from FROM on, with its values. */
export function requestRows(db: ReadDb, rest: string, ...values: readonly unknown[]): RequestRow[] {
  const found = rows<RequestRecord>(db, `SELECT ${ROW} ${rest}`, ...values);
  return found.length === 0 ? [] : found.map(rowMaker(db));
}
