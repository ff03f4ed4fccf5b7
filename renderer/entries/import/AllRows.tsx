import { useState } from 'react';
import { IMPORT_EXITS, type ImportMapping } from '../../../shared/entries/import-model.ts';
import { type Area, VISIT_KINDS } from '../../../shared/entries/model.ts';
import { Section } from '../../ui/list-detail.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useText } from '../text.ts';
import { useImportText } from './text.ts';

interface Props {
  readonly mapping: ImportMapping;
  readonly areas: readonly Area[];
  readonly onChange: (changes: Partial<ImportMapping>) => void;
}

const NO_AREA = '-';

/** What holds for every row of the file. */
export function AllRows({ mapping, areas, onChange }: Props) {
  const t = useImportText();
  const entries = useText();
  return (
    <Section title={t('import.all')}>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(20rem,1fr))] gap-4">
        <RadioGroup
          label={t('import.exits')}
          value={mapping.exits}
          orientation="vertical"
          onChange={(exits) => onChange({ exits })}
          options={IMPORT_EXITS.map((id) => ({
            id,
            label: t(`import.exits.${id}`),
            description: t(`import.exits.${id}.text`),
          }))}
        />
        <RadioGroup
          label={t('import.kind')}
          value={mapping.kind}
          orientation="vertical"
          onChange={(kind) => onChange({ kind })}
          options={VISIT_KINDS.map((id) => ({ id, label: entries(`kind.${id}`) }))}
        />
        <Select
          label={t('import.area')}
          description={t('import.area.text')}
          value={mapping.areaId ?? NO_AREA}
          onChange={(id) => onChange({ areaId: id === NO_AREA ? null : id })}
          options={[
            { id: NO_AREA, label: t('import.area.none') },
            ...areas.map(({ id, name }) => ({ id, label: name })),
          ]}
        />
        <Given
          label={t('import.organisation')}
          given={mapping.organisation}
          onGiven={(organisation) => onChange({ organisation })}
          maxLength={100}
        />
        <Given
          label={t('import.purpose')}
          given={mapping.purpose}
          onGiven={(purpose) => onChange({ purpose })}
          maxLength={200}
        />
      </div>
    </Section>
  );
}

/** A text that takes effect when the field is left, as the whole file is looked through again. */
function Given({
  label,
  given,
  onGiven,
  maxLength,
}: {
  readonly label: string;
  readonly given: string;
  readonly onGiven: (text: string) => void;
  readonly maxLength: number;
}) {
  const [text, setText] = useState(given);
  return (
    <TextField
      label={label}
      required={false}
      value={text}
      onChange={setText}
      maxLength={maxLength}
      onBlur={() => {
        if (text.trim() !== given) onGiven(text.trim());
      }}
    />
  );
}
