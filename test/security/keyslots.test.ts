import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import { STRETCHING } from '../../shared/kernel/stretching.ts';
import { connectionsOf } from '../../main/vault/handles.ts';
import { serialiseKeysFile, type SealedKeysFile } from '../../main/vault/keys-file.ts';
import type { VaultPaths } from '../../main/vault/paths.ts';
import { probe, unlock, type Unlocked } from '../../main/vault/unlock.ts';
import {
  foundedFolder,
  opened,
  type Person,
  people,
  pathsIn,
  temporaryFolder,
  site,
  withPassword,
} from '../main/vault/fixture.ts';
import { foundVault } from '../../main/vault/found.ts';

const { admin1, officer, operator } = people;
const refused = { ok: false, refused: true };

async function signIn(
  paths: VaultPaths,
  { identifier, password }: Pick<Person, 'identifier' | 'password'>,
): Promise<unknown> {
  const unlocked: Unlocked = await unlock(paths, identifier, password);
  if (!unlocked.ok) return unlocked;
  unlocked.vault.close();
  return 'opened';
}

function read(paths: VaultPaths): SealedKeysFile {
  return JSON.parse(readFileSync(paths.keys, 'utf8')) as SealedKeysFile;
}

function write(paths: VaultPaths, file: unknown): void {
  writeFileSync(paths.keys, `${canonicalJson(file)}\n`);
}

/** Sets one value in a copy of a JSON document, by dotted path. */
function withValue(document: unknown, path: string, value: unknown): unknown {
  const copy = structuredClone(document);
  const names = path.split('.');
  const last = names.pop() ?? '';
  let place = copy as Record<string, unknown>;
  for (const name of names) place = place[name] as Record<string, unknown>;
  place[last] = value;
  return copy;
}

/** The index of a person's slot: slots stand in the order of the people. */
const slotOf = (person: Person): number =>
  Object.values(people).findIndex(({ accountId }) => accountId === person.accountId);

function flipped(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20);
  return bytes.toString('base64');
}

describe('A1 a wrong key or password', () => {
  it('A1 a wrong password, another person’s, an unknown or malformed identifier and a removed slot get the same answer', async () => {
    const { paths } = await foundedFolder();
    const attempts = [
      { identifier: officer.identifier, password: 'not-the-password' },
      { identifier: officer.identifier, password: operator.password },
      { identifier: 'nobody', password: officer.password },
      { identifier: 'not an identifier!', password: officer.password },
      { identifier: officer.identifier, password: '' },
    ];
    for (const attempt of attempts) expect(await signIn(paths, attempt)).toEqual(refused);
    const file = read(paths);
    write(paths, { ...file, slots: file.slots.filter((_, index) => index !== slotOf(officer)) });
    expect(await signIn(paths, officer)).toEqual(refused);
  });

  it('A1 an unknown identifier costs the derivation of a key like a wrong password', async () => {
    const { paths } = await foundedFolder();
    const cost = async (identifier: string) => {
      const before = process.cpuUsage();
      await unlock(paths, identifier, 'not-the-password');
      return process.cpuUsage(before).user;
    };
    const wrong = await cost(officer.identifier);
    const unknown = await cost('nobody');
    expect(unknown).toBeGreaterThan(wrong / 2);
    expect(unknown).toBeLessThan(wrong * 2);
  });

  it('A1 the right password opens nothing with the secret of another site, or without it', async () => {
    const { paths } = await foundedFolder();
    writeFileSync(paths.secret, Buffer.alloc(32, 1));
    expect(await signIn(paths, officer)).toEqual(refused);
    writeFileSync(paths.secret, Buffer.alloc(31, 1));
    expect(await signIn(paths, officer)).toEqual({ ok: false, fault: 'secret-missing', file: paths.secret });
  });
});

