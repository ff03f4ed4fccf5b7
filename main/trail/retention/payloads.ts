import type { SuimonEvent } from '../../../shared/events.ts';
import { decodeRuns } from '../../../shared/trail/retention/runs.ts';
import type { Steps } from '../../projection.ts';
import { run, type WriteDb } from '../../vault/db.ts';
import { baseOf } from '../place.ts';

/** Payloads between two breaths. */
const PORTION = 1000;

/**
 * Deletes the payloads that an event says are erased: what the views made of them is gone already, and the trigger lets go
 * only of those that the event's projection named. Nothing for any other event. `key` is the event's own place.
 */
export function* erasePayloads(db: WriteDb, event: SuimonEvent, key: number): Steps {
  if (event.type !== 'payloads.erased') return;
  const base = baseOf(key);
  run(db, 'INSERT INTO trail_residue (one) VALUES (1) ON CONFLICT DO NOTHING');
  let since = 0;
  for (const { first, last } of decodeRuns(event.data.runs)) {
    for (let from = base + first; from <= base + last; from += PORTION) {
      const until = Math.min(base + last, from + PORTION - 1);
      run(db, 'DELETE FROM chain_payload WHERE place BETWEEN ? AND ?', from, until);
      since += until - from + 1;
      if (since < PORTION) continue;
      since = 0;
      yield;
    }
  }
}
