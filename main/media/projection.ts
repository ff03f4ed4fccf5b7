import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import type { Projection, Steps } from '../projection.ts';
import { run } from '../vault/db.ts';
import { inspectionProjection } from './inspection/projection.ts';
import { quarantineProjection } from './quarantine/projection.ts';
import { registerProjection } from './register/projection.ts';
import { remindersProjection } from './reminders/projection.ts';
import { reportProjection } from './report/projection.ts';
import { requestsProjection } from './requests/projection.ts';
import { templatesProjection } from './templates/projection.ts';
import { mediaRetentionProjection } from './retention/projection.ts';

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

function* chained(all: readonly Steps[]): Steps {
  for (const steps of all) yield* steps;
}

const parts: readonly Projection[] = [
  policyProjection,
  registerProjection,
  templatesProjection,
  requestsProjection,
  inspectionProjection,
  reportProjection,
  quarantineProjection,
  remindersProjection,
  mediaRetentionProjection,
];

/** The views of the media ledger: those of its parts. */
export const mediaProjection: Projection = {
  tables: parts.flatMap(({ tables }) => tables),
  indexes: parts.flatMap(({ indexes }) => indexes),
  apply(db, placed, key) {
    let left: Steps[] | undefined;
    for (const part of parts) {
      const steps = part.apply(db, placed, key);
      if (steps !== undefined) (left ??= []).push(steps);
    }
    return left && chained(left);
  },
};
