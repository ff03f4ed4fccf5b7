import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import type { Projection } from '../projection.ts';
import { run } from '../vault/db.ts';

/** The views of the media ledger. */
export const mediaProjection: Projection = {
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
