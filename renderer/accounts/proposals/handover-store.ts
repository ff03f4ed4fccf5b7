import { create } from 'zustand';
import type { Confirmed, RecoveryShare } from '../../../shared/accounts/model.ts';
import type { Instant } from '../../../shared/kernel/time.ts';

/** Which two people brought something about, and when. */
export interface ByTwo {
  readonly maker: string;
  readonly decider: string;
  readonly at: Instant;
}

/** One sheet to be handed over: its own for each person. */
export type ToHandOver = ByTwo &
  (
    | { readonly kind: 'password'; readonly handed: Confirmed['handed'][number] }
    | { readonly kind: 'share'; readonly share: RecoveryShare }
  );

/**
 * What has been answered once and not been taken down yet. It stands apart from the page that asked for it, so that leaving the page does
 * not lose it; a lock does, as it drops everything.
 */
export const useHandover = create<{ readonly waiting: readonly ToHandOver[] }>(() => ({ waiting: [] }));

/** Has what a confirmation brought shown, sheet by sheet, until somebody has taken each down. */
export function handOver({ handed, shares }: Confirmed, byTwo: ByTwo): void {
  const sheets: readonly ToHandOver[] = [
    ...handed.map((one) => ({ kind: 'password' as const, handed: one, ...byTwo })),
    ...shares.map((share) => ({ kind: 'share' as const, share, ...byTwo })),
  ];
  if (sheets.length > 0) useHandover.setState(({ waiting }) => ({ waiting: [...waiting, ...sheets] }));
}

/** The sheet that is shown was taken down. */
export function handedOver(): void {
  useHandover.setState(({ waiting }) => ({ waiting: waiting.slice(1) }));
}
