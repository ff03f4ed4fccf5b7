import { type ReadDb, row, run, type WriteDb } from '../vault/db.ts';

/** What stands unsent in the door's form of an account; null if nothing does. Not part of the chain. */
export function draftOf(db: ReadDb, account: string): string | null {
  return (
    row<{ draft: string }>(db, 'SELECT draft FROM entries_draft WHERE account = ?', account)?.draft ?? null
  );
}

/** Keeps a draft, or forgets it (null). */
export function keepDraft(db: WriteDb, account: string, draft: string | null): void {
  if (draft === null) run(db, 'DELETE FROM entries_draft WHERE account = ?', account);
  else run(db, 'INSERT OR REPLACE INTO entries_draft (account, draft) VALUES (?, ?)', account, draft);
}
