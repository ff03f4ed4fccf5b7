import { row, type WriteDb } from '../../vault/db.ts';

/**
 * Empties the write-ahead log into the file and cuts it to nothing, so that nothing erased stands in it any longer. Answers
 * whether it could be done: a snapshot that is being read (a verification) holds it. Never waits for one.
 */
export function emptyWal(db: WriteDb): boolean {
  const timeout = row<{ timeout: number }>(db, 'PRAGMA busy_timeout')?.timeout ?? 0;
  db.exec('PRAGMA busy_timeout = 0');
  try {
    return row<{ busy: number }>(db, 'PRAGMA wal_checkpoint(TRUNCATE)')?.busy === 0;
  } finally {
    db.exec(`PRAGMA busy_timeout = ${timeout}`);
  }
}
