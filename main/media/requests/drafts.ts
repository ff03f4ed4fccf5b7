import type { RequestDraft } from '../../../shared/media/requests/contract.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { type ReadDb, row, rows, run, type WriteDb } from '../../vault/db.ts';

/** An account keeps so many drafts at most. */
export const DRAFTS_MAX = 50;

/** What stands unsent in the form of requests of an account, last saved first. Not part of the chain. */
export function draftsOf(db: ReadDb, account: string): RequestDraft[] {
  return rows(
    db,
    `SELECT id, title, saved_at AS savedAt, form FROM media_request_draft
     WHERE account = ? ORDER BY saved_at DESC, id DESC LIMIT ${DRAFTS_MAX}`,
    account,
  );
}

/** Whether an account may keep this draft: it has it already, or there is room for another. */
export function hasRoom(db: ReadDb, account: string, id: string): boolean {
  const found = row<{ n: number; own: number | null }>(
    db,
    'SELECT count(*) AS n, max(id = ?) AS own FROM media_request_draft WHERE account = ?',
    id,
    account,
  );
  return found === undefined || found.own === 1 || found.n < DRAFTS_MAX;
}

/** Keeps a draft, if there is room. */
export function keepDraft(
  db: WriteDb,
  account: string,
  { id, title, form }: Omit<RequestDraft, 'savedAt'>,
  now: Instant,
): void {
  if (!hasRoom(db, account, id)) return;
  run(
    db,
    'INSERT OR REPLACE INTO media_request_draft (account, id, title, saved_at, form) VALUES (?, ?, ?, ?, ?)',
    account,
    id,
    title,
    now,
    form,
  );
}

/** Forgets a draft. */
export function dropDraft(db: WriteDb, account: string, id: string): void {
  run(db, 'DELETE FROM media_request_draft WHERE account = ? AND id = ?', account, id);
}
