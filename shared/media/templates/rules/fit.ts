import type { Role } from '../../../accounts/model.ts';
import { canonicalJson } from '../../../kernel/canonical-json.ts';
import { DAY, type Instant } from '../../../kernel/time.ts';
import { firstRefusal, type Refused, refusal } from '../../refusals.ts';
import type { RequestDetails } from '../../requests/model.ts';
import { type TemplateContent, type TemplateState, type TemplateUsers, USER_ROLES } from '../model.ts';

/** A template as a request that names it knows it. */
export interface TemplateInUse {
  readonly number: string;
  readonly name: string;
  readonly state: TemplateState;
  /** The version in force and what it says; null if none is. */
  readonly inForce: { readonly version: number; readonly content: TemplateContent } | null;
}

/** Whoever hands a request in. */
export interface TemplateUser {
  readonly id: string;
  readonly roles: readonly Role[];
}

/**
 * Where a request has to say what its template says, in the order of the form. What may vary: the day, whoever carries it, the work
 * reference, the serial number of a described medium, what is on it this time (`contents`), the answers before a connection, the note.
 */
export const FIXED_FIELDS = [
  'kind',
  'medium',
  'purpose',
  'asset',
  'areaId',
  'destination',
  'means',
  'quoted',
  'classification',
  'protection',
  'connection',
] as const;
export type FixedField = (typeof FIXED_FIELDS)[number];

type Standing = Readonly<Record<FixedField, unknown>>;
type Medium = RequestDetails['medium'];

const withoutSerial = (medium: Medium): Medium =>
  medium.from === 'described' ? { ...medium, serial: '' } : medium;

function ofRequest(details: RequestDetails): Standing {
  const { kind, medium, purpose, asset, areaId, destination, means, quoted } = details;
  const { classification, protection, connection } = details;
  return {
    kind,
    purpose,
    asset,
    areaId,
    destination,
    means,
    quoted,
    classification,
    protection,
    medium: withoutSerial(medium),
    connection: connection && { target: connection.target },
  };
}

function ofTemplate({ form, protection }: TemplateContent): Standing {
  return { ...form, protection, medium: withoutSerial(form.medium) };
}

/** Where a request says something else than its template although it may not, in the order of the form. */
export function differsIn(details: RequestDetails, content: TemplateContent): readonly FixedField[] {
  const [has, should] = [ofRequest(details), ofTemplate(content)];
  return FIXED_FIELDS.filter((field) => canonicalJson(has[field]) !== canonicalJson(should[field]));
}

/** What may be another each time and is also in the template. */
export type VariedField = 'serial' | 'contents';

/** Where a request says something else than its template, and may. */
export function variesIn(details: RequestDetails, { form }: TemplateContent): readonly VariedField[] {
  const serial = (medium: Medium): string => (medium.from === 'described' ? medium.serial : '');
  return [
    ...(serial(details.medium) === serial(form.medium) ? [] : (['serial'] as const)),
    ...(details.contents === form.contents ? [] : (['contents'] as const)),
  ];
}

/** Whether a template is for somebody, who hands in requests at all. */
function mayUse(users: TemplateUsers, { id, roles }: TemplateUser): boolean {
  if (!USER_ROLES.some((role) => roles.includes(role))) return false;
  switch (users.who) {
    case 'all':
      return true;
    case 'roles':
      return users.roles.some((role) => roles.includes(role));
    case 'persons':
      return users.persons.includes(id);
  }
}

const field = 'details.template';
const called = ({ number, name }: TemplateInUse) => ({ template: `${number} ${name}` });

/** Refuses a template that cannot be used now by somebody. */
export function checkUse(
  template: TemplateInUse | undefined,
  user: TemplateUser,
  now: Instant,
): Refused | undefined {
  if (template === undefined) return refusal('template-missing', { field });
  const detail = called(template);
  if (template.state === 'retired') return refusal('template-retired', { field, detail });
  if (template.state === 'discarded') return refusal('template-discarded', { field, detail });
  if (template.inForce === null) return refusal('template-not-in-force', { field, detail });
  const { validFrom, validUntil, users } = template.inForce.content;
  return firstRefusal([
    now < validFrom ? refusal('template-not-yet', { field, detail }) : undefined,
    now > validUntil ? refusal('template-expired', { field, detail }) : undefined,
    mayUse(users, user) ? undefined : refusal('template-not-allowed', { field, detail }),
  ]);
}

/** The field of the form that a part of the content is typed in. */
function pathOf(part: FixedField, { medium }: RequestDetails): string {
  if (part === 'medium')
    return medium.from === 'register' ? 'details.medium.mediumId' : 'details.medium.name';
  return part === 'classification' ? 'details.classification.confidentiality' : `details.${part}`;
}

/**
 * Checks a request that names a template: the version named is in force, may be used by whoever hands in, is valid for the whole
 * period, the period is no longer than it allows, and what has to stay the same does. Nothing to check where none is named.
 */
export function checkTemplate(
  details: RequestDetails,
  template: TemplateInUse | undefined,
  user: TemplateUser,
  now: Instant,
): Refused | undefined {
  const { template: named, from, until } = details;
  if (named === undefined) return undefined;
  const refused = checkUse(template, user, now);
  const inForce = template?.inForce;
  if (refused !== undefined || template === undefined || inForce == null) return refused;
  const { content, version } = inForce;
  const detail = called(template);
  if (version !== named.version)
    return refusal('template-superseded', { field, detail: { ...detail, version, named: named.version } });
  const [differs] = differsIn(details, content);
  return firstRefusal([
    differs === undefined
      ? undefined
      : refusal('template-differs', { field: pathOf(differs, details), detail }),
    from < content.validFrom || until > content.validUntil
      ? refusal('template-outside-validity', { field: 'details.until', detail })
      : undefined,
    until - from > content.maxDays * DAY
      ? refusal('template-too-long', { field: 'details.until', detail: { ...detail, days: content.maxDays } })
      : undefined,
  ]);
}
