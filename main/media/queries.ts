import { FIRST_MEDIA_POLICY, MediaPolicy } from '../../shared/media/policy.ts';
import { type ReadDb, row } from '../vault/db.ts';

export { closedMedia, forgetDraftsBefore, mediaCount, oldestMedia, subjectOf } from './retention/queries.ts';

/** The policy for media in force. */
export function mediaPolicy(db: ReadDb): MediaPolicy {
  const found = row<{ policy: string }>(db, 'SELECT policy FROM media_policy WHERE one = 1');
  return found === undefined ? FIRST_MEDIA_POLICY : MediaPolicy.parse(JSON.parse(found.policy));
}
