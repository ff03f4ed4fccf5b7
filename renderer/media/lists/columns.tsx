import {
  LIST_FIELDS,
  type ListField,
  type ListMapping,
  type ListPreview,
} from '../../../shared/media/lists/model.ts';
import { Section } from '../../ui/list-detail.tsx';
import { Select } from '../../ui/select.tsx';
import { useFieldName } from './field-name.ts';
import { useListText } from './text.ts';

interface Props {
  readonly preview: ListPreview;
  readonly mapping: ListMapping;
  readonly onChange: (changes: Partial<ListMapping>) => void;
}

const NONE = '-';
/** The row of headers stands within the first rows, or there is none. */
const HEADER_ROWS = 30;

/** Which sheet, which row names the columns, and what each column fills, with what stands in its first rows. */
export function Columns({ preview, mapping, onChange }: Props) {
  const t = useListText();
  const nameOf = useFieldName();
  const rows = Math.max(HEADER_ROWS, mapping.headerRow ?? 1);
  const options = [
    { id: NONE as ListField | typeof NONE, label: t('in.leaveOut') },
    ...LIST_FIELDS.map((id) => ({ id, label: nameOf(id) })),
  ];
  const sample = (column: number): string => {
    const values = preview.sample
      .slice(0, 3)
      .map((cells) => (cells[column] ?? '').trim() || t('in.sampleEmpty'));
    return t('in.sample', { values: values.join(' / ') });
  };
  return (
    <Section title={t('in.columns')}>
      <div className="mb-3 flex flex-wrap gap-4">
        {preview.sheets.length < 2 ? null : (
          <Select
            label={t('in.sheet')}
            value={String(mapping.sheet)}
            options={preview.sheets.map(({ no, name }) => ({ id: String(no), label: name }))}
            onChange={(id) => onChange({ sheet: Number(id), headerRow: null, columns: [] })}
            className="min-w-60"
          />
        )}
        <Select
          label={t('in.header')}
          value={mapping.headerRow === null ? NONE : String(mapping.headerRow)}
          options={[
            { id: NONE, label: t('in.header.none') },
            ...Array.from({ length: rows }, (_, index) => ({
              id: String(index + 1),
              label: t('in.header.row', { row: index + 1 }),
            })),
          ]}
          onChange={(id) =>
            onChange(id === NONE ? { headerRow: null } : { headerRow: Number(id), columns: [] })
          }
          className="min-w-40"
        />
      </div>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-x-4 gap-y-3">
        {preview.headers.map((header, column) => (
          <Select
            // The columns of a list have no names of their own that could not be doubled.
            key={`${preview.file}:${mapping.sheet.toString()}:${column.toString()}`}
            label={header || t('in.column', { n: column + 1 })}
            value={mapping.columns[column] ?? NONE}
            options={options}
            description={sample(column)}
            onChange={(id) => {
              const columns = preview.headers.map((_, index) =>
                index === column ? (id === NONE ? null : id) : (mapping.columns[index] ?? null),
              );
              onChange({ columns });
            }}
          />
        ))}
      </div>
    </Section>
  );
}
