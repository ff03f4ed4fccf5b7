import { useState } from 'react';
import { CONFIDENTIALITY } from '../../../shared/kernel/classification.ts';
import type { ListMapping, ListPreview } from '../../../shared/media/lists/model.ts';
import { ENCRYPTIONS, MEDIUM_KINDS, type MediumKind } from '../../../shared/media/register/model.ts';
import { Section } from '../../ui/list-detail.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useText } from '../text.ts';
import { useFieldName } from './field-name.ts';
import { useListText } from './text.ts';

interface Props {
  readonly preview: ListPreview;
  readonly mapping: ListMapping;
  readonly onChange: (changes: Partial<ListMapping>) => void;
}

const NONE = '-';

/** What new media have where their list does not say. */
export function Given({ mapping, onChange }: Omit<Props, 'preview'>) {
  const t = useListText();
  const words = useText();
  const nameOf = useFieldName();
  const { given } = mapping;
  const set = (part: Partial<ListMapping['given']>): void => onChange({ given: { ...given, ...part } });
  const none = { id: NONE, label: t('in.given.none') };
  return (
    <Section title={t('in.given')}>
      <p className="mb-3 text-sm text-ink-soft">{t('in.given.text')}</p>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-x-4 gap-y-3">
        <Select
          label={nameOf('kind')}
          value={given.kind ?? NONE}
          options={[none, ...MEDIUM_KINDS.map((id) => ({ id, label: words(`kind.${id}`) }))]}
          onChange={(id) => set({ kind: MEDIUM_KINDS.find((kind) => kind === id) ?? null })}
        />
        <Select
          label={nameOf('encryption')}
          value={given.encryption ?? NONE}
          options={[none, ...ENCRYPTIONS.map((id) => ({ id, label: words(`encryption.${id}`) }))]}
          onChange={(id) => set({ encryption: ENCRYPTIONS.find((one) => one === id) ?? null })}
        />
        <Select
          label={nameOf('upTo')}
          value={given.upTo === null ? NONE : String(given.upTo)}
          options={[
            none,
            ...CONFIDENTIALITY.map((level) => ({
              id: String(level),
              label: words(`confidentiality.${level}`),
            })),
          ]}
          onChange={(id) => set({ upTo: CONFIDENTIALITY.find((level) => String(level) === id) ?? null })}
        />
        <GivenText label={nameOf('keeper')} given={given.keeper} onGiven={(keeper) => set({ keeper })} />
        <GivenText label={nameOf('place')} given={given.place} onGiven={(place) => set({ place })} />
      </div>
    </Section>
  );
}

/** A text that takes effect when the field is left, as the whole list is looked through again. */
function GivenText({
  label,
  given,
  onGiven,
}: {
  readonly label: string;
  readonly given: string;
  readonly onGiven: (text: string) => void;
}) {
  const [text, setText] = useState(given);
  return (
    <TextField
      label={label}
      required={false}
      value={text}
      onChange={setText}
      maxLength={100}
      onBlur={() => {
        if (text.trim() !== given) onGiven(text.trim());
      }}
    />
  );
}

/** Says which kind each unknown word of the list stands for; nothing where all are known. */
export function KindWords({ preview, mapping, onChange }: Props) {
  const t = useListText();
  const text = useText();
  const format = useFormat();
  const chosen = new Map(mapping.kinds.map(({ words, kind }) => [words, kind]));
  const rows = new Map(preview.unknownKinds.map((unknown) => [unknown.words, unknown.rows]));
  const all = [...new Set([...chosen.keys(), ...rows.keys()])].toSorted();
  if (all.length === 0) return null;
  const options: readonly { readonly id: MediumKind | typeof NONE; readonly label: string }[] = [
    { id: NONE, label: t('in.words.none') },
    ...MEDIUM_KINDS.map((id) => ({ id, label: text(`kind.${id}`) })),
  ];
  return (
    <Section title={t('in.words')}>
      <p className="mb-3 text-sm text-ink-soft">{t('in.words.text')}</p>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-x-4 gap-y-3">
        {all.map((words) => {
          const count = rows.get(words);
          return (
            <Select
              key={words}
              label={words}
              value={chosen.get(words) ?? NONE}
              options={options}
              {...(count === undefined
                ? {}
                : { description: t('in.words.rows', { rows: format.number(count) }) })}
              onChange={(kind) => {
                const others = mapping.kinds.filter((one) => one.words !== words);
                onChange({ kinds: kind === NONE ? others : [...others, { words, kind }] });
              }}
            />
          );
        })}
      </div>
    </Section>
  );
}
