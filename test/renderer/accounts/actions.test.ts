import { expect, test } from 'vitest';
import { offeredActions, refuseAction } from '../../../renderer/accounts/people/account-actions.tsx';
import { ACCOUNT_ACTIONS, type AccountAction } from '../../../renderer/accounts/people/account-forms.tsx';
import { directoryOf } from '../../../renderer/accounts/people/use-standing.ts';
import type { AccountRow } from '../../../shared/accounts/model.ts';
import type { Proposal } from '../../../shared/accounts/proposals.ts';
import { account, administrator } from './accounts.ts';

const first = administrator(1);
const second = administrator(2);
const third = administrator(3);
const officer = account(4, { roles: ['officer'], keyAlgorithm: 'ed25519' });
const operator = account(5);

const refused = (
  about: AccountRow,
  everybody: readonly AccountRow[],
  open: readonly Proposal[] = [],
): Readonly<Partial<Record<AccountAction, string>>> =>
  Object.fromEntries(
    ACCOUNT_ACTIONS.map((action) => [
      action,
      refuseAction(action, about, first.id, { directory: directoryOf(everybody), open })?.code,
    ]).filter(([, code]) => code !== undefined),
  );

test('what an account is offered follows from its state', () => {
  expect(offeredActions(operator)).toEqual([
    'account-rename',
    'account-roles',
    'account-hours',
    'account-reset',
    'account-key',
    'account-suspend',
    'account-close',
  ]);
  expect(offeredActions({ ...operator, state: 'suspended' })).toEqual(['account-restore', 'account-close']);
  expect(offeredActions({ ...operator, state: 'closed' })).toEqual([]);
});

test('U5 with two administrators, neither can be suspended or closed; with three, one can', () => {
  // With two, the second is concerned and the first proposes: nobody is left to confirm.
  expect(refused(second, [first, second, officer])).toMatchObject({
    'account-suspend': 'proposal-nobody-to-confirm',
    'account-close': 'proposal-nobody-to-confirm',
  });
  expect(refused(second, [first, second, third, officer])).toEqual({ 'account-restore': 'account-active' });
  expect(refused(officer, [first, second, officer])).toMatchObject({
    'account-suspend': 'last-officer',
    'account-close': 'last-officer',
  });
});

test('U1 nothing can be proposed about oneself', () => {
  const codes = refused(first, [first, second, third, officer]);
  expect(new Set(Object.values(codes))).toEqual(new Set(['proposal-own-account']));
  expect(Object.keys(codes)).toHaveLength(ACCOUNT_ACTIONS.length);
});

test('somebody whose roles do not sign has no key to replace, and what waits already is not proposed twice', () => {
  const waiting: Proposal = {
    id: '01990000-0000-7000-8000-000000000099',
    content: { kind: 'account-suspend', accountId: operator.id, reason: '休職' },
    state: 'open',
    madeBy: second.id,
    madeByName: second.name,
    madeAt: 0,
    expiresAt: 1,
    decidedBy: null,
    decidedByName: null,
    decidedAt: null,
    reason: '',
    digest: '',
  };
  expect(refused(operator, [first, second, officer, operator], [waiting])).toEqual({
    'account-key': 'account-no-key',
    'account-suspend': 'proposal-open-already',
    'account-restore': 'account-active',
  });
});
