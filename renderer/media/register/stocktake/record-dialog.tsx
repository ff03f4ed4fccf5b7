import type { StocktakeRow } from '../../../../shared/media/register/model.ts';
import { byNumber } from '../../../../shared/media/register/rules.ts';
import { useCommand } from '../../../api/queries.ts';
import { useRefusalText } from '../../../app/i18n.ts';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { notify } from '../../../ui/toast.tsx';
import { useRegisterText } from '../text.ts';
import { linesOf, oddOnes, type StocktakeDraft } from './draft.ts';

/** So many of what is missing are named. */
const NAMED = 12;

/** Says what is about to be recorded, the missing by their numbers, and records it. */
export function RecordDialog({
  draft,
  rows,
  onClose,
  onDone,
}: {
  readonly draft: StocktakeDraft;
  readonly rows: readonly StocktakeRow[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const t = useRegisterText();
  const words = useRefusalText();
  const stocktake = useCommand('media', 'stocktake');
  const lines = linesOf(draft, rows);
  const missing = lines.filter(({ seen }) => !seen);
  const counts = { seen: lines.length - missing.length, missing: missing.length };
  const odd = oddOnes(draft, byNumber(rows)).length;
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  return (
    <ConfirmDialog
      title={t('stocktake.recordTitle')}
      isOpen
      onClose={onClose}
      confirm={t('stocktake.record')}
      pending={stocktake.isPending}
      error={words(stocktake.error)}
      explanation={
        <div className="flex flex-col gap-2">
          <p>{t('stocktake.recordSeen', { n: counts.seen })}</p>
          <p className={counts.missing > 0 ? 'font-bold text-warn' : ''}>
            {t('stocktake.recordMissing', { n: counts.missing })}
          </p>
          {missing.length === 0 ? null : (
            <>
              <ul className="flex flex-wrap gap-x-4 pl-4 text-sm tabular-nums">
                {missing.slice(0, NAMED).map(({ mediumId }) => (
                  <li key={mediumId}>{numbers.get(mediumId)}</li>
                ))}
                {missing.length > NAMED ? (
                  <li>{t('stocktake.more', { n: missing.length - NAMED })}</li>
                ) : null}
              </ul>
              <p className="text-sm">{t('stocktake.recordMissingWhy')}</p>
            </>
          )}
          {odd === 0 ? null : <p className="text-sm">{t('stocktake.recordOdd', { n: odd })}</p>}
        </div>
      }
      onConfirm={() =>
        stocktake.mutate(
          { lines },
          {
            onSuccess: () => {
              notify(t('stocktake.done', counts));
              onDone();
            },
          },
        )
      }
    />
  );
}
