import type { Reply } from '../../shared/kernel/result.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { MediaDecision } from '../../shared/media/rules.ts';
import type { Actor, SessionContext } from '../context.ts';
import type { ReadDb } from '../vault/db.ts';

/** Gathers the facts of one command and asks the rules. To be run in the writer's turn, within its transaction. */
export type Deciding<I, T = null> = (db: ReadDb, input: I, now: Instant, actor: Actor) => MediaDecision<T>;

/** Runs a command in the writer's turn. */
export function changing<I, T>(command: Deciding<I, T>) {
  return (input: I, context: SessionContext): Promise<Reply<T>> =>
    context.change((db, now) => command(db, input, now, context.actor));
}

/**
 * As {@link changing}, signed by the session's holder, who proves by the password that they are there, and is asked once more whether
 * they are an officer: the session may be older than their roles.
 */
export function signed<I, T>(command: Deciding<I, T>) {
  return (
    { password, ...input }: I & { readonly password: string },
    context: SessionContext,
  ): Promise<Reply<T>> =>
    context.attest(undefined, password, (signatory) =>
      context.change((db, now) => {
        if (!signatory.roles.includes('officer')) return { refusal: { code: 'not-allowed' } };
        const decision = command(db, input as I, now, signatory);
        return 'refusal' in decision ? decision : { ...decision, signatory };
      }),
    );
}