describe('A7 the keyslot file is not the one that belongs to the ledger', () => {
  it('A7 an old file put back after a change of password is refused to the old password and to everybody else', async () => {
    const { paths } = await foundedFolder();
    const old = readFileSync(paths.keys);
    const vault = await opened(paths, officer);
    await vault.reseal(officer.password, withPassword('atarashii-kagi-2027'));
    vault.close();
    const current = readFileSync(paths.keys);
    writeFileSync(paths.keys, old);
    const altered = { ok: false, fault: 'keys-altered', file: paths.keys };
    expect(await signIn(paths, officer)).toEqual(altered);
    expect(await signIn(paths, operator)).toEqual(altered);
    expect(await signIn(paths, { ...officer, password: 'atarashii-kagi-2027' })).toEqual(refused);
    writeFileSync(paths.keys, current);
    expect(await signIn(paths, operator)).toBe('opened');
  });

  it('A7 a slot moved to another person opens for neither', async () => {
    const { paths } = await foundedFolder();
    const file = read(paths);
    const [from, to] = [file.slots[slotOf(operator)], file.slots[slotOf(admin1)]];
    if (from === undefined || to === undefined) throw new Error('no slots');
    const slots = file.slots.map((slot) =>
      slot === to ? { ...from, user: to.user, account: to.account, slot: to.slot } : slot,
    );
    write(paths, { ...file, slots });
    expect(await signIn(paths, { identifier: admin1.identifier, password: operator.password })).toEqual(
      refused,
    );
    expect(await signIn(paths, admin1)).toEqual(refused);
    expect(await signIn(paths, operator)).toEqual({ ok: false, fault: 'keys-altered', file: paths.keys });
  });

  it('A7 the secrets of one slot put into another do not open there', async () => {
    const { paths } = await foundedFolder();
    const file = read(paths);
    const from = file.slots[slotOf(officer)];
    write(paths, withValue(file, `slots.${slotOf(operator)}.site`, from?.site));
    expect(await signIn(paths, operator)).toEqual(refused);
  });

  it.each([
    ['slot', 77],
    ['user', 'ab'.repeat(32)],
    ['account', people.admin2.accountId],
    ['iterations', 1_000_001],
    ['salt', Buffer.alloc(32, 1).toString('base64')],
    ['ledger', flipped],
    ['signing.key', flipped],
    ['signing.sealed', flipped],
    ['signing.algorithm', 'ecdsa-p256-sha256'],
    ['signing', null],
    ['site.signing', flipped],
    ['site.encryption', flipped],
    ['site', null],
  ] as const)(
    'A7 %s edited in a slot: refused to its owner, or altered to whoever still opens it',
    async (field, change) => {
      const { paths } = await foundedFolder();
      const path = `slots.${slotOf(officer)}.${field}`;
      const file = read(paths);
      const before = path
        .split('.')
        .reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], file);
      write(paths, withValue(file, path, typeof change === 'function' ? change(String(before)) : change));
      const altered = { ok: false, fault: 'keys-altered', file: paths.keys };
      expect(await signIn(paths, operator)).toEqual(altered);
      expect([refused, altered]).toContainEqual(await signIn(paths, officer));
    },
  );

  it.each([
    ['epoch', 2, refused],
    ['mac', '00'.repeat(32), 'altered'],
    ['site.signing.key', flipped, 'altered'],
    ['site.encryption.key', flipped, 'altered'],
    ['site.signing.algorithm', 'ecdsa-p256-sha256', 'altered'],
  ] as const)('A7 %s edited in the file', async (path, change, expected) => {
    const { paths } = await foundedFolder();
    const file = read(paths);
    const before = path
      .split('.')
      .reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], file);
    write(paths, withValue(file, path, typeof change === 'function' ? change(String(before)) : change));
    const altered = { ok: false, fault: 'keys-altered', file: paths.keys };
    expect(await signIn(paths, officer)).toEqual(expected === 'altered' ? altered : expected);
  });

  it('A7 a slot added or doubled by somebody without the key, or slots in another order, are seen', async () => {
    const { paths } = await foundedFolder();
    const file = read(paths);
    const altered = { ok: false, fault: 'keys-altered', file: paths.keys };
    write(paths, { ...file, slots: [...file.slots, file.slots[0]] });
    expect(await signIn(paths, officer)).toEqual(altered);
    write(paths, { ...file, slots: file.slots.toReversed() });
    expect(await signIn(paths, officer)).toEqual(altered);
  });

  it('A7 an edited file is seen by its authentication code, before the ledger is opened', async () => {
    const { paths } = await foundedFolder();
    write(paths, withValue(read(paths), 'site.signing.key', flipped(read(paths).site.signing.key)));
    truncateSync(paths.ledger, 4096);
    expect(await signIn(paths, officer)).toEqual({ ok: false, fault: 'keys-altered', file: paths.keys });
  });

  it('A7 a file that even a holder of the key made anew is not the one the ledger knows', async () => {
    const { paths } = await foundedFolder();
    const vault = await opened(paths, officer);
    const { mac: _, ...file } = read(paths);
    const forged = serialiseKeysFile(
      { ...file, slots: file.slots.toReversed() },
      connectionsOf(vault.ledger).key,
    );
    vault.close();
    writeFileSync(paths.keys, forged);
    expect(await signIn(paths, officer)).toEqual({ ok: false, fault: 'keys-altered', file: paths.keys });
  });

  it('A7 the keyslot file of another site, even with its secret, does not open this ledger', async () => {
    const { paths } = await foundedFolder();
    const other = pathsIn(temporaryFolder());
    await foundVault(other, { ...site, code: 'other' }, [officer], () => undefined);
    copyFileSync(other.keys, paths.keys);
    expect(await signIn(paths, officer)).toEqual(refused);
    copyFileSync(other.secret, paths.secret);
    expect(await signIn(paths, officer)).toEqual({ ok: false, fault: 'ledger-damaged', file: paths.ledger });
  });

  it('A7 an encryption of the ledger that is known, written in the place of the one it is under, opens nobody’s slot', async () => {
    const { paths } = await foundedFolder();
    expect(read(paths)).toMatchObject({ encryption: 'sqlcipher-4-aes-256-cbc-hmac-sha512' });
    write(paths, withValue(read(paths), 'encryption', 'sqlcipher-4-aes-256-cbc-hmac-sha256'));
    expect(probe(paths)).toBe('ready');
    expect(await signIn(paths, officer)).toEqual({ ok: false, refused: true });
  });

  it.each([
    ['empty', ''],
    ['not JSON', '{"format":'],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['an array', '[]'],
    ['very deep', '['.repeat(100_000)],
    ['very large', Buffer.alloc(5 * 1024 * 1024, 0x20)],
  ])('A7 a file that is %s is damaged, seen before anybody signs in', async (_what, bytes) => {
    const { paths } = await foundedFolder();
    writeFileSync(paths.keys, bytes);
    expect(probe(paths)).toEqual({ fault: 'keys-damaged', file: paths.keys });
    expect(await signIn(paths, officer)).toEqual({ ok: false, fault: 'keys-damaged', file: paths.keys });
  });

  it.each([
    ['an unknown field', 'more', 1],
    ['no slots', 'slots', []],
    ['an epoch of 0', 'epoch', 0],
    ['a fraction of iterations', 'slots.0.iterations', 1_000_000.5],
    ['a short salt', 'slots.0.salt', 'AAAA'],
    ['a user that is no tag', 'slots.0.user', 'kanri1'],
    ['an unknown field in a slot', 'slots.0.hint', 'x'],
  ])('A7 a file with %s is damaged', async (_what, path, value) => {
    const { paths } = await foundedFolder();
    write(paths, withValue(read(paths), path, value));
    expect(probe(paths)).toEqual({ fault: 'keys-damaged', file: paths.keys });
  });
});

