import type { ComponentType } from 'react';

/**
 * What other parts of the ledger show on a request about its medium (checks against malware, content lists), in their order, between what
 * is asked and its decision.
 */
export const REQUEST_PANELS: readonly ComponentType<{ readonly requestId: string }>[] = [];
