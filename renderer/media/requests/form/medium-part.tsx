import { ENCRYPTIONS, MEDIUM_KINDS } from '../../../../shared/media/register/model.ts';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { Select } from '../../../ui/select.tsx';
import { useText } from '../../text.ts';
import { Field, Line, Part } from './fields.tsx';
import { RegisterField } from './register-field.tsx';
import { useFormText } from './text.ts';
import type { RequestForm } from './use-request-form.ts';

const KINDS = ['carry-in', 'carry-out', 'transfer'] as const;

/** The kind of request, which comes first: it decides what else is asked. */
export function KindField({ form }: { readonly form: RequestForm }) {
  const t = useFormText();
  const path = 'details.kind';
  return (
    <Field path={path} width="whole">
      <RadioGroup
        label={t('field.kind')}
        name={path}
        required
        value={form.draft.kind}
        onChange={(kind) => form.change({ kind })}
        options={KINDS.map((id) => ({ id, label: t(`kind.${id}`) }))}
      />
    </Field>
  );
}

/** Somebody else's medium or machine, as it is described. */
function Described({ form }: { readonly form: RequestForm }) {
  const t = useFormText();
  const words = useText();
  const { draft } = form;
  return (
    <>
      <Field path="details.medium.kind" width="third">
        <Select
          label={t('field.mediumKind')}
          name="details.medium.kind"
          required
          value={draft.mediumKind}
          onChange={(mediumKind) => form.change({ mediumKind })}
          onBlur={() => form.leave('details.medium.kind')}
          options={MEDIUM_KINDS.map((id) => ({ id, label: words(`kind.${id}`) }))}
          error={form.errorOf('details.medium.kind')}
        />
      </Field>
      <Line form={form} name="mediumName" label={t('field.mediumName')} required width="third" />
      <Line form={form} name="serial" label={t('field.serial')} width="third" />
      <Line form={form} name="owner" label={t('field.owner')} required />
      <Field path="details.medium.encryption">
        <Select
          label={t('field.encryption')}
          name="details.medium.encryption"
          required
          value={draft.encryption}
          onChange={(encryption) => form.change({ encryption })}
          onBlur={() => form.leave('details.medium.encryption')}
          options={ENCRYPTIONS.map((id) => ({ id, label: words(`encryption.${id}`) }))}
          error={form.errorOf('details.medium.encryption')}
        />
      </Field>
    </>
  );
}

/** Which medium or machine: one of the register, or somebody else's. */
export function MediumPart({ form }: { readonly form: RequestForm }) {
  const t = useFormText();
  const { draft } = form;
  return (
    <Part title={t('part.medium')}>
      {draft.emergency ? null : <KindField form={form} />}
      <Field path="details.medium.from" width="whole">
        <RadioGroup
          label={t('field.source')}
          name="details.medium.from"
          value={draft.source}
          onChange={(source) => form.change({ source })}
          options={(['described', 'register'] as const).map((id) => ({ id, label: t(`source.${id}`) }))}
        />
      </Field>
      {draft.source === 'register' ? <RegisterField form={form} /> : <Described form={form} />}
    </Part>
  );
}
