import type { Instant } from '../../../kernel/time.ts';
import { firstRefusal, type Refused, refusal } from '../../refusals.ts';
import { CONNECTION_CHECKS, type Connection, type RequestDetails } from '../../requests/model.ts';
import { checkForm, type FormFacts } from '../../requests/rules/form.ts';
import type { TemplateContent } from '../model.ts';

/** What a template names, as the ledgers know it; `holder`: whose number it has, another template's. */
export interface ContentFacts extends Pick<FormFacts, 'area' | 'medium'> {
  readonly holder: { readonly number: string; readonly name: string } | undefined;
}

/** A request as it would be begun from a template, with whatever a template leaves open made up. */
function example({ form, protection }: TemplateContent, now: Instant): RequestDetails {
  const { connection } = form;
  const until = now + 1;
  const yes = Object.fromEntries(CONNECTION_CHECKS.map((check) => [check, 'yes' as const]));
  return {
    ...form,
    workReference: '',
    bearer: '-',
    organisation: '',
    from: now,
    until,
    returnDue: form.kind === 'carry-out' ? until : null,
    protection,
    connection: connection && { ...connection, checks: yes as Connection['checks'], note: '' },
    note: '',
  };
}

/** A medium that is out now is at its place again some other time. */
function lasting({ area, medium }: ContentFacts): FormFacts {
  return {
    area,
    medium: medium && { ...medium, state: medium.state === 'out' ? 'kept' : medium.state },
    quarantined: false,
  };
}

/** The path of a field in the content of a template, by that in a request. */
function inContent(path: string | undefined): string {
  if (path === 'details.protection') return 'content.protection';
  return (path ?? 'content').replace(/^details\./u, 'content.form.');
}

/** Checks what a template says: its number is its own, its times follow each other, and what stays the same could be asked for at all. */
export function checkContent(
  content: TemplateContent,
  facts: ContentFacts,
  now: Instant,
): Refused | undefined {
  const { validFrom, validUntil, reviewBy } = content;
  const { holder } = facts;
  const asked = checkForm(example(content, now), lasting(facts), now);
  return firstRefusal([
    holder === undefined
      ? undefined
      : refusal('template-number-taken', { field: 'content.number', detail: { ...holder } }),
    asked && refusal(asked.refusal.code, { ...asked.refusal, field: inContent(asked.refusal.field) }),
    validUntil <= validFrom ? refusal('template-validity', { field: 'content.validUntil' }) : undefined,
    validUntil <= now ? refusal('template-over', { field: 'content.validUntil' }) : undefined,
    reviewBy > validUntil || reviewBy < validFrom
      ? refusal('template-review', { field: 'content.reviewBy' })
      : undefined,
  ]);
}
