import type { ComponentType } from 'react';
import { ChecksPanel } from '../inspection/checks-panel.tsx';
import { ContentsPanel } from '../inspection/contents-panel.tsx';

/**
 * What other parts of the ledger show on a request about its medium (checks against malware, content lists), in their order, between what
 * is asked and its decision.
 */
export const REQUEST_PANELS: readonly ComponentType<{ readonly requestId: string }>[] = [
  ChecksPanel,
  ContentsPanel,
];
