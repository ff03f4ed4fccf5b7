import { Instant } from '../../../../shared/kernel/time.ts';
import type { TemplateUsers, TemplateVersion, UserRole } from '../../../../shared/media/templates/model.ts';
import { TemplateContent } from '../../../../shared/media/templates/model.ts';
import { connects, type Draft, detailsFrom, emptyDraft } from '../../requests/form/draft.ts';
import { standingPart } from '../from-template.ts';

type When = Instant | null | undefined;

/** What stands in the form of templates, finished or not. */
export interface TemplateDraft {
  /** What stays the same of a request, and the protection, as the form of requests has them. */
  readonly request: Draft;
  readonly number: string;
  readonly name: string;
  readonly reading: string;
  readonly procedure: string;
  /** As typed. */
  readonly maxDays: string;
  /** null: empty; undefined: what is typed is not a date. */
  readonly validFrom: When;
  readonly validUntil: When;
  readonly reviewBy: When;
  readonly who: TemplateUsers['who'];
  readonly roles: readonly UserRole[];
  readonly persons: readonly string[];
  /** Why it is changed. */
  readonly reason: string;
}

/** An empty form. */
export function emptyTemplate(): TemplateDraft {
  return {
    request: emptyDraft('transfer'),
    number: '',
    name: '',
    reading: '',
    procedure: '',
    maxDays: '',
    reason: '',
    validFrom: null,
    validUntil: null,
    reviewBy: null,

    who: 'all',
    roles: [],
    persons: [],
  };
}

/** The form filled as a version says, to be changed. */
export function draftOfVersion({ content, mediumName }: TemplateVersion): TemplateDraft {
  const { number, name, reading, procedure, maxDays, validFrom, validUntil, reviewBy, users } = content;
  return {
    request: {
      ...emptyDraft(),
      ...standingPart(content, mediumName),
    },
    number,
    name,
    reading,
    procedure,
    validFrom,
    validUntil,
    reviewBy,
    maxDays: String(maxDays),
    who: users.who,
    roles: users.who === 'roles' ? users.roles : [],
    persons: users.who === 'persons' ? users.persons : [],
    reason: '',
  };
}

/** A whole number as typed, in any width; out of every range if it is none. */
function numberIn(text: string): number {
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,4}$/u.test(plain) ? Number(plain) : -1;
}

function usersFrom({ who, roles, persons }: TemplateDraft): Readonly<Record<string, unknown>> {
  switch (who) {
    case 'all':
      return { who };
    case 'roles':
      return { who, roles };
    case 'persons':
      return { who, persons };
  }
}

/** The form as the content of a template; what is not filled in stands as null or empty for the contract to name it. */
export function contentFrom(draft: TemplateDraft): unknown {
  const { kind, medium, purpose, asset, areaId, contents, classification, quoted, destination, means } =
    detailsFrom(draft.request);
  const { number, name, reading, procedure, validFrom, validUntil, reviewBy } = draft;
  const { request } = draft;
  return {
    number,
    name,
    reading,
    procedure,
    validFrom,
    validUntil,
    reviewBy,
    form: {
      kind,
      medium,
      purpose,
      asset,
      areaId,
      contents,
      classification,
      quoted,
      destination,
      means,

      connection: connects(request) ? { target: request.target } : null,
    },
    protection: request.protection,
    maxDays: numberIn(draft.maxDays),
    users: usersFrom(draft),
  };
}

/** Reads the form; undefined while something is missing or malformed. */
export function readContent(draft: TemplateDraft): TemplateContent | undefined {
  return TemplateContent.safeParse(contentFrom(draft)).data;
}
