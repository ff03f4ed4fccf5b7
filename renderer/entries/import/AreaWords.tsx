import type { ImportMapping, ImportPreview } from '../../../shared/entries/import-model.ts';
import type { Area } from '../../../shared/entries/model.ts';
import { Section } from '../../ui/list-detail.tsx';
import { Select } from '../../ui/select.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useImportText } from './text.ts';

interface Props {
  readonly preview: ImportPreview;
  readonly mapping: ImportMapping;
  readonly areas: readonly Area[];
  readonly onChange: (changes: Partial<ImportMapping>) => void;
}

const NONE = '-';

/** Says which area each word of the file stands for; nothing where all words are areas' names. */
export function AreaWords({ preview, mapping, areas, onChange }: Props) {
  const t = useImportText();
  const format = useFormat();
  const chosen = new Map(mapping.areas.map(({ words, areaId }) => [words, areaId]));
  const rows = new Map(preview.unknownAreas.map((unknown) => [unknown.words, unknown.rows]));
  const words = [...new Set([...chosen.keys(), ...rows.keys()])].toSorted();
  if (words.length === 0) return null;
  const options = [
    { id: NONE, label: t('import.words.none') },
    ...areas.map(({ id, name }) => ({ id, label: name })),
  ];
  return (
    <Section title={t('import.words')}>
      <p className="mb-3 text-sm text-ink-soft">{t('import.words.text')}</p>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-x-4 gap-y-3">
        {words.map((word) => {
          const count = rows.get(word);
          return (
            <Select
              key={word}
              label={word}
              value={chosen.get(word) ?? NONE}
              options={options}
              {...(count === undefined
                ? {}
                : { description: t('import.words.rows', { rows: format.number(count) }) })}
              onChange={(areaId) => {
                const others = mapping.areas.filter((entry) => entry.words !== word);
                onChange({ areas: areaId === NONE ? others : [...others, { words: word, areaId }] });
              }}
            />
          );
        })}
      </div>
    </Section>
  );
}
