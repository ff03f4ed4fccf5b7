import type { accountsContract } from '../../shared/accounts/contract.ts';
import { ok, refuse } from '../../shared/kernel/result.ts';
import type { OpenHandlers, SessionHandlers } from '../context.ts';
import { check, toCheck, waiting } from './checking.ts';
import { keysOverview } from './keys-overview.ts';
import type { Desk } from './desk.ts';
import { cancelDrill, drillShare } from './drill.ts';
import { confirm, propose, refuseProposed, withdraw } from './proposals/commands.ts';
import { accountRow, accountStory, listAccounts, listProposals, policyOf } from './queries.ts';

/** The channels that can be called before sign-in. */
export function openAccountsHandlers(desk: Desk): OpenHandlers<typeof accountsContract> {
  return {
    gate: () => ok(desk.gate()),
    found: (input) => desk.found(input),
    signIn: ({ identifier, password }) => desk.signIn(identifier, password),
    recoveryShare: ({ share }) => desk.withoutSession(() => Promise.resolve(desk.recovering.enter(share))),
    recover: ({ accountId }) => desk.withoutSession(() => desk.recovering.reissue(accountId)),
    cancelRecovery() {
      desk.recovering.drop();
      return ok(null);
    },
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
    account({ id }, { read }) {
      const row = accountRow(read, id);
      return row === undefined ? refuse('account-missing') : ok({ ...row, story: accountStory(read, id) });
    },
    policy: (_, { read }) => ok(policyOf(read)),
    proposals: ({ limit }, { read, now }) => ok(listProposals(read, limit, now())),
    propose: (input, context) => propose(context, input),
    confirm: (input, context) => confirm(context, input),
    refuse: (input, context) => refuseProposed(context, input),
    withdraw: (input, context) => withdraw(context, input),
    toCheck: (_, { read, now }) => ok(toCheck(read, now())),
    check: (input, context) => check(context, input),
    keys: (_, context) => ok(keysOverview(context)),
    rotate: () => desk.rotate(),
    drillShare: ({ share }, context) => drillShare(context, share),
    cancelDrill() {
      cancelDrill();
      return ok(null);
    },
    cancelRotation() {
      desk.cancelRotation();
      return ok(null);
    },
    waiting: (_, context) => ok(waiting(context, context.actor.id, context.now())),
  };
}
