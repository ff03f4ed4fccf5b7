import { type ReadDb, rows, run, type WriteDb } from '../../../vault/db.ts';
import type { RequestRecord } from './record.ts';

/** By what requests are counted; `all` has the empty value. */
export const DIMS = {
  all: 0,
  medium: 1,
  bearer: 2,
  organisation: 3,
  asset: 4,
  requester: 5,
  officer: 6,
  template: 7,
} as const;
export type Dim = keyof typeof DIMS;

/** So many entries of the chain make a block. */
export const BLOCK = 1024;

function officersOf(db: ReadDb, no: number): readonly string[] {
  return rows<{ officer: string }>(
    db,
    'SELECT officer FROM media_request_officer WHERE request = ? ORDER BY officer',
    no,
  ).map(({ officer }) => officer);
}

function values(db: ReadDb, request: RequestRecord): readonly (readonly [Dim, string])[] {
  return [
    ['all', ''],
    ...(request.medium_id === null ? [] : [['medium', request.medium_id] as const]),
    ['bearer', request.bearer],
    ['organisation', request.organisation],
    ['asset', request.asset],
    ['requester', request.requester],
    ...(request.template === null ? [] : [['template', request.template] as const]),
    ...officersOf(db, request.no).map((officer) => ['officer', officer] as const),
  ];
}

/** Counts a request, by everything it is looked for. */
export function count(db: WriteDb, request: RequestRecord): void {
  for (const [dim, value] of values(db, request)) {
    run(
      db,
      `INSERT INTO media_request_count (dim, value, kind, state, n) VALUES (?, ?, ?, ?, 1)
       ON CONFLICT (dim, value, kind, state) DO UPDATE SET n = n + 1`,
      DIMS[dim],
      value,
      request.kind,
      request.state,
    );
  }
}

/** Takes a request out of the counts; what comes to nothing leaves no row. */
export function uncount(db: WriteDb, request: RequestRecord): void {
  for (const [dim, value] of values(db, request)) {
    const key = [DIMS[dim], value, request.kind, request.state];
    const where = 'dim = ? AND value = ? AND kind = ? AND state = ?';
    run(db, `DELETE FROM media_request_count WHERE ${where} AND n = 1`, ...key);
    run(db, `UPDATE media_request_count SET n = n - 1 WHERE ${where} AND n > 1`, ...key);
  }
}

/** Notes that an officer decided on a request, or withdrew it. To be called while it is not counted. */
export function noteOfficer(db: WriteDb, officer: string, no: number): void {
  run(db, 'INSERT OR IGNORE INTO media_request_officer (officer, request) VALUES (?, ?)', officer, no);
}

/** Counts a new request among those of its stretch of the chain. */
export function countBlock(db: WriteDb, no: number): void {
  run(
    db,
    `INSERT INTO media_request_block (block, n) VALUES (?, 1) ON CONFLICT (block) DO UPDATE SET n = n + 1`,
    Math.floor(no / BLOCK),
  );
}

/** Takes a request out of its stretch of the chain. */
export function uncountBlock(db: WriteDb, no: number): void {
  const block = Math.floor(no / BLOCK);
  run(db, 'UPDATE media_request_block SET n = n - 1 WHERE block = ?', block);
  run(db, 'DELETE FROM media_request_block WHERE block = ? AND n = 0', block);
}
