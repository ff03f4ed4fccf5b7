import { Select } from '../../../ui/select.tsx';
import { Field, Line, Lines, Part, TimeField, WordLine } from './fields.tsx';
import { useFormText } from './text.ts';
import type { RequestForm } from './use-request-form.ts';

interface Props {
  readonly form: RequestForm;
}

/** What an emergency has to say before anything else. */
export function EmergencyPart({ form }: Props) {
  const t = useFormText();
  return (
    <Part title={t('part.emergency')}>
      <Lines form={form} name="reason" label={t('field.reason')} required />
      <Line form={form} name="allowedBy" label={t('field.allowedBy')} required />
      <Line form={form} name="seal" label={t('field.seal')} />
    </Part>
  );
}

/** What for, what is touched, where. */
export function PurposePart({ form }: Props) {
  const t = useFormText();
  return (
    <Part title={t('part.purpose')}>
      <Line form={form} name="purpose" label={t('field.purpose')} required />
      <WordLine form={form} name="asset" label={t('field.asset')} />
      <Field path="details.areaId">
        <Select
          label={t('field.areaId')}
          name="details.areaId"
          required
          value={form.draft.areaId}
          onChange={(areaId) => form.change({ areaId })}
          onBlur={() => form.leave('details.areaId')}
          options={form.areas.map(({ id, name }) => ({ id, label: name }))}
          error={form.errorOf('details.areaId')}
        />
      </Field>
      <Line form={form} name="workReference" label={t('field.workReference')} />
    </Part>
  );
}

/** Who carries it, when, and where it goes. */
export function WhoPart({ form }: Props) {
  const t = useFormText();
  const { kind } = form.draft;
  return (
    <Part title={t('part.who')}>
      <WordLine form={form} name="bearer" label={t('field.bearer')} required />
      <WordLine form={form} name="organisation" label={t('field.organisation')} />
      <TimeField form={form} name="from" label={t('field.from')} required />
      <TimeField form={form} name="until" label={t('field.until')} required />
      {kind === 'carry-out' ? (
        <TimeField form={form} name="returnDue" label={t('field.returnDue')} required />
      ) : kind === 'carry-in' ? (
        <TimeField
          form={form}
          name="returnDue"
          label={t('field.leaveBy')}
          required={false}
          description={t('field.leaveByHint')}
        />
      ) : null}
      {kind === 'carry-in' ? null : (
        <WordLine form={form} name="destination" label={t('field.destination')} required />
      )}
      {kind === 'transfer' ? (
        <Line form={form} name="means" label={t('field.means')} required description={t('field.meansHint')} />
      ) : null}
    </Part>
  );
}

/** How it is protected, and whatever else there is to say. */
export function OtherPart({ form }: Props) {
  const t = useFormText();
  return (
    <Part title={t('part.other')}>
      <Lines
        form={form}
        name="protection"
        label={t('field.protection')}
        description={t('field.protectionHint')}
      />
      <Lines form={form} name="note" label={t('field.note')} />
    </Part>
  );
}
