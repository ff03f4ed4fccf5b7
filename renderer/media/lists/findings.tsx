import type { ListPreview } from '../../../shared/media/lists/model.ts';
import { Section } from '../../ui/list-detail.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useFieldName } from './field-name.ts';
import { NotesTable } from './notes-table.tsx';
import { useListText } from './text.ts';

/** What is wrong with which row and what to do about it; what is odd; and what would change. */
export function Findings({ preview }: { readonly preview: ListPreview }) {
  const t = useListText();
  const format = useFormat();
  const nameOf = useFieldName();
  const { problems, problemCount, warnings, warningCount, changes, changed, faults } = preview;
  const first = (count: number, shown: number) =>
    count > shown ? (
      <p className="mb-2 text-sm">
        {t('in.first', { count: format.number(count), shown: format.number(shown) })}
      </p>
    ) : null;
  return (
    <>
      {faults.length === 0 && problemCount === 0 ? null : (
        <Section title={t('in.problems')}>
          {faults.length === 0 ? null : (
            <ul className="mb-3 list-disc pl-6 text-danger">
              {faults.map((fault) => (
                <li key={fault}>{t(`fault.${fault}`)}</li>
              ))}
            </ul>
          )}
          {problemCount === 0 ? null : (
            <>
              <p className="mb-2 text-sm text-ink-soft">{t('in.hint')}</p>
              {first(problemCount, problems.length)}
              <NotesTable
                label={t('in.problems')}
                heads={[
                  t('in.problem.row'),
                  t('in.problem.column'),
                  t('in.problem.text'),
                  t('in.problem.what'),
                  t('in.problem.do'),
                ]}
                rows={problems.map(({ row, column, code, text }) => ({
                  key: `${row.toString()} ${column} ${code}`,
                  cells: [format.number(row), column, text, t(`problem.${code}`), t(`remedy.${code}`)],
                }))}
              />
            </>
          )}
        </Section>
      )}
      {warningCount === 0 ? null : (
        <Section title={t('in.warnings')}>
          {first(warningCount, warnings.length)}
          <NotesTable
            label={t('in.warnings')}
            heads={[t('in.problem.row'), t('in.problem.column'), t('in.problem.text'), t('in.problem.what')]}
            rows={warnings.map(({ row, column, code, text }) => ({
              key: `${row.toString()} ${code}`,
              cells: [format.number(row), column, text, t(`warning.${code}`)],
            }))}
          />
        </Section>
      )}
      {changed === 0 ? null : (
        <Section title={t('in.changes')}>
          {first(changed, changes.length)}
          <NotesTable
            label={t('in.changes')}
            heads={[t('in.problem.row'), t('in.changes.number'), t('in.changes.fields')]}
            rows={changes.map(({ row, number, fields }) => ({
              key: row.toString(),
              cells: [format.number(row), number, fields.map(nameOf).join(t('in.separator'))],
            }))}
          />
        </Section>
      )}
    </>
  );
}
