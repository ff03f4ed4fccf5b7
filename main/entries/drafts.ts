import type { VisitKind } from '../../shared/entries/model.ts';
import { type ReadDb, row, rows, run, type WriteDb } from '../vault/db.ts';
import type { Span } from './queries/retention.ts';

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

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

/**
 * Forgets drafts that name somebody whose last records are about to be erased: all their closed visits are of this kind and
 * span. To be called before those go.
 */
export function forgetDraftsOf(db: WriteDb, kind: VisitKind, { from, until }: Span): void {
  for (const { account, draft } of rows<{ account: string; draft: string }>(
    db,
    'SELECT account, draft FROM entries_draft',
  )) {
    const named = row(
      db,
      `SELECT 1 FROM entries_visit v LEFT JOIN entries_known k ON k.person = v.person
       WHERE v.sort_at >= ? AND v.sort_at < ? AND v.kind = ? AND v.state NOT IN ('inside', 'unknown') AND v.badge_open = 0
         AND v.name IN (SELECT value FROM json_each(?))
       GROUP BY v.person HAVING count(*) = coalesce(k.visits, 0)
         + (SELECT count(*) FROM entries_recent r CROSS JOIN entries_visit w ON w.no = r.no WHERE w.person = v.person) LIMIT 1`,
      from,
      until,
      kind,
      JSON.stringify(texts(parsed(draft))),
    );
    if (named !== undefined) keepDraft(db, account, null);
  }
}

function parsed(draft: string): unknown {
  try {
    return JSON.parse(draft);
  } catch {
    return draft;
  }
}
