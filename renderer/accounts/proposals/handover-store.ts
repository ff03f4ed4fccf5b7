import { create } from 'zustand';
import type { Confirmed } from '../../../shared/accounts/model.ts';
import type { Instant } from '../../../shared/kernel/time.ts';

/** What is to be handed over on paper, and which two people brought it about. */
export interface ToHandOver {
  readonly confirmed: Confirmed;
  readonly maker: string;
  readonly decider: string;
  readonly at: Instant;
}

/**
 * What has been answered once and not been taken down yet. It stands apart from the page that asked for it, so that leaving the page does
 * not lose it; a lock does, as it drops everything.
 */
export const useHandover = create<{ readonly waiting: readonly ToHandOver[] }>(() => ({ waiting: [] }));

/** Has what a confirmation brought shown until somebody has taken it down. Nothing where it brought nothing. */
export function handOver(what: ToHandOver): void {
  if (what.confirmed.handed.length + what.confirmed.shares.length === 0) return;
  useHandover.setState(({ waiting }) => ({ waiting: [...waiting, what] }));
}

/** The one that is shown was taken down. */
export function handedOver(): void {
  useHandover.setState(({ waiting }) => ({ waiting: waiting.slice(1) }));
}
