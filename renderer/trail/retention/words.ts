import type { ErasureTarget } from '../../../shared/trail/retention/model.ts';
import { startOfFiscalYear } from '../../../shared/trail/retention/rules.ts';
import { useFormat } from '../../ui/use-format.ts';
import { useRetentionText } from './text.ts';

/** The words for what is erased, to fill a message with: its kind, and its fiscal year as the person wants years shown. */
export function useTargetWords(): (target: ErasureTarget) => {
  readonly kind: string;
  readonly year: string;
} {
  const t = useRetentionText();
  const format = useFormat();
  return ({ kind, fiscalYear }) => ({
    kind: t(`kind.${kind}`),
    year: format.fiscalYear(startOfFiscalYear(fiscalYear)),
  });
}
