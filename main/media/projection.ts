import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import type { Projection } from '../projection.ts';
import { run } from '../vault/db.ts';
import { inspectionProjection } from './inspection/projection.ts';
import { quarantineProjection } from './quarantine/projection.ts';
import { registerProjection } from './register/projection.ts';
import { reportProjection } from './report/projection.ts';
import { requestsProjection } from './requests/projection.ts';
import { templatesProjection } from './templates/projection.ts';

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

const parts: readonly Projection[] = [
  policyProjection,
  registerProjection,
  templatesProjection,
  requestsProjection,
  inspectionProjection,
  reportProjection,
  quarantineProjection,
];

/** The views of the media ledger: those of its parts. */
export const mediaProjection: Projection = {
  tables: parts.flatMap(({ tables }) => tables),
  indexes: parts.flatMap(({ indexes }) => indexes),
  apply(db, placed, key) {
    for (const part of parts) {
      const steps = part.apply(db, placed, key);
      if (steps !== undefined) for (const _ of steps);
    }
  },
};
