import type { accountsContract } from '../../shared/accounts/contract.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { OpenHandlers, SessionHandlers } from '../context.ts';
import type { Desk } from './desk.ts';
import { listAccounts } from './queries.ts';

/** The channels that can be called before sign-in. */
export function openAccountsHandlers(desk: Desk): OpenHandlers<typeof accountsContract> {
  return {
    gate: () => ok(desk.gate()),
    found: (input) => desk.found(input),
    signIn: ({ identifier, password }) => desk.signIn(identifier, password),
  };
}

/** The channels of a session that concern its holder and the accounts. */
export function accountsHandlers(desk: Desk): SessionHandlers<typeof accountsContract> {
  return {
    async lock() {
      await desk.end('locked');
      return ok(null);
    },
    async signOut() {
      await desk.end('signed-out');
      return ok(null);
    },
    attend() {
      desk.attend();
      return ok(null);
    },
    me: (_, { me }) => ok(me),
    changePassword: ({ current, next }) => desk.changePassword(current, next),
    list: (_, { read }) => ok(listAccounts(read)),
  };
}
