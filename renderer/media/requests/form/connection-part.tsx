import { CONNECTION_CHECKS, type CheckAnswer } from '../../../../shared/media/requests/model.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { useRequestsText } from '../text.ts';
import { connects, mustConnect } from './draft.ts';
import { Field, Line, Lines, Part } from './fields.tsx';
import { useFormText } from './text.ts';
import type { RequestForm } from './use-request-form.ts';

const ANSWERS: readonly CheckAnswer[] = ['yes', 'no', 'not-applicable'];

/** What is looked at before a maintenance computer is connected (guideline 3.5 (20), table 3-6). */
export function ConnectionPart({ form }: { readonly form: RequestForm }) {
  const t = useFormText();
  const words = useRequestsText();
  const { draft } = form;
  if (draft.kind !== 'carry-in') return null;
  const must = mustConnect(draft);
  const explained = CONNECTION_CHECKS.some((check) => draft.checks[check] === 'no');
  return (
    <Part title={t('part.connection')}>
      <Field path="details.connection" width="whole">
        <Checkbox
          isSelected={must || draft.connecting}
          isDisabled={must}
          onChange={(connecting) => form.change({ connecting })}
          {...(must ? { description: t('connecting.must') } : {})}
        >
          {t('connecting.tick')}
        </Checkbox>
      </Field>
      {connects(draft) ? (
        <>
          <Line form={form} name="target" label={t('field.target')} required width="whole" />
          {CONNECTION_CHECKS.map((check) => {
            const path = `details.connection.checks.${check}`;
            return (
              <Field key={check} path={path} width="whole">
                <RadioGroup
                  label={words(`check.${check}`)}
                  name={path}
                  required
                  value={draft.checks[check] ?? null}
                  onChange={(answer) => form.change({ checks: { ...draft.checks, [check]: answer } })}
                  options={ANSWERS.map((id) => ({ id, label: words(`answer.${id}`) }))}
                  error={form.errorOf(path)}
                />
              </Field>
            );
          })}
          <Lines
            form={form}
            name="connectionNote"
            label={t('field.connectionNote')}
            required={explained}
            description={t('field.connectionNoteHint')}
          />
        </>
      ) : null}
    </Part>
  );
}
