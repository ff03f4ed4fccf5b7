import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import type { Projection } from '../projection.ts';
import { run } from '../vault/db.ts';
import { inspectionProjection } from './inspection/projection.ts';

/** The policy for media. */
const policyProjection: Projection = {
  tables: ['media_policy'],
  indexes: [],
  apply(db, { event }) {
    if (event.type === 'media.policySet')
      run(
        db,
        'INSERT OR REPLACE INTO media_policy (one, policy) VALUES (1, ?)',
        canonicalJson(event.data.policy),
      );
  },
};

const PARTS: readonly Projection[] = [policyProjection, inspectionProjection];

/** The views of the media ledger: each part of the room has its own. */
export const mediaProjection: Projection = {
  tables: PARTS.flatMap(({ tables }) => tables),
  indexes: PARTS.flatMap(({ indexes }) => indexes),
  *apply(db, placed, key) {
    for (const part of PARTS) {
      const steps = part.apply(db, placed, key);
      if (steps !== undefined) yield* steps;
    }
  },
};
