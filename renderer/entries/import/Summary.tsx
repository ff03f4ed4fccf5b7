import type { ImportPreview } from '../../../shared/entries/import-model.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useImportText } from './text.ts';

const SEPARATOR = { ',': 'comma', '\t': 'tab', ';': 'semicolon' } as const;

/** What the file is and what would become of its rows. */
export function Summary({ preview }: { readonly preview: ImportPreview }) {
  const t = useImportText();
  const format = useFormat();
  const { firstAt, lastAt } = preview;
  const kind = t('import.size', {
    size: format.number(Math.ceil(preview.size / 1024)),
    encoding: t(`import.encoding.${preview.encoding}`),
    separator: t(`import.separator.${SEPARATOR[preview.separator]}`),
  });
  const period =
    firstAt === null || lastAt === null
      ? '—'
      : t('import.periodValue', { first: format.dateTime(firstAt), last: format.dateTime(lastAt) });
  return (
    <FactList
      columns={3}
      facts={[
        { label: t('import.file'), value: `${preview.name} (${kind})`, wide: true },
        { label: t('import.rows'), value: format.number(preview.rows) },
        { label: t('import.importable'), value: format.number(preview.importable) },
        { label: t('import.doubled'), value: format.number(preview.doubled) },
        { label: t('import.problems'), value: format.number(preview.problemCount) },
        { label: t('import.period'), value: period, wide: true },
      ]}
    />
  );
}
