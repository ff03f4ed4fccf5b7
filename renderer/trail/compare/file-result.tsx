import type { FileCompared } from '../../../shared/trail/model.ts';
import { useFormat } from '../../ui/use-format.ts';
import { useCompareText } from './text.ts';
import { Verdict } from './verdict.tsx';

/** How many checkpoints of a file are listed; the sentences above speak of all. */
const LISTED = 200;

/** How the checkpoints of a file compared: where the first bad entry can be, and each of them. */
export function FileResult({ found }: { readonly found: FileCompared }) {
  const t = useCompareText();
  const { number } = useFormat();
  const { notes, known, name } = found;
  const { equalUpTo, bad, contradictory } = known;
  const unsigned = notes.filter(({ signature }) => signature !== 'holds').length;
  const good = bad === undefined && contradictory.length === 0 && unsigned === 0;
  const shown = notes.slice(-LISTED);
  return (
    <div className="flex flex-col gap-3">
      <Verdict
        good={good}
        title={
          bad === undefined
            ? t(good ? 'file.good' : 'file.doubt', { name, n: notes.length })
            : bad.first === bad.last
              ? t('file.badOne', { seq: number(bad.first) })
              : t('file.bad', { first: number(bad.first), last: number(bad.last) })
        }
      >
        <p>{equalUpTo === 0 ? t('file.nothingEqual') : t('file.equalUpTo', { n: number(equalUpTo) })}</p>
        {bad !== undefined && bad.first !== bad.last ? <p>{t('file.badMeans')}</p> : null}
        {unsigned === 0 ? null : <p>{t('file.unsigned', { n: unsigned })}</p>}
        {contradictory.length === 0 ? null : (
          <p>{t('file.contradictory', { sizes: contradictory.join(', ') })}</p>
        )}
        {good ? null : <p className="font-bold">{t('keep')}</p>}
      </Verdict>
      <div
        tabIndex={0}
        role="group"
        aria-label={t('file.list')}
        className="focus-ring max-h-80 overflow-auto"
      >
        <table className="w-full text-sm">
          <thead>
            <tr>
              {(['file.size', 'file.result', 'file.signature'] as const).map((key) => (
                <th
                  key={key}
                  scope="col"
                  className="border-b border-line-strong bg-sunken px-2 py-1 text-left font-bold"
                >
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ size, head, result, signature }, place) => (
              // The same checkpoint can stand twice in a file.
              <tr key={`${place} ${head}`} className="border-b border-line">
                <td className="px-2 py-1 tabular-nums">{number(size)}</td>
                <td className={`px-2 py-1 ${result === 'equal' ? '' : 'font-bold text-danger'}`}>
                  {t(`result.${result}`)}
                </td>
                <td className={`px-2 py-1 ${signature === 'holds' ? '' : 'font-bold text-danger'}`}>
                  {t(`signature.${signature}`)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
