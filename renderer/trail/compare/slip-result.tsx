import type { SlipCompared } from '../../../shared/trail/model.ts';
import { useFormat } from '../../ui/use-format.ts';
import { Hash } from '../hash.tsx';
import { useCompareText } from './text.ts';
import { Verdict } from './verdict.tsx';

/** How a typed slip compared, what it was read as, and what to do. */
export function SlipResult({ found }: { readonly found: SlipCompared }) {
  const t = useCompareText();
  const { number } = useFormat();
  const { result, size, head, taken, ledgerSize } = found;
  const good = result === 'equal';
  return (
    <Verdict good={good} title={t(`slip.${result}`, { size: number(size), ledger: number(ledgerSize) })}>
      <p>{t(`slip.${result}Means`, { size: number(size), next: number(ledgerSize + 1) })}</p>
      {good && head.length < 64 ? <p>{t('slip.part', { n: head.length })}</p> : null}
      <p>
        <span className="mr-2">{t('slip.read')}</span>
        <Hash value={head} />
      </p>
      {taken.length === 0 ? null : (
        <p className="font-bold">{t('slip.taken', { letters: taken.join('、') })}</p>
      )}
      {good ? null : <p className="font-bold">{t('keep')}</p>}
    </Verdict>
  );
}
