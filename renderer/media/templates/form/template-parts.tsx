import { mustConnect } from '../../requests/form/draft.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { DateTimeField } from '../../../ui/date-time-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { Field, Line, Lines, Part, WordLine } from '../../requests/form/fields.tsx';
import { useFormText } from '../../requests/form/text.ts';
import { useTemplatesText } from '../text.ts';
import type { TemplateFormState } from './use-template-form.ts';

interface Props {
  readonly form: TemplateFormState;
}

type TextName = 'number' | 'name' | 'reading' | 'procedure' | 'maxDays';

function common(form: TemplateFormState, name: TextName) {
  const path = `content.${name}`;
  return {
    name: path,
    value: form.draft[name],
    onChange: (text: string) => form.edit({ [name]: text }),
    onBlur: () => form.leave(path),
    error: form.errorOf(path),
  } as const;
}

/** Number, name and reading. */
export function NamePart({ form }: Props) {
  const t = useTemplatesText();
  return (
    <Part title={t('form.partName')}>
      <Field path="content.number" width="third">
        <TextField
          {...common(form, 'number')}
          label={t('fact.number')}
          required
          maxLength={30}
          description={t('form.numberHint')}
        />
      </Field>
      <Field path="content.name" width="third">
        <TextField {...common(form, 'name')} label={t('fact.name')} required maxLength={100} />
      </Field>
      <Field path="content.reading" width="third">
        <TextField {...common(form, 'reading')} label={t('fact.reading')} required={false} maxLength={100} />
      </Field>
    </Part>
  );
}

/** What for, what is touched, where, where it goes. */
export function WorkPart({ form }: Props) {
  const t = useTemplatesText();
  const words = useFormText();
  const { request } = form;
  const { kind } = request.draft;
  return (
    <Part title={t('form.partWork')}>
      <Line form={request} name="purpose" label={words('field.purpose')} required />
      <WordLine form={request} name="asset" label={words('field.asset')} />
      <Field path="details.areaId">
        <Select
          label={words('field.areaId')}
          name="details.areaId"
          required
          value={request.draft.areaId}
          onChange={(areaId) => request.change({ areaId })}
          onBlur={() => request.leave('details.areaId')}
          options={request.areas.map(({ id, name }) => ({ id, label: name }))}
          error={request.errorOf('details.areaId')}
        />
      </Field>
      {kind === 'carry-in' ? null : (
        <WordLine form={request} name="destination" label={words('field.destination')} required />
      )}
      {kind === 'transfer' ? (
        <Line
          form={request}
          name="means"
          label={words('field.means')}
          required
          description={words('field.meansHint')}
        />
      ) : null}
      {kind === 'carry-in' ? <Connecting form={form} /> : null}
    </Part>
  );
}

/** Whether a maintenance computer is connected, and to what; what is looked at before is answered each time. */
function Connecting({ form: { request } }: Props) {
  const t = useTemplatesText();
  const words = useFormText();
  const must = mustConnect(request.draft);
  return (
    <>
      <Field path="details.connection" width="whole">
        <Checkbox
          isSelected={must || request.draft.connecting}
          isDisabled={must}
          onChange={(connecting) => request.change({ connecting })}
        >
          {t('form.connecting')}
        </Checkbox>
      </Field>
      {must || request.draft.connecting ? (
        <Line form={request} name="target" label={words('field.target')} required width="whole" />
      ) : null}
    </>
  );
}

/** How it is done each time, and how it is protected. */
export function RulesPart({ form }: Props) {
  const t = useTemplatesText();
  const words = useFormText();
  return (
    <Part title={t('form.partRules')}>
      <Field path="content.procedure" width="whole">
        <TextArea
          {...common(form, 'procedure')}
          label={t('fact.procedure')}
          required
          rows={4}
          maxLength={2000}
          description={`${t('form.procedureHint')}　${words('field.lines')}`}
        />
      </Field>
      <Lines
        form={form.request}
        name="protection"
        label={t('fact.protection')}
        required
        description={words('field.protectionHint')}
      />
    </Part>
  );
}

function When({
  form,
  name,
  label,
  precision = 'minute',
}: Props & {
  readonly name: 'validFrom' | 'validUntil' | 'reviewBy';
  readonly label: string;
  readonly precision?: 'minute' | 'day';
}) {
  const path = `content.${name}`;
  return (
    <Field path={path} width="third">
      <DateTimeField
        label={label}
        name={path}
        required
        precision={precision}
        value={form.draft[name]}
        onChange={(at) => form.edit({ [name]: at })}
        onBlur={() => form.leave(path)}
        error={form.errorOf(path)}
      />
    </Field>
  );
}

/** Until when the template is good, and how long a request made from it may last. */
export function TimesFields({ form }: Props) {
  const t = useTemplatesText();
  return (
    <>
      <Field path="content.maxDays" width="whole">
        <TextField
          {...common(form, 'maxDays')}
          label={t('form.maxDays')}
          required
          inputMode="numeric"
          maxLength={4}
          className="max-w-60"
        />
      </Field>
      <When form={form} name="validFrom" label={t('form.validFrom')} />
      <When form={form} name="validUntil" label={t('form.validUntil')} />
      <When form={form} name="reviewBy" label={t('fact.reviewBy')} precision="day" />
    </>
  );
}
