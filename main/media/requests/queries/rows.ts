import {
  RequestRule,
  type RequestRow,
  type RequestTemplate,
} from '../../../../shared/media/requests/model.ts';
import { actorNames } from '../../../accounts/queries.ts';
import { areas } from '../../../entries/queries.ts';
import { seqOf } from '../../../trail/place.ts';
import { type ReadDb, rows } from '../../../vault/db.ts';
import { registeredMedium } from '../medium.ts';
import { recordById as templateById } from '../../templates/record.ts';
import type { RequestRecord } from '../projection/record.ts';

/** The columns that a list's row is made of. */
const SHOWN = [
  'no',
  'id',
  'kind',
  'state',
  'whereabouts',
  'rule_by',
  'rule_officers',
  'rule_reasons',
  'medium_id',
  'medium_kind',
  'medium_name',
  'purpose',
  'bearer',
  'organisation',
  'area',
  'confidentiality',
  'from_at',
  'until_at',
  'due',
  'requester',
  'requested_at',
  'decide_by',
  'visit_id',
  'seal',
  'template',
  'template_version',
  'quarantined',
] as const;

/** A request as far as a list shows it. */
export type ShownRecord = Pick<RequestRecord, (typeof SHOWN)[number]>;

/** Those columns, to be selected from `media_request v`. */
export const ROW = SHOWN.map((column) => `v.${column}`).join(', ');

/** The rule as the views keep it. */
function ruleOf(by: string, officers: number, reasons: string): RequestRule {
  return RequestRule.parse({ by, officers, reasons: JSON.parse(reasons) });
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
export function rowMaker(db: ReadDb): (record: ShownRecord) => RequestRow {
  const areaNames = new Map(areas(db).map(({ id, name }) => [id, name]));
  const nameOf = actorNames(db);
  const medium = once((id: string) => registeredMedium(db, id));
  const called = once((id: string) => templateById(db, id));
  const template = ({ template: id, template_version: version }: ShownRecord): RequestTemplate | null => {
    if (id === null || version === null) return null;
    const { number = '', name = '' } = called(id) ?? {};
    return { id, version, number, name };
  };
  // There are few rules, and many requests.
  const rules = new Map<string, RequestRule>();
  const rule = ({
    rule_by: by,
    rule_officers: officers,
    rule_reasons: reasons,
  }: ShownRecord): RequestRule => {
    const key = `${by} ${officers} ${reasons}`;
    const known = rules.get(key) ?? ruleOf(by, officers, reasons);
    rules.set(key, known);
    return known;
  };
  return (record) => {
    const registered = record.medium_id === null ? undefined : medium(record.medium_id);
    return {
      id: record.id,
      no: seqOf(record.no),
      kind: record.kind,
      state: record.state,
      whereabouts: record.whereabouts,
      rule: rule(record),
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
      seal: record.seal,
      template: template(record),
      quarantined: record.quarantined === 1,
    };
  };
}

/** Rows of a list. `rest` is what follows the columns, from FROM on, with its values. */
export function requestRows(db: ReadDb, rest: string, ...values: readonly unknown[]): RequestRow[] {
  const found = rows<ShownRecord>(db, `SELECT ${ROW} ${rest}`, ...values);
  return found.length === 0 ? [] : found.map(rowMaker(db));
}
