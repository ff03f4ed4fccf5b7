import type { SuimonEvent } from '../shared/events.ts';
import type { PlacedEvent } from '../shared/kernel/event.ts';
import type { WriteDb } from './vault/db.ts';

/** Work in steps, so that whoever runs it can breathe between them. Has to be run to its end. */
export type Steps = Generator<void, void>;

/** Turns events into the tables of one feature's views. Depends on the event and those tables alone: no clock, no chance. */
export interface Projection {
  /** The tables it writes: emptied before a replay, compared after one. */
  readonly tables: readonly string[];
  /** Full-text tables it writes, compared by their terms. */
  readonly indexes: readonly string[];
  /**
   * `key` is the place of the entry (see `trail/place.ts`), growing along each chain. What takes long (an erasure) is answered
   * in steps, to be run to their end before anything else is written.
   */
  apply(db: WriteDb, placed: PlacedEvent<SuimonEvent>, key: number): Steps | void;
}
