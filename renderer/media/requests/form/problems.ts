import type { Refusal } from '../../../../shared/kernel/result.ts';
import type { Area } from '../../../../shared/entries/model.ts';
import type { Instant } from '../../../../shared/kernel/time.ts';
import { CONNECTION_CHECKS, RequestDetails } from '../../../../shared/media/requests/model.ts';
import { checkForm } from '../../../../shared/media/requests/rules.ts';
import {
  checkTemplate,
  type TemplateInUse,
  type TemplateUser,
} from '../../../../shared/media/templates/rules.ts';
import { connects, type Draft, detailsFrom, type TextFieldName } from './draft.ts';

/** What is wrong with one field, by its dot path in the command. */
export interface Problem extends Refusal {
  readonly field: string;
}

/** The dot path in the command of each field of text. */
export const PATHS: Readonly<Record<TextFieldName, string>> = {
  mediumName: 'details.medium.name',
  serial: 'details.medium.serial',
  owner: 'details.medium.owner',
  purpose: 'details.purpose',
  asset: 'details.asset',
  workReference: 'details.workReference',
  bearer: 'details.bearer',
  organisation: 'details.organisation',
  contents: 'details.contents',
  destination: 'details.destination',
  means: 'details.means',
  protection: 'details.protection',
  target: 'details.connection.target',
  connectionNote: 'details.connection.note',
  note: 'details.note',
  reason: 'reason',
  allowedBy: 'allowedBy',
  seal: 'seal',
};

/** The fields in the order of the form. */
const ORDER: readonly string[] = [
  'details.template',
  'reason',
  'allowedBy',
  'details.kind',
  'details.medium',
  'details.purpose',
  'details.asset',
  'details.workReference',
  'details.areaId',
  'details.bearer',
  'details.organisation',
  'details.from',
  'details.until',
  'details.returnDue',
  'details.destination',
  'details.means',
  'details.contents',
  'details.quoted',
  'details.classification',
  'details.protection',
  'details.connection',
  'details.note',
  'seal',
];
const placeOf = (field: string): number =>
  ORDER.findIndex((one) => field === one || field.startsWith(`${one}.`));

/** The codes of the contract that have words of their own; what else a schema says is that something is missing or malformed. */
const SAID: ReadonlySet<string> = new Set([
  'required',
  'too-long',
  'too-many',
  'unsafe-characters',
  'malformed',
]);

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (from, key) =>
      typeof from === 'object' && from !== null
        ? (from as Readonly<Record<PropertyKey, unknown>>)[key]
        : undefined,
    value,
  );
}

const blank = (text: string): boolean => text.trim() === '';
const required = (field: string): Problem => ({ field, code: 'required' });

/** A time that was typed and is none. */
function unread(draft: Draft): readonly Problem[] {
  return (['from', 'until', 'returnDue'] as const)
    .filter((name) => draft[name] === undefined && !(name === 'returnDue' && draft.kind === 'transfer'))
    .map((name) => ({ field: `details.${name}`, code: 'malformed' }));
}

/** What this kind of request asks for and is not there yet, said before the rules of main can be asked about the whole. */
function needed(draft: Draft): readonly Problem[] {
  const { kind } = draft;
  return [
    ...(draft.emergency && blank(draft.reason) ? [required('reason')] : []),
    ...(draft.emergency && blank(draft.allowedBy) ? [required('allowedBy')] : []),
    ...(kind !== 'carry-in' && blank(draft.destination) ? [required('details.destination')] : []),
    ...(kind === 'transfer' && blank(draft.means) ? [required('details.means')] : []),
    ...(kind === 'carry-out' && draft.returnDue === null ? [required('details.returnDue')] : []),
    ...(connects(draft)
      ? CONNECTION_CHECKS.filter((check) => draft.checks[check] === undefined).map((check) =>
          required(`details.connection.checks.${check}`),
        )
      : []),
  ];
}

/** The template that the form names, as it stands, and who hands it in. */
export interface FormTemplate {
  readonly template: TemplateInUse;
  readonly user: TemplateUser;
}

/** What main would refuse of a form that is complete, by the same rules; a medium of the register it looks up by itself. */
function ruledOut(
  details: RequestDetails,
  areas: readonly Area[],
  now: Instant,
  from: FormTemplate | undefined,
): readonly Problem[] {
  const area = areas.find(({ id }) => id === details.areaId);
  const { template: _, ...alone } = details;
  const refused = (
    (details.medium.from === 'register'
      ? undefined
      : checkForm(alone, { area, medium: undefined, quarantined: false }, now)) ??
    (from && checkTemplate(details, from.template, from.user, now))
  )?.refusal;
  return refused?.field === undefined ? [] : [{ ...refused, field: refused.field }];
}

/** Everything that is wrong with the form as it stands, in its order; one problem a field. */
export function problemsOf(
  draft: Draft,
  areas: readonly Area[],
  now: Instant,
  from?: FormTemplate,
): readonly Problem[] {
  const details = detailsFrom(draft);
  const parsed = RequestDetails.safeParse(details);
  const issues = (parsed.error?.issues ?? []).map(({ path, message }): Problem => {
    const given = at(details, path);
    const missing = given === null || given === undefined || given === '';
    return {
      field: ['details', ...path].join('.'),
      code: SAID.has(message) ? message : missing ? 'required' : 'malformed',
    };
  });
  const ruled = parsed.success ? ruledOut(parsed.data, areas, now, from) : [];
  const all = [...unread(draft), ...needed(draft), ...issues, ...ruled];
  return all
    .filter(({ field }, index) => all.findIndex((other) => other.field === field) === index)
    .toSorted((one, other) => placeOf(one.field) - placeOf(other.field));
}
