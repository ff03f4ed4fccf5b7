import type { MediaEvent } from '../../../shared/media/events.ts';
import { checkNewDue } from '../../../shared/media/reminders/rules.ts';
import { checkDecision, REQUEST_MOVES } from '../../../shared/media/requests/rules.ts';
import { accountById } from '../../accounts/queries.ts';
import type { ReadDb } from '../../vault/db.ts';
import { requestFacts } from './queries.ts';

type Decision = Extract<
  MediaEvent,
  { readonly type: 'request.decided' | 'request.withdrawn' | 'request.putOff' }
>;

/**
 * Whether a decision on the chain could be one: by an officer in office, on the revision and digest of that very request as it stood, not
 * on what they asked for themselves, not twice by the same officer, in a state that waits for it (security.md, U1, U2, U12); a
 * withdrawal by an officer of what is in force; a due time put off by an officer who did not ask, to one that is later and was still to come. `db` holds the views as they were before the event; its signature is looked at
 * elsewhere.
 */
export function decisionStands(db: ReadDb, event: Decision): boolean {
  const { subject, actor } = event;
  const request = requestFacts(db, subject.slice(subject.indexOf(':') + 1));
  const officer = accountById(db, actor);
  if (request === undefined || officer?.state !== 'active' || !officer.roles.includes('officer'))
    return false;
  if (event.type === 'request.withdrawn') return 'to' in REQUEST_MOVES.withdraw[request.state];
  if (event.type === 'request.putOff') return checkNewDue(event.data, request, actor, event.at) === undefined;
  return event.data.revision === request.revision && checkDecision(event.data, request, actor) === undefined;
}
