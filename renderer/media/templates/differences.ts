import { CONNECTION_CHECKS, RequestDetails } from '../../../shared/media/requests/model.ts';
import type { TemplateContent } from '../../../shared/media/templates/model.ts';
import { differsIn, type FixedField } from '../../../shared/media/templates/rules.ts';
import { type Draft, detailsFrom } from '../requests/form/draft.ts';

/**
 * Where a form that may not be finished yet says something else than its template. What is new each time is made up, since it is not
 * looked at; undefined while something that has to stay the same is missing altogether.
 */
export function differencesOf(draft: Draft, content: TemplateContent): readonly FixedField[] | undefined {
  const details = detailsFrom(draft);
  const { connection } = details;
  const checks = Object.fromEntries(CONNECTION_CHECKS.map((check) => [check, 'yes']));
  const parsed = RequestDetails.safeParse({
    ...details,
    bearer: '-',
    organisation: '',
    contents: '-',
    workReference: '',
    note: '',
    from: 0,
    until: 1,
    returnDue: null,

    connection:
      connection === null
        ? null
        : {
            target: draft.target,
            checks,
            note: '',
          },
  });
  return parsed.success ? differsIn(parsed.data, content) : undefined;
}
