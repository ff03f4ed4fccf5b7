import type { VaultProgress } from '../../../shared/vault/model.ts';
import type { PushTo } from '../../context.ts';

/** How often at most progress is told, ms. */
const TELL_EVERY = 100;

/** Tells the window how far some work is, the last step of each kind always. */
export function telling(
  push: PushTo,
  work: VaultProgress['work'],
): (progress: Omit<VaultProgress, 'work'>) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const now = performance.now();
    if (now - toldAt < TELL_EVERY && progress.done < progress.total) return;
    toldAt = now;
    push('vault', 'progress', { work, ...progress });
  };
}
