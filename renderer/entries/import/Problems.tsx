import type { ImportPreview } from '../../../shared/entries/import-model.ts';
import { Section } from '../../ui/list-detail.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useImportText } from './text.ts';

/** What is wrong with which row, and what to do about it. */
export function Problems({ preview }: { readonly preview: ImportPreview }) {
  const t = useImportText();
  const format = useFormat();
  const { problems, problemCount, faults } = preview;
  if (faults.length === 0 && problemCount === 0) return null;
  return (
    <Section title={t('import.problems')}>
      {faults.length === 0 ? null : (
        <ul className="mb-3 list-disc pl-6 text-danger">
          {faults.map((fault) => (
            <li key={fault}>{t(`import.fault.${fault}`)}</li>
          ))}
        </ul>
      )}
      {problemCount === 0 ? null : (
        <>
          <p className="mb-2 text-sm text-ink-soft">{t('import.problems.hint')}</p>
          {problemCount > problems.length ? (
            <p className="mb-2 text-sm">
              {t('import.problems.first', {
                count: format.number(problemCount),
                shown: format.number(problems.length),
              })}
            </p>
          ) : null}
          <div
            className="max-h-96 overflow-auto rounded-8 border border-line focus-ring"
            role="region"
            aria-label={t('import.problems')}
            tabIndex={0}
          >
            <table className="w-full text-sm">
              <thead className="sticky top-0 bg-sunken text-left">
                <tr>
                  <th scope="col" className="px-3 py-2 text-right">
                    {t('import.problem.row')}
                  </th>
                  <th scope="col" className="px-3 py-2">
                    {t('import.problem.column')}
                  </th>
                  <th scope="col" className="px-3 py-2">
                    {t('import.problem.text')}
                  </th>
                  <th scope="col" className="px-3 py-2">
                    {t('import.problem.what')}
                  </th>
                  <th scope="col" className="px-3 py-2">
                    {t('import.problem.do')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {problems.map(({ row, column, code, text }) => (
                  <tr key={`${row.toString()} ${column} ${code}`} className="border-t border-line">
                    <td className="px-3 py-1.5 text-right tabular-nums">{format.number(row)}</td>
                    <td className="px-3 py-1.5">{column}</td>
                    <td className="max-w-60 truncate px-3 py-1.5" title={text}>
                      {text}
                    </td>
                    <td className="px-3 py-1.5">{t(`import.problem.${code}`)}</td>
                    <td className="px-3 py-1.5">{t(`import.remedy.${code}`)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Section>
  );
}