describe('A8 counts and algorithms that are not believed', () => {
  it.each([1, STRETCHING.least - 1, STRETCHING.most + 1, 1_000_000_000, 0, -1])(
    'A8 an iteration count of %i is refused before a key is derived with it',
    async (iterations) => {
      const { paths } = await foundedFolder();
      write(paths, withValue(read(paths), `slots.${slotOf(officer)}.iterations`, iterations));
      const fault = { fault: 'keys-algorithm', file: paths.keys };
      expect(probe(paths)).toEqual(fault);
      expect(await signIn(paths, operator)).toEqual({ ok: false, ...fault });
    },
  );

  it.each([
    ['format', 'suimon-keys-1'],
    ['format', 'suimon-keys-3'],
    ['encryption', 'sqlcipher-3'],
    ['encryption', 'sqlcipher-4-aes-256-cbc-hmac-sha1'],
    ['encryption', 'chacha20'],
    ['encryption', 'toString'],
    ['encryption', 'aes-256-gcm'],
    ['authentication', 'hmac-md5'],
    ['authentication', 'sha256'],
    ['site.signing.algorithm', 'rsa-pkcs1-sha1'],
    ['site.signing.algorithm', 'hmac-sha256'],
    ['site.encryption.algorithm', 'rsa-1024'],
    ['site.encryption.algorithm', 'aes-256-gcm'],
    ['slots.2.derivation', 'pbkdf2-hmac-sha1'],
    ['slots.2.derivation', 'hkdf-sha256'],
    ['slots.2.combination', 'none'],
    ['slots.2.sealing', 'chacha20-poly1305'],
    ['slots.2.sealing', 'constructor'],
    ['slots.2.signing.algorithm', 'ed448'],
    ['slots.2.agreement.algorithm', 'x25519'],
  ])('A8 %s = %s is refused', async (path, id) => {
    const { paths } = await foundedFolder();
    write(paths, withValue(read(paths), path, id));
    const fault = { fault: 'keys-algorithm', file: paths.keys };
    expect(probe(paths)).toEqual(fault);
    expect(await signIn(paths, operator)).toEqual({ ok: false, ...fault });
  });
});
