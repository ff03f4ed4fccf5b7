import { useCallback } from 'react';
import type { ErasureTarget, Retained } from '../../../shared/trail/retention/model.ts';
import { startOfFiscalYear } from '../../../shared/trail/retention/rules.ts';
import { useFormat } from '../../ui/use-format.ts';
import { useRetentionText } from './text.ts';

/** The words for a kind of records that has a retention period. */
export function useKindWords(): (kind: Retained['kind']) => string {
  const t = useRetentionText();
  return useCallback((kind: Retained['kind']) => t(`kind.${kind}`), [t]);
}

/** The words for what is erased, to fill a message with: its kind, and its fiscal year as the person wants years shown. */
export function useTargetWords(): (target: ErasureTarget) => {
  readonly kind: string;
  readonly year: string;
} {
  const t = useRetentionText();
  const format = useFormat();
  return useCallback(
    ({ kind, fiscalYear }: ErasureTarget) => ({
      kind: t(`kind.${kind}`),
      year: format.fiscalYear(startOfFiscalYear(fiscalYear)),
    }),
    [t, format],
  );
}
