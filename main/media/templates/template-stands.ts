import type { MediaEvent } from '../../../shared/media/events.ts';
import { checkEnforce, TEMPLATE_MOVES } from '../../../shared/media/templates/rules.ts';
import { accountById } from '../../accounts/queries.ts';
import type { ReadDb } from '../../vault/db.ts';
import { templateFacts } from './facts.ts';

type Signed = Extract<MediaEvent, { readonly type: 'template.enforced' | 'template.retired' }>;

/**
 * Whether what an officer did with a template on the chain could be: by an officer in office, on the very version and content that
 * waited, none of which they wrote; a retirement of what is in force. `db` holds the views as they were before the event; its
 * signature is looked at elsewhere.
 */
export function templateStands(db: ReadDb, { type, subject, actor, data }: Signed): boolean {
  const template = templateFacts(db, subject.slice(subject.indexOf(':') + 1));
  const officer = accountById(db, actor);
  if (template === undefined || officer?.state !== 'active' || !officer.roles.includes('officer'))
    return false;
  if (type === 'template.enforced') return checkEnforce(data, template, actor) === undefined;
  return 'to' in TEMPLATE_MOVES.retire[template.state] && data.version === template.inForce;
}
