import type { SuimonEvent } from '../shared/events.ts';
import type { PlacedEvent } from '../shared/kernel/event.ts';
import type { WriteDb } from './vault/db.ts';

/** Turns events into the tables of one feature's views. Depends on the event and those tables alone: no clock, no chance. */
export interface Projection {
  /** The tables it writes: emptied before a replay, compared after one. */
  readonly tables: readonly string[];
  /** Full-text tables it writes, compared by their terms. */
  readonly indexes: readonly string[];
  /** `key` is the place of the entry (see `trail/place.ts`), growing along each chain. */
  apply(db: WriteDb, placed: PlacedEvent<SuimonEvent>, key: number): void;
}
