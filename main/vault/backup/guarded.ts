import { Identifier } from '../../../shared/accounts/model.ts';
import { refuse, type Reply } from '../../../shared/kernel/result.ts';
import type { Clock } from '../../../shared/kernel/time.ts';
import { delayUntil, recordFailure, recordSuccess } from '../attempts.ts';
import type { VaultPaths } from '../paths.ts';
import { readSecret } from '../probe.ts';
import { wipe } from '../keys.ts';

/**
 * Lets somebody try their password on a backup, no faster than at the sign-in: a refusal (`restore-refused`) counts as one
 * there. `work` gets the identifier, folded, and this machine's site secret, which is wiped afterwards. Refused: `sign-in-wait`.
 */
export async function guarded<T>(
  paths: VaultPaths,
  clock: Clock,
  typed: string,
  work: (identifier: string, secret: Buffer) => Promise<Reply<T>>,
): Promise<Reply<T>> {
  const parsed = Identifier.safeParse(typed);
  const identifier = parsed.success ? parsed.data : typed;
  const wait = delayUntil(paths, identifier, clock());
  if (wait !== undefined)
    return refuse('sign-in-wait', { detail: { seconds: Math.ceil((wait - clock()) / 1000) } });
  const secret = readSecret(paths.secret);
  try {
    const reply = await work(identifier, secret);
    if (reply.ok) recordSuccess(paths, identifier);
    else if (reply.refusal.code === 'restore-refused') recordFailure(paths, identifier, clock());
    return reply;
  } finally {
    wipe(secret);
  }
}
