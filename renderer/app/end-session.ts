import type { Message } from '../api/bridge.ts';
import { queryClient } from '../api/queries.ts';

/** Why a session ended, as main says it. */
export type Ending = Message<'accounts', 'sessionEnded'>['why'];

const KEY = 'suimon.ended';

/** Main says why a session ended a moment after it has refused a call for want of one. */
const REASON_WAIT = 500;

let waiting: number | undefined;
let ended = false;

function leave(why: Ending | undefined): void {
  if (ended) return;
  ended = true;
  window.clearTimeout(waiting);
  if (why !== undefined) sessionStorage.setItem(KEY, why);
  const [, first = ''] = window.location.hash.split('/');
  window.history.replaceState(null, '', `#/${first}`);
  window.location.reload();
}

/**
 * Drops everything this window knows of the ledger: the cache, then the whole page, which is loaded anew. Of where the person
 * was, only the ledger's name stays, never a record's. Without a reason nothing is shown any more, and the reason is waited for a moment.
 */
export function endSession(why?: Ending): void {
  queryClient.clear();
  if (why !== undefined) leave(why);
  else if (waiting === undefined) {
    const root = document.getElementById('root');
    if (root !== null) root.hidden = true;
    waiting = window.setTimeout(() => leave(undefined), REASON_WAIT);
  }
}

/** Why the session before this page ended. Told once. */
export function takeEnding(): string | null {
  const why = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return why;
}
