import type { SuimonEvent } from '../../../shared/events.ts';
import type { Steps } from '../../projection.ts';
import { run, type WriteDb } from '../../vault/db.ts';
import { baseOf } from '../place.ts';
import { inPieces, portionsOf } from './pieces.ts';

/** Payloads between two breaths. */
const PORTION = 1000;

const ERASE = `DELETE FROM chain_payload WHERE place IN (SELECT p.place FROM ${inPieces('chain_payload', 'p', 'place')})`;

/**
 * Deletes the payloads that an event says are erased: what the views made of them is gone already, and the trigger lets go
 * only of those that the event's projection named. Nothing for any other event. `key` is the event's own place.
 */
export function* erasePayloads(db: WriteDb, event: SuimonEvent, key: number): Steps {
  if (event.type !== 'payloads.erased') return;
  run(db, 'INSERT INTO trail_residue (one) VALUES (1) ON CONFLICT DO NOTHING');
  for (const pieces of portionsOf(event.data.runs, baseOf(key), PORTION)) {
    run(db, ERASE, JSON.stringify(pieces));
    yield;
  }
}
