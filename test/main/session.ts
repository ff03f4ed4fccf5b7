import { FIRST_POLICY } from '../../shared/accounts/policy.ts';
import { join } from 'node:path';
import type { Actor, SessionContext } from '../../main/context.ts';
import { Writer } from '../../main/trail/change.ts';
import { copyLedger } from '../../main/vault/copy-ledger.ts';
import type { Ledger } from '../../main/vault/ledger.ts';
import { vaultPaths } from '../../main/vault/paths.ts';
import { newSignatureKey, signWith } from '../../main/vault/signatures.ts';
import { refuse } from '../../shared/kernel/result.ts';
import type { Instant } from '../../shared/kernel/time.ts';

export const OPERATOR: Actor = {
  id: '01990000-0000-7000-8000-000000000004',
  name: '操田 颯太',
  roles: ['operator'],
};

/** The context of a session on a ledger that was opened by its key alone, without a desk. `over` replaces parts of it. */
export function sessionOn(
  ledger: Ledger,
  now: () => Instant,
  actor: Actor = OPERATOR,
  over: Partial<SessionContext> = {},
): SessionContext {
  const writer = new Writer(ledger.write, now, { committed() {}, readOnly() {} });
  return {
    actor,
    me: {
      accountId: actor.id,
      identifier: 'souta',
      name: actor.name,
      roles: actor.roles,
      site: { code: 'test-site', name: 'テスト浄水場', room: '中央監視室' },
      demo: false,
      failedSince: 0,
      mustChangePassword: false,
      passwordMin: 12,
      idleMinutes: 10,
    },
    read: ledger.read,
    ledger,
    now,
    push() {},
    ended: () => false,
    change: (decide) => writer.change(actor.id, decide),
    changeInSteps: (steps, cancelled) => writer.changeInSteps(actor.id, steps, cancelled),
    changeKeys: () => Promise.reject(new Error('no keyslots here')),
    keys: () => ({
      epoch: 1,
      encryption: FIRST_POLICY.ledgerEncryption,
      site: newSignatureKey('ed25519').public,
      slots: [],
      recovery: [],
    }),
    attest: (_identifier, _password, work) => {
      const { public: key, privateKey } = newSignatureKey('ed25519');
      const value = (bytes: Uint8Array) => signWith(key.algorithm, privateKey, bytes).toString('base64');
      return work({ ...actor, sign: (bytes) => ({ ...key, value: value(bytes) }) });
    },
    checkpoint: () => Promise.resolve(refuse('no-site-key')),
    bySystem: (decide) => writer.change('system', decide),
    paths: vaultPaths(join(ledger.folder, 'app'), ledger.folder),
    copy: (options) => copyLedger({ ...options, ledger, inStillness: (work) => writer.still(work) }),
    store: (work) => writer.store(work),
    ...over,
  };
}
