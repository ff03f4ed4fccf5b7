import {
  IMPORT_FIELDS,
  type ImportField,
  type ImportMapping,
  type ImportPreview,
} from '../../../shared/entries/import-model.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Section } from '../../ui/list-detail.tsx';
import { Select } from '../../ui/select.tsx';
import { useText } from '../text.ts';
import { useImportText } from './text.ts';

interface Props {
  readonly preview: ImportPreview;
  readonly mapping: ImportMapping;
  readonly onChange: (changes: Partial<ImportMapping>) => void;
}

const NONE = '-';
/** A column of days serves for coming in and going out. */
const BOTH_DATES: readonly ImportField[] = ['enteredDate', 'exitedDate'];

const idOf = (fields: readonly ImportField[]): string => (fields.length === 0 ? NONE : fields.join('+'));

/** Says of each column of the file which field it fills, with what stands in its first rows. */
export function Columns({ preview, mapping, onChange }: Props) {
  const t = useImportText();
  const name = useFieldName();
  const joined = (fields: readonly ImportField[]): string =>
    fields.map(name).reduce((one, other) => t('import.and', { one, other }));
  const choices: readonly (readonly ImportField[])[] = [...IMPORT_FIELDS.map((field) => [field]), BOTH_DATES];
  const own = mapping.columns.filter(
    (fields) => fields.length > 0 && !choices.some((choice) => idOf(choice) === idOf(fields)),
  );
  const all = [...choices, ...own];
  const options = [
    { id: NONE, label: t('import.leaveOut') },
    ...all.map((fields) => ({ id: idOf(fields), label: joined(fields) })),
  ];
  const sample = (column: number): string => {
    const values = preview.sample
      .slice(0, 3)
      .map((cells) => (cells[column] ?? '').trim() || t('import.sampleEmpty'));
    return t('import.sample', { values: values.join(' / ') });
  };
  return (
    <Section title={t('import.columns')}>
      <Checkbox isSelected={mapping.headerRow} onChange={(headerRow) => onChange({ headerRow })}>
        {t('import.headerRow')}
      </Checkbox>
      <div className="mt-3 grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-x-4 gap-y-3">
        {preview.headers.map((header, column) => (
          <Select
            // The columns of a file have no names of their own that could not be doubled.
            key={`${preview.file}:${column.toString()}`}
            label={header.trim() || t('import.column', { n: column + 1 })}
            value={idOf(mapping.columns[column] ?? [])}
            options={options}
            description={sample(column)}
            onChange={(id) => {
              const fields = all.find((choice) => idOf(choice) === id) ?? [];
              const columns = preview.headers.map((_, index) =>
                index === column ? [...fields] : (mapping.columns[index] ?? []),
              );
              onChange({ columns });
            }}
          />
        ))}
      </div>
    </Section>
  );
}

/** The words for a field that a column can fill. */
function useFieldName(): (field: ImportField) => string {
  const t = useImportText();
  const entries = useText();
  return (field) => {
    switch (field) {
      case 'enteredAt':
      case 'enteredDate':
      case 'enteredTime':
      case 'exitedAt':
      case 'exitedDate':
      case 'exitedTime':
        return t(`import.field.${field}`);
      case 'name':
      case 'reading':
      case 'organisation':
      case 'purpose':
      case 'host':
      case 'escort':
      case 'area':
      case 'belongings':
      case 'workReference':
      case 'note':
        return entries(`field.${field}`);
    }
  };
}
