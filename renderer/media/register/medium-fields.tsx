import { CONFIDENTIALITY, type Confidentiality } from '../../../shared/kernel/classification.ts';
import { ENCRYPTIONS, MEDIUM_KINDS, type MediumDetails } from '../../../shared/media/register/model.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { useText } from '../text.ts';
import { useRegisterText } from './text.ts';
import type { FieldState } from './use-fields.ts';
import { WordField } from './word-field.tsx';

const LEVELS = { 1: '1', 2: '2', 3: '3' } as const satisfies Record<Confidentiality, string>;

interface FieldsProps {
  readonly details: MediumDetails;
  readonly set: (part: Partial<MediumDetails>) => void;
  readonly field: (name: keyof MediumDetails) => FieldState;
}

/** The fields of the register, in the order in which a paper register has them. */
export function MediumFields({ details, set, field }: FieldsProps) {
  const t = useRegisterText();
  const words = useText();
  const text = (name: 'maker' | 'model' | 'serial' | 'capacity' | 'seal') => (
    <TextField
      {...field(name)}
      label={t(`field.${name}`)}
      required={false}
      value={details[name]}
      onChange={(value) => set({ [name]: value })}
    />
  );
  return (
    <>
      <div className="grid grid-cols-1 gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        <TextField
          {...field('number')}
          label={t('field.number')}
          required
          autoFocus
          description={t('field.number.hint')}
          value={details.number}
          onChange={(number) => set({ number })}
        />
        <Select
          {...field('kind')}
          label={t('field.kind')}
          required
          value={details.kind}
          onChange={(kind) => set({ kind })}
          options={MEDIUM_KINDS.map((id) => ({ id, label: words(`kind.${id}`) }))}
        />
        <TextField
          {...field('name')}
          label={t('field.name')}
          required
          value={details.name}
          onChange={(name) => set({ name })}
        />
        {text('maker')}
        {text('model')}
        {text('serial')}
        {text('capacity')}
        <Select
          {...field('encryption')}
          label={t('field.encryption')}
          required
          value={details.encryption}
          onChange={(encryption) => set({ encryption })}
          options={ENCRYPTIONS.map((id) => ({ id, label: words(`encryption.${id}`) }))}
        />
        {text('seal')}
        <WordField
          {...field('keeper')}
          of="keepers"
          label={t('field.keeper')}
          value={details.keeper}
          onChange={(keeper) => set({ keeper })}
        />
        <WordField
          {...field('place')}
          of="places"
          label={t('field.place')}
          value={details.place}
          onChange={(place) => set({ place })}
        />
      </div>
      <RadioGroup
        label={t('field.upTo')}
        value={LEVELS[details.upTo]}
        onChange={(id) =>
          set({ upTo: CONFIDENTIALITY.find((level) => LEVELS[level] === id) ?? details.upTo })
        }
        options={CONFIDENTIALITY.map((level) => ({
          id: LEVELS[level],
          label: t('upTo.value', { level: words(`confidentiality.${level}`) }),
        }))}
      />
      <TextArea
        {...field('note')}
        label={t('field.note')}
        required={false}
        rows={2}
        value={details.note}
        onChange={(note) => set({ note })}
      />
    </>
  );
}
