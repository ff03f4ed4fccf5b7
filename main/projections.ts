import type { SuimonEvent } from '../shared/events.ts';
import type { PlacedEvent } from '../shared/kernel/event.ts';
import { accountsProjection } from './accounts/projection.ts';
import { entriesProjection } from './entries/projection.ts';
import { mediaProjection } from './media/projection.ts';
import type { Projection, Steps } from './projection.ts';
import { trailProjection } from './trail/projection.ts';
import { retentionProjection } from './trail/retention/projection.ts';
import { vaultProjection } from './vault/projection.ts';
import type { WriteDb } from './vault/db.ts';

/** The one list of projections, in the order in which they see each event. Appending, replay and import all use it. */
export const projections: readonly Projection[] = [
  trailProjection,
  retentionProjection,
  accountsProjection,
  vaultProjection,
  entriesProjection,
  mediaProjection,
];

/** Applies one event of a chain to the tables of every view. `key` is the entry's place. */
export function project(db: WriteDb, placed: PlacedEvent<SuimonEvent>, key: number): void {
  for (const projection of projections) {
    const steps = projection.apply(db, placed, key);
    if (steps !== undefined) for (const _ of steps);
  }
}

/** As {@link project}, a step at a time. */
export function* projectInSteps(db: WriteDb, placed: PlacedEvent<SuimonEvent>, key: number): Steps {
  for (const projection of projections) {
    const steps = projection.apply(db, placed, key);
    if (steps !== undefined) yield* steps;
  }
}
