import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, vi } from 'vitest';
import type { FoundingKeys, FoundingPerson } from '../../../main/vault/found.ts';
import { STRETCHING } from '../../../shared/kernel/stretching.ts';
import type { Ledger } from '../../../main/vault/ledger.ts';
import { openLedger } from '../../../main/vault/open-ledger.ts';
import type { VaultPaths } from '../../../main/vault/paths.ts';
import { type OpenVault, unlock } from '../../../main/vault/unlock.ts';
import { foundedOnce, type Insides, pathsIn } from './founded-once.ts';

export { pathsIn } from './founded-once.ts';

/** Somebody of the fixture's site. */
export type Person = FoundingPerson & { readonly name: string };

/** The five people of every founded folder. */
export const people = {
  admin1: {
    accountId: '01990000-0000-7000-8000-000000000001',
    identifier: 'kanri1',
    name: '管理 一郎',
    password: 'kanri-no-kagi-2026',
    roles: ['administrator'],
  },
  admin2: {
    accountId: '01990000-0000-7000-8000-000000000002',
    identifier: 'kanri2',
    name: '管理 二葉',
    password: 'futaba-no-kagi-2026',
    roles: ['administrator'],
  },
  officer: {
    accountId: '01990000-0000-7000-8000-000000000003',
    identifier: 'sekinin',
    name: '責任 三郎',
    password: 'sekinin-no-kagi-2026',
    roles: ['officer', 'bcp'],
  },
  operator: {
    accountId: '01990000-0000-7000-8000-000000000004',
    identifier: 'souta',
    name: '操田 颯太',
    password: 'souta-no-kagi-2026',
    roles: ['operator'],
  },
  auditor: {
    accountId: '01990000-0000-7000-8000-000000000005',
    identifier: 'kansa',
    name: '監査 五月',
    password: 'kansa-no-kagi-2026',
    roles: ['auditor'],
  },
} as const satisfies Record<string, Person>;

export const site = { code: 'misaki', name: '岬浄水場', room: '中央監視室' } as const;

/** Writes the first events of a founded site. */
export type Fill = (ledger: Ledger, keys: FoundingKeys, signing: Insides['signing']) => void;

/** A founded site in folders of its own. */
export interface FoundedFolder {
  readonly root: string;
  readonly paths: VaultPaths;
  readonly people: typeof people;
}

// Deriving a key takes a second of processor time by design, and a machine may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const temporary: string[] = [];
const founded = new Map<Fill, Promise<string>>();

afterAll(() => {
  for (const folder of temporary.splice(0)) rmSync(folder, { recursive: true, force: true });
  founded.clear();
});

/** A temporary folder, removed when the test file ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'suimon-test-'));
  temporary.push(folder);
  return folder;
}

const nothing: Fill = () => undefined;

async function filled(fill: Fill): Promise<string> {
  const once = await foundedOnce(site, Object.values(people));
  const root = temporaryFolder();
  for (const part of ['app', 'ledger']) cpSync(join(once.root, part), join(root, part), { recursive: true });
  if (fill === nothing) return root;
  const ledger = openLedger(pathsIn(root).ledger, once.ledgerKey, 'write');
  try {
    fill(ledger, once.keys, once.signing);
  } finally {
    ledger.close();
  }
  return root;
}

/**
 * A site founded with {@link people}, in a fresh copy. Founding takes seconds and is done once for all files; `fill` is run once for
 * a test file: pass the same function again for another copy.
 */
export async function foundedFolder(fill: Fill = nothing): Promise<FoundedFolder> {
  const original = founded.get(fill) ?? filled(fill);
  founded.set(fill, original);
  const root = temporaryFolder();
  cpSync(await original, root, { recursive: true });
  return { root, paths: pathsIn(root), people };
}

/** Signs one of the fixture's people in; throws if that is refused. */
export async function opened(paths: VaultPaths, person: Person): Promise<OpenVault> {
  const unlocked = await unlock(paths, person.identifier, person.password);
  if (!unlocked.ok) throw new Error(`not opened: ${JSON.stringify(unlocked)}`);
  return unlocked.vault;
}

/** How a slot is sealed under another password, with the iterations of every fixture. */
export function withPassword(password: string): { readonly password: string; readonly iterations: number } {
  return { password, iterations: STRETCHING.least };
}
