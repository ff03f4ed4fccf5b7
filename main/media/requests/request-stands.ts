import { canonicalJson } from '../../../shared/kernel/canonical-json.ts';
import type { MediaEvent } from '../../../shared/media/events.ts';
import { decideBy, ruleFor } from '../../../shared/media/requests/rules.ts';
import { checkTemplate } from '../../../shared/media/templates/rules.ts';
import { accountById } from '../../accounts/queries.ts';
import { areaById } from '../../entries/queries.ts';
import type { ReadDb } from '../../vault/db.ts';
import { mediaPolicy } from '../queries.ts';
import { templateInUse } from '../templates/facts.ts';

type Asked = Extract<
  MediaEvent,
  { readonly type: 'request.submitted' | 'request.resubmitted' | 'request.emergency' }
>;

/**
 * Whether what a request on the chain says of itself follows from what it asks: the rule (permission or notification, by how many
 * officers, why) by the area as it was then, and for an emergency the time to decide by the policy in force then. A program that
 * calls a confidential thing a notification is found so. What says that it is routine has to fit its template, as it was in force. `db` holds the views as they were before the event.
 */
export function requestStands(db: ReadDb, event: Asked): boolean {
  const { details, rule } = event.data;
  const derived = ruleFor(details, areaById(db, details.areaId));
  if (canonicalJson(rule) !== canonicalJson(derived)) return false;
  const { template } = details;
  const user = { id: event.actor, roles: accountById(db, event.actor)?.roles ?? [] };
  const inUse = template && templateInUse(db, template.id);
  if (checkTemplate(details, inUse, user, event.at) !== undefined) return false;
  return event.type !== 'request.emergency' || event.data.decideBy === decideBy(event.at, mediaPolicy(db));
}
