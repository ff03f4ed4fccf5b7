import type { AccountRow } from '../../../shared/accounts/model.ts';

/** An account as main lists it. `over` replaces parts of it. */
export function account(n: number, over: Partial<AccountRow> = {}): AccountRow {
  return {
    id: `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    identifier: `person${n}`,
    name: `人 ${n}`,
    reading: '',
    roles: ['operator'],
    state: 'active',
    hours: null,
    createdAt: 0,
    lastSignIn: null,
    passwordAt: 0,
    mustChangePassword: false,
    keyAlgorithm: null,
    keyWanted: false,
    ...over,
  };
}

/** An administrator with a signing key. */
export function administrator(n: number, over: Partial<AccountRow> = {}): AccountRow {
  return account(n, { roles: ['administrator'], keyAlgorithm: 'ed25519', ...over });
}
