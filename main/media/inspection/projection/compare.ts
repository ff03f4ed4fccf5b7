import { row, run, type WriteDb } from '../../../vault/db.ts';

/** The list on the way in (null: none was taken) and the one on the way out. */
interface Two {
  readonly before: number | null;
  readonly after: number;
}

/**
 * Two files are the same if their contents are, or, of what has none that could be read by nature (a link, a device), if size and time
 * are. What could not be read may be anything: it differs.
 */
const SAME = `(a.sha256 IS NOT NULL AND a.sha256 = b.sha256) OR (a.problem IN ('link', 'special') AND a.problem = b.problem
  AND a.size = b.size AND a.modified = b.modified)`;

/** Both lists run in the order of their paths, so that each part is compared with the stretch of the other list that it covers. */
const REMOVED = `SELECT b.path, 'removed' AS kind, b.n AS before_n, NULL AS after_n
  FROM media_listed_file b INDEXED BY media_listed_file_path
  WHERE b.listing = @before AND b.path > @above AND b.path <= @upTo
    AND NOT EXISTS (SELECT 1 FROM media_listed_file a INDEXED BY media_listed_file_path
      WHERE a.listing = @after AND a.path = b.path)`;

/** The indexes are named: without statistics SQLite would look through the whole other list for each file. */
const DIFFERENT = `SELECT a.path, CASE WHEN b.n IS NULL THEN 'added' ELSE 'changed' END AS kind, b.n AS before_n, a.n AS after_n
  FROM media_listed_file a LEFT JOIN media_listed_file b INDEXED BY media_listed_file_path
    ON b.listing = @before AND b.path = a.path
  WHERE a.listing = @after AND a.n BETWEEN @first AND @last AND (b.n IS NULL OR NOT coalesce(${SAME}, 0))`;

function insert(found: string): string {
  return `INSERT INTO media_difference (listing, n, kind, before_n, after_n)
    SELECT @after, @count + row_number() OVER (ORDER BY path) - 1, kind, before_n, after_n FROM (${found})`;
}

function pathAt(db: WriteDb, listing: number, n: number): string {
  return (
    row<{ path: string }>(db, 'SELECT path FROM media_listed_file WHERE listing = ? AND n = ?', listing, n)
      ?.path ?? ''
  );
}

function countOf(db: WriteDb, after: number): number {
  return (
    row<{ n: number | null }>(db, 'SELECT max(n) + 1 AS n FROM media_difference WHERE listing = ?', after)
      ?.n ?? 0
  );
}

/** Notes what a part of the list on the way out adds, changes or lacks; `first` and `last` are its files' numbers. */
export function comparePart(
  db: WriteDb,
  { before, after, first, last }: Two & { readonly first: number; readonly last: number },
): void {
  const bounds = { above: first === 0 ? '' : pathAt(db, after, first - 1), upTo: pathAt(db, after, last) };
  const count = countOf(db, after);
  run(db, insert(`${DIFFERENT} UNION ALL ${REMOVED}`), { before, after, first, last, count, ...bounds });
}

/**
 * Notes what of the list on the way in lies behind the last file on the way out, and counts what differs. Nothing is known of
 * it where the list on the way in was erased.
 */
export function compareEnd(db: WriteDb, { before, after }: Two): void {
  const erased = row<{ erased: 0 | 1 }>(db, 'SELECT erased FROM media_listing WHERE no = ?', before)?.erased;
  if (erased === 1) {
    run(db, 'DELETE FROM media_difference WHERE listing = ?', after);
    return;
  }
  const above =
    row<{ path: string | null }>(
      db,
      'SELECT max(path) AS path FROM media_listed_file WHERE listing = ?',
      after,
    )?.path ?? '';
  const upTo =
    row<{ path: string | null }>(
      db,
      'SELECT max(path) AS path FROM media_listed_file WHERE listing = ?',
      before,
    )?.path ?? '';
  run(db, insert(REMOVED), { before, after, above, upTo, count: countOf(db, after) });
  run(
    db,
    `UPDATE media_listing SET
       added = (SELECT count(*) FROM media_difference WHERE listing = @after AND kind = 'added'),
       removed = (SELECT count(*) FROM media_difference WHERE listing = @after AND kind = 'removed'),
       changed = (SELECT count(*) FROM media_difference WHERE listing = @after AND kind = 'changed')
     WHERE no = @after`,
    { after },
  );
}
