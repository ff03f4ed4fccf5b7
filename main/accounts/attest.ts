import { withinHours } from '../../shared/accounts/hours.ts';
import { Identifier } from '../../shared/accounts/model.ts';
import { refuse, type Reply } from '../../shared/kernel/result.ts';
import type { Clock } from '../../shared/kernel/time.ts';
import type { Signatory } from '../context.ts';
import { delayUntil, recordFailure, recordSuccess } from '../vault/attempts.ts';
import type { ReadDb } from '../vault/db.ts';
import type { VaultPaths } from '../vault/paths.ts';
import type { OpenVault } from '../vault/unlock.ts';
import { accountById } from './queries.ts';

/** What {@link attest} works with. */
export interface AttestWith {
  readonly vault: Pick<OpenVault, 'prove'>;
  /** Asked when it is needed: a rotation may replace the ledger while the key is derived. */
  readonly read: () => ReadDb;
  readonly paths: VaultPaths;
  readonly clock: Clock;
}

/**
 * Has a person prove with their password that they are there, and lets `work` have them as a signatory until it has settled. A
 * wrong password counts as a refused sign-in. Refusals as in `SessionContext.attest`.
 */
export async function attest<T>(
  { vault, read, paths, clock }: AttestWith,
  typed: string,
  password: string,
  work: (signatory: Signatory) => Promise<Reply<T>>,
): Promise<Reply<T>> {
  const parsed = Identifier.safeParse(typed);
  const identifier = parsed.success ? parsed.data : typed;
  const wait = delayUntil(paths, identifier, clock());
  if (wait !== undefined)
    return refuse('sign-in-wait', { detail: { seconds: Math.ceil((wait - clock()) / 1000) } });
  const proof = await vault.prove(identifier, password);
  try {
    const account = proof && accountById(read(), proof.accountId);
    if (proof === undefined || account?.state !== 'active' || !withinHours(account.hours, clock())) {
      recordFailure(paths, identifier, clock());
      return refuse('attest-refused', { field: 'password' });
    }
    recordSuccess(paths, identifier);
    const { sign } = proof;
    if (sign === undefined) return refuse('attest-no-key', { field: 'identifier' });
    return await work({ id: account.id, name: account.name, roles: account.roles, sign });
  } finally {
    proof?.close();
  }
}
