import type { MediaEvent } from '../../../shared/media/events.ts';
import { checkDecision } from '../../../shared/media/requests/rules.ts';
import { accountById } from '../../accounts/queries.ts';
import type { ReadDb } from '../../vault/db.ts';
import { requestFacts } from './queries.ts';

/**
 * Whether a decision on the chain could be one: by an officer in office, on the revision and digest of that very request as it stood, not
 * on what they asked for themselves, not twice by the same officer, in a state that waits for it (security.md, U1, U2, U12).
 * `db` holds the views as they were before the event; its signature is looked at elsewhere.
 */
export function decisionStands(
  db: ReadDb,
  { subject, actor, data }: Extract<MediaEvent, { readonly type: 'request.decided' }>,
): boolean {
  const request = requestFacts(db, subject.slice(subject.indexOf(':') + 1));
  const officer = accountById(db, actor);
  return (
    request !== undefined &&
    officer?.state === 'active' &&
    officer.roles.includes('officer') &&
    data.revision === request.revision &&
    checkDecision(data, request, actor) === undefined
  );
}
