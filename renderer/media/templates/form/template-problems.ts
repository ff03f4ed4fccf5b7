import type { Area } from '../../../../shared/entries/model.ts';
import type { Instant } from '../../../../shared/kernel/time.ts';
import { TemplateContent } from '../../../../shared/media/templates/model.ts';
import { checkContent } from '../../../../shared/media/templates/rules.ts';
import type { Problem } from '../../requests/form/problems.ts';
import { contentFrom, type TemplateDraft } from './template-draft.ts';

/** The codes of the contract that have words of their own; what else a schema says is that something is missing or malformed. */
const SAID: ReadonlySet<string> = new Set([
  'required',
  'too-long',
  'too-many',
  'unsafe-characters',
  'malformed',
  'template-days',
]);

/** The field of the form by its path in the command: what a request has too stands where the form of requests has it. */
export function fieldOf(path: string): string {
  if (path === 'content.protection') return 'details.protection';
  if (path.startsWith('content.users')) return 'content.users';
  return path.replace(/^content\.form\./u, 'details.');
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (from, key) =>
      typeof from === 'object' && from !== null
        ? (from as Readonly<Record<PropertyKey, unknown>>)[key]
        : undefined,
    value,
  );
}

/** Everything that is wrong with the form as it stands; one problem a field. A medium of the register main looks up by itself. */
export function templateProblems(
  draft: TemplateDraft,
  areas: readonly Area[],
  now: Instant,
  changes: boolean,
): readonly Problem[] {
  const typed = contentFrom(draft);
  const parsed = TemplateContent.safeParse(typed);
  const issues = (parsed.error?.issues ?? []).map(({ path, message }): Problem => {
    const given = at(typed, path);
    const missing = given === null || given === '';
    const field = fieldOf(['content', ...path].join('.'));
    return { field, code: SAID.has(message) ? message : missing ? 'required' : 'malformed' };
  });
  const { request, reason } = draft;
  const required = (when: boolean, field: string): readonly Problem[] =>
    when ? [{ field, code: 'required' }] : [];
  const needed = [
    ...required(request.kind !== 'carry-in' && request.destination.trim() === '', 'details.destination'),
    ...required(request.kind === 'transfer' && request.means.trim() === '', 'details.means'),
    ...required(draft.maxDays.trim() === '', 'content.maxDays'),
    ...required(changes && reason.trim() === '', 'reason'),
  ];
  const area = areas.find(({ id }) => id === request.areaId);
  const ruled =
    parsed.success && parsed.data.form.medium.from === 'described'
      ? checkContent(parsed.data, { area, medium: undefined, holder: undefined }, now)?.refusal
      : undefined;
  const all = [
    ...needed,
    ...issues,
    ...(ruled?.field === undefined ? [] : [{ ...ruled, field: fieldOf(ruled.field) }]),
  ];
  return all.filter(({ field }, index) => all.findIndex((other) => other.field === field) === index);
}
