import type { Confidentiality } from '../../../../shared/kernel/classification.ts';
import type { Instant } from '../../../../shared/kernel/time.ts';
import type { MediumKind } from '../../../../shared/media/register/model.ts';
import type {
  RequestKind,
  RequestRule,
  RequestState,
  Whereabouts,
} from '../../../../shared/media/requests/model.ts';
import { type ReadDb, row, run, type WriteDb } from '../../../vault/db.ts';

/** A row of `media_request`. A medium of the register has an id and no name or kind: the register says those. */
export interface RequestRecord {
  readonly no: number;
  readonly id: string;
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly whereabouts: Whereabouts;
  readonly revision: number;
  readonly digest: string;
  readonly rule_by: RequestRule['by'];
  readonly rule_officers: RequestRule['officers'];
  readonly rule_reasons: string;
  readonly medium_id: string | null;
  readonly medium_kind: MediumKind | null;
  readonly medium_name: string | null;
  readonly purpose: string;
  readonly bearer: string;
  readonly organisation: string;
  readonly asset: string;
  readonly area: string;
  readonly confidentiality: Confidentiality;
  readonly from_at: Instant;
  readonly until_at: Instant;
  readonly due: Instant;
  readonly requester: string;
  readonly requested_at: Instant;
  readonly decide_by: Instant | null;
  readonly visit_id: string | null;
  /** Left with somebody of the utility: its visitor may leave without it. */
  readonly handed: 0 | 1;
  readonly quarantined: 0 | 1;
  readonly carried_at: Instant | null;
  readonly ended_at: Instant | null;
  readonly holder: string;
  /** As it was last recorded at the door while it was carried; empty if never. */
  readonly seal: string;
  readonly template: string | null;
  readonly template_version: number | null;
}

/** Columns that change as a request goes on; the others when it is handed in again alone. */
const COURSE = [
  'state',
  'whereabouts',
  'due',
  'visit_id',
  'handed',
  'quarantined',
  'carried_at',
  'ended_at',
  'holder',
  'seal',
] as const;
const ASKED = [
  'kind',
  'revision',
  'digest',
  'rule_by',
  'rule_officers',
  'rule_reasons',
  'medium_id',
  'medium_kind',
  'medium_name',
  'purpose',
  'bearer',
  'organisation',
  'asset',
  'area',
  'confidentiality',
  'from_at',
  'until_at',
  'template',
  'template_version',
] as const;
const COLUMNS = ['no', 'id', 'requester', 'requested_at', 'decide_by', ...COURSE, ...ASKED] as const;

const INSERT = `INSERT INTO media_request (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`;
const set = (columns: readonly string[]): string => columns.map((column) => `${column} = ?`).join(', ');
const UPDATE_COURSE = `UPDATE media_request SET ${set(COURSE)} WHERE no = ?`;
const UPDATE_ALL = `UPDATE media_request SET ${set([...COURSE, ...ASKED])} WHERE no = ?`;

/** The request with this id; undefined if the chain holds no beginning of it. */
export function recordById(db: ReadDb, id: string): RequestRecord | undefined {
  return row<RequestRecord>(db, `SELECT ${COLUMNS.join(', ')} FROM media_request WHERE id = ?`, id);
}

export function insertRecord(db: WriteDb, request: RequestRecord): void {
  run(db, INSERT, ...COLUMNS.map((column) => request[column]));
}

/** Writes a request's new state, touching only the indexes it has to. */
export function updateRecord(db: WriteDb, before: RequestRecord, after: RequestRecord): void {
  if (ASKED.every((column) => before[column] === after[column]))
    run(db, UPDATE_COURSE, ...COURSE.map((column) => after[column]), after.no);
  else run(db, UPDATE_ALL, ...[...COURSE, ...ASKED].map((column) => after[column]), after.no);
}
