import type { RecoveryDrilled, RecoveryHalf } from '../../shared/accounts/model.ts';
import { ok, refuse, type Reply } from '../../shared/kernel/result.ts';
import type { SessionContext } from '../context.ts';
import { VaultFault } from '../vault/fault.ts';
import { wipe } from '../vault/keys.ts';
import { refusePair, tryShares, wipeRecovered } from '../vault/recover.ts';
import { readShare, type Share } from '../vault/recovery-share.ts';
import { ownSite, recoveryPairs } from './queries.ts';
import { shareDetail } from './recovering.ts';

/** The half that waits for the other, and in whose session: there is one desk, so there is one at most. */
let first: { readonly share: Share; readonly context: string } | undefined;

/** Forgets the half that waits. */
export function cancelDrill(): void {
  wipe(first?.share.bytes);
  first = undefined;
}

/**
 * Takes a half as typed, in a session; with the second it is tried whether both would open the ledger, and how that came out is recorded.
 * Nothing is opened.
 */
export async function drillShare(
  context: SessionContext,
  typed: string,
): Promise<Reply<RecoveryHalf | RecoveryDrilled>> {
  const share = readShare(typed);
  if ('code' in share) return refuse(share.code, shareDetail(share));
  if (first !== undefined && first.context !== context.actor.id) cancelDrill();
  if (first === undefined) {
    first = { share, context: context.actor.id };
    return ok({ state: 'half', pair: share.pair, half: share.half });
  }
  const one = first.share;
  const refusal = refusePair(one, share);
  if (refusal !== undefined) return refuse(refusal, { field: 'share' });
  const { pair, generation } = share;
  if (!recoveryPairs(context.read).some((known) => known.pair === pair)) {
    return refuse('share-no-pair', { field: 'share' });
  }
  const result = opens(context, one, share) ? 'good' : 'bad';
  wipe(share.bytes);
  cancelDrill();
  const recorded = await context.change((db) => ({
    events: [
      {
        type: 'recovery.drilled',
        version: 1,
        subject: `site:${ownSite(db)?.code ?? ''}`,
        data: { pair, generation, result },
      },
    ],
    value: null,
  }));
  return recorded.ok ? ok({ state: 'drilled', pair, result }) : recorded;
}

function opens({ paths }: SessionContext, one: Share, other: Share): boolean {
  try {
    const tried = tryShares(paths, one, other);
    if (typeof tried === 'string') return false;
    wipeRecovered(tried.recovered);
    return true;
  } catch (error) {
    if (error instanceof VaultFault) return false;
    throw error;
  }
}
