import { row, type WriteDb } from './db.ts';

/**
 * Brings everything committed into the main file and cuts the write-ahead log to nothing. Answers whether it could be done: a
 * snapshot that is being read (a verification) holds it. Never waits for one: who reads it does so on this very thread.
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
