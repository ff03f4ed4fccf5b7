import type { Message } from '../api/bridge.ts';
import { queryClient } from '../api/queries.ts';

/** Why a session ended, as main says it. */
export type Ending = Message<'accounts', 'sessionEnded'>['why'];

const KEY = 'suimon.ended';
let ending = false;

/**
 * Drops everything this window knows of the ledger: the cache, then the whole page, which is loaded anew. Of where the person
 * was, only the ledger's name stays, never a record's.
 */
export function endSession(why?: Ending): void {
  if (ending) return;
  ending = true;
  queryClient.clear();
  if (why !== undefined) sessionStorage.setItem(KEY, why);
  const [, first = ''] = window.location.hash.split('/');
  window.history.replaceState(null, '', `#/${first}`);
  window.location.reload();
}

/** Why the session before this page ended. Told once. */
export function takeEnding(): string | null {
  const why = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return why;
}
