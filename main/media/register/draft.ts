import { type ReadDb, row, run, type WriteDb } from '../../vault/db.ts';

/** The stocktake that an account has begun and not recorded; null if there is none. Not part of the chain. */
export function stocktakeDraft(db: ReadDb, account: string): string | null {
  return (
    row<{ draft: string }>(db, 'SELECT draft FROM media_stocktake_draft WHERE account = ?', account)?.draft ??
    null
  );
}

/** Keeps a stocktake that is not recorded yet, or forgets it (null). */
export function keepStocktakeDraft(db: WriteDb, account: string, draft: string | null): void {
  if (draft === null) run(db, 'DELETE FROM media_stocktake_draft WHERE account = ?', account);
  else run(db, 'INSERT OR REPLACE INTO media_stocktake_draft (account, draft) VALUES (?, ?)', account, draft);
}
