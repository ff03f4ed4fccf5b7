import type { RequestFilter } from '../../../../shared/media/requests/contract.ts';
import type { RequestRow } from '../../../../shared/media/requests/model.ts';
import { type ReadDb, row, rows } from '../../../vault/db.ts';
import { BLOCK, type Dim, DIMS } from '../projection/counts.ts';
import { requestRows } from './rows.ts';

/** A condition that an index serves: newest first along it. */
interface Driver {
  readonly from: string;
  readonly where: string;
  readonly order: string;
  readonly values: readonly unknown[];
}

/** Something a filter asks for: as the driver of the walk, or as a further condition on it. */
interface Part {
  readonly dim: Dim | 'course';
  readonly value: string;
  readonly driver: Driver;
  readonly also: string;
  readonly values: readonly unknown[];
  /** How many requests there are of it. */
  readonly n: number;
}

const COLUMN_OF = {
  medium: 'medium_id',
  bearer: 'bearer',
  organisation: 'organisation',
  asset: 'asset',
  requester: 'requester',
  template: 'template',
} as const;

function counted(db: ReadDb, dim: Dim, value: string, { state, kind }: RequestFilter): number {
  const also = `${state === undefined ? '' : ' AND state = ?'}${kind === undefined ? '' : ' AND kind = ?'}`;
  return (
    row<{ n: number | null }>(
      db,
      `SELECT sum(n) AS n FROM media_request_count WHERE dim = ? AND value = ?${also}`,
      DIMS[dim],
      value,
      ...[state, kind].filter((one) => one !== undefined),
    )?.n ?? 0
  );
}

const ON = 'FROM media_request v';

function byColumn(db: ReadDb, dim: keyof typeof COLUMN_OF, value: string): Part {
  const column = COLUMN_OF[dim];
  return {
    dim,
    value,
    driver: { from: ON, where: `v.${column} = ?`, order: 'v.no DESC', values: [value] },
    also: `+v.${column} = ?`,
    values: [value],
    n: counted(db, dim, value, {}),
  };
}

function byOfficer(db: ReadDb, value: string): Part {
  return {
    dim: 'officer',
    value,
    driver: {
      from: 'FROM media_request_officer o CROSS JOIN media_request v ON v.no = o.request',
      where: 'o.officer = ?',
      order: 'o.request DESC',
      values: [value],
    },
    also: 'EXISTS (SELECT 1 FROM media_request_officer o WHERE o.officer = ? AND o.request = v.no)',
    values: [value],
    n: counted(db, 'officer', value, {}),
  };
}

/** State and kind, by the index of both or of one. */
function byCourse(db: ReadDb, { state, kind }: RequestFilter): Part | undefined {
  const columns = [
    ...(state === undefined ? [] : [['state', state] as const]),
    ...(kind === undefined ? [] : [['kind', kind] as const]),
  ];
  if (columns.length === 0) return undefined;
  const values = columns.map(([, value]) => value);
  const where = (plus: '' | '+') => columns.map(([column]) => `${plus}v.${column} = ?`).join(' AND ');
  return {
    dim: 'course',
    value: '',
    driver: { from: ON, where: where(''), order: 'v.no DESC', values },
    also: where('+'),
    values,
    n: counted(db, 'all', '', { state, kind }),
  };
}

function partsOf(db: ReadDb, filter: RequestFilter): readonly Part[] {
  const { mediumId, bearer = '', organisation = '', asset = '', requesterId, officerId, templateId } = filter;
  const course = byCourse(db, filter);
  return [
    ...(mediumId === undefined ? [] : [byColumn(db, 'medium', mediumId)]),
    ...(bearer === '' ? [] : [byColumn(db, 'bearer', bearer)]),
    ...(organisation === '' ? [] : [byColumn(db, 'organisation', organisation)]),
    ...(asset === '' ? [] : [byColumn(db, 'asset', asset)]),
    ...(requesterId === undefined ? [] : [byColumn(db, 'requester', requesterId)]),
    ...(templateId === undefined ? [] : [byColumn(db, 'template', templateId)]),
    ...(officerId === undefined ? [] : [byOfficer(db, officerId)]),
    ...(course === undefined ? [] : [course]),
  ];
}

/**
 * Requests that a filter lets through, newest first, a page at any position. The walk goes along the index of the condition that
 * fits fewest; without one, the counts say in which stretch of the chain the page begins. A line that is empty narrows nothing.
 */
export function requests(
  db: ReadDb,
  filter: RequestFilter,
  offset: number,
  limit: number,
): { readonly rows: readonly RequestRow[]; readonly total: number } {
  const parts = partsOf(db, filter);
  const [first, ...others] = parts.toSorted((one, other) => one.n - other.n);
  if (first === undefined) return { rows: anyAt(db, offset, limit), total: counted(db, 'all', '', {}) };
  const { from, where, order } = first.driver;
  const narrowed = [where, ...others.map(({ also }) => also)].join(' AND ');
  const values = [...first.driver.values, ...others.flatMap((part) => part.values)];
  const found = requestRows(
    db,
    `${from} WHERE ${narrowed} ORDER BY ${order} LIMIT ? OFFSET ?`,
    ...values,
    limit,
    offset,
  );
  return { rows: found, total: totalOf(db, filter, parts, `${from} WHERE ${narrowed}`, values) };
}

/** From the counts where they say it; otherwise by walking the condition that fits fewest. */
function totalOf(
  db: ReadDb,
  filter: RequestFilter,
  parts: readonly Part[],
  rest: string,
  values: readonly unknown[],
): number {
  const [only, further] = parts.filter(({ dim }) => dim !== 'course');
  if (further === undefined) {
    const { dim, value } = only ?? { dim: 'all', value: '' };
    return counted(db, dim === 'course' ? 'all' : dim, value, filter);
  }
  return row<{ n: number }>(db, `SELECT count(*) AS n ${rest}`, ...values)?.n ?? 0;
}

/** A page of all requests: whole stretches of the chain are passed over by their counts. */
function anyAt(db: ReadDb, offset: number, limit: number): RequestRow[] {
  let skip = offset;
  for (const { block, n } of rows<{ block: number; n: number }>(
    db,
    'SELECT block, n FROM media_request_block ORDER BY block DESC',
  )) {
    if (skip < n) {
      return requestRows(
        db,
        `${ON} WHERE v.no < ? ORDER BY v.no DESC LIMIT ? OFFSET ?`,
        (block + 1) * BLOCK,
        limit,
        skip,
      );
    }
    skip -= n;
  }
  return [];
}
