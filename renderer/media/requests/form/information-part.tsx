import { Plus, X } from 'lucide-react';
import {
  CONFIDENTIALITY,
  type Confidentiality,
  RESTRICTIONS,
  type Restriction,
} from '../../../../shared/kernel/classification.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { ErrorText } from '../../../ui/field.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useText } from '../../text.ts';
import { confidentialityOf, inherited, type QuotedDraft } from './draft.ts';
import { Field, Lines, Part } from './fields.tsx';
import { useFormText } from './text.ts';
import type { RequestForm } from './use-request-form.ts';

interface Props {
  readonly form: RequestForm;
}

const LEVELS = ['1', '2', '3'] as const;
type Level = (typeof LEVELS)[number];
const levelOf = (one: Confidentiality | null): Level | null =>
  one === null ? null : (LEVELS.find((level) => level === String(one)) ?? null);
const numberOf = (level: Level): Confidentiality => CONFIDENTIALITY.find((one) => String(one) === level) ?? 1;

function withOne(all: readonly Restriction[], one: Restriction, on: boolean): Restriction[] {
  return RESTRICTIONS.filter((each) => (each === one ? on : all.includes(each)));
}

/** Tick boxes of the handling restrictions. Inherited ones stand ticked and cannot be taken away. */
function RestrictionBoxes({
  path,
  label,
  value,
  fixed = [],
  onChange,
}: {
  readonly path: string;
  readonly label: string;
  readonly value: readonly Restriction[];
  readonly fixed?: readonly Restriction[];
  readonly onChange: (restrictions: Restriction[]) => void;
}) {
  const t = useFormText();
  const words = useText();
  return (
    <Field path={path} width="whole">
      <fieldset>
        <legend className="mb-1 text-sm font-bold">{label}</legend>
        <div className="flex flex-wrap gap-x-5">
          {RESTRICTIONS.map((one) => (
            <Checkbox
              key={one}
              isSelected={value.includes(one) || fixed.includes(one)}
              isDisabled={fixed.includes(one)}
              onChange={(on) => onChange(withOne(value, one, on))}
              {...(fixed.includes(one) ? { description: t('inherited.restriction') } : {})}
            >
              {words(`restriction.${one}`)}
            </Checkbox>
          ))}
        </div>
      </fieldset>
    </Field>
  );
}

function QuotedFields({ form, quoted, at }: Props & { readonly quoted: QuotedDraft; readonly at: number }) {
  const t = useFormText();
  const words = useText();
  const n = at + 1;
  const path = `details.quoted.${at}`;
  const set = (part: Partial<QuotedDraft>): void =>
    form.change({
      quoted: form.draft.quoted.map((one, index) => (index === at ? { ...one, ...part } : one)),
    });
  return (
    <div className="col-span-full grid grid-cols-6 gap-x-3 gap-y-1 rounded-8 border border-line p-3">
      <div className="col-span-full flex items-end gap-2">
        <div data-field={`${path}.title`} className="min-w-0 flex-1">
          <TextField
            label={t('quoted.name', { n })}
            name={`${path}.title`}
            required
            value={quoted.title}
            onChange={(title) => set({ title })}
            onBlur={() => form.leave(`${path}.title`)}
            error={form.errorOf(`${path}.title`)}
          />
        </div>
        <IconButton
          icon={X}
          label={t('quoted.remove', { n })}
          onPress={() => form.change({ quoted: form.draft.quoted.filter((_, index) => index !== at) })}
        />
      </div>
      <Field path={`${path}.confidentiality`} width="whole">
        <RadioGroup
          label={t('quoted.confidentiality', { n })}
          name={`${path}.confidentiality`}
          required
          value={levelOf(quoted.confidentiality)}
          onChange={(level) => set({ confidentiality: numberOf(level) })}
          options={LEVELS.map((id) => ({ id, label: words(`confidentiality.${id}`) }))}
          error={form.errorOf(`${path}.confidentiality`)}
        />
      </Field>
      <RestrictionBoxes
        path={`${path}.restrictions`}
        label={t('quoted.restrictions', { n })}
        value={quoted.restrictions}
        onChange={(restrictions) => set({ restrictions })}
      />
    </div>
  );
}

function QuotedList({ form }: Props) {
  const t = useFormText();
  const { quoted } = form.draft;
  const tooMany = form.errorOf('details.quoted');
  return (
    <div role="group" aria-label={t('quoted.title')} className="col-span-full flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div>
          <p className="text-sm font-bold">{t('quoted.title')}</p>
          <p className="text-sm text-ink-soft">{t('quoted.about')}</p>
        </div>
        <Button
          size="sm"
          icon={Plus}
          isDisabled={quoted.length >= 20}
          onPress={() =>
            form.change({ quoted: [...quoted, { title: '', confidentiality: null, restrictions: [] }] })
          }
        >
          {t('quoted.add')}
        </Button>
      </div>
      {quoted.map((one, at) => (
        <QuotedFields key={at} form={form} quoted={one} at={at} />
      ))}
      {tooMany === undefined ? null : <ErrorText>{tooMany}</ErrorText>}
    </div>
  );
}

/** What is on it and how it is classified; what quoted documents bring along stands visibly in it. */
export function InformationPart({ form }: Props) {
  const t = useFormText();
  const { draft } = form;
  const { confidentiality, restrictions } = inherited(draft.quoted);
  const path = 'details.classification';
  const raised = confidentiality !== null && confidentiality > (draft.confidentiality ?? 0);
  return (
    <Part title={t('part.information')}>
      <Lines
        form={form}
        name="contents"
        label={t('field.contents')}
        required
        description={t('field.contentsHint')}
      />
      <QuotedList form={form} />
      <Field path={`${path}.confidentiality`} width="whole">
        <RadioGroup
          label={t('field.confidentiality')}
          name={`${path}.confidentiality`}
          required
          value={levelOf(confidentialityOf(draft))}
          onChange={(level) => form.change({ confidentiality: numberOf(level) })}
          options={LEVELS.map((id) => ({
            id,
            label: t(`confidentiality.${id}`),
            description: t(`confidentiality.${id}.about`),
          }))}
          error={form.errorOf(`${path}.confidentiality`)}
        />
        {raised ? (
          <p role="status" className="mt-1 rounded-6 bg-info-soft px-3 py-1 text-sm text-info">
            {t('inherited.confidentiality', { n: confidentiality })}
          </p>
        ) : null}
      </Field>
      <RestrictionBoxes
        path={`${path}.restrictions`}
        label={t('field.restrictions')}
        value={draft.restrictions}
        fixed={restrictions}
        onChange={(next) => form.change({ restrictions: next })}
      />
      <Field path={`${path}.integrity`} width="whole">
        <fieldset className="flex flex-wrap gap-x-5">
          <legend className="mb-1 text-sm font-bold">{t('field.protect')}</legend>
          {(['integrity', 'availability'] as const).map((one) => (
            <Checkbox key={one} isSelected={draft[one]} onChange={(on) => form.change({ [one]: on })}>
              {t(`field.${one}`)}
            </Checkbox>
          ))}
        </fieldset>
      </Field>
    </Part>
  );
}
