import { chmodSync, chownSync, copyFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ok, refuse } from '../../shared/kernel/result.ts';
import { run } from '../../main/vault/db.ts';
import { probe, unlock } from '../../main/vault/unlock.ts';
import { founding, testDesk } from '../main/accounts/desk-fixture.ts';
import {
  type Fill,
  type FoundedFolder,
  foundedFolder,
  opened,
  people,
  withPassword,
} from '../main/vault/fixture.ts';
import { SHA256 } from '../main/vault/encryptions.ts';
import { addEntries, addEntry, entriesWithoutGap } from '../main/vault/sample-ledger.ts';

const fill: Fill = (ledger) => {
  ledger.write.exec("INSERT INTO chain_site VALUES (1, 'misaki', 1)");
  addEntries(ledger, 5, 'entry');
};

const NOBODY = 65_534;
const isRoot = process.geteuid?.() === 0;
const { officer } = people;

/** Root is stopped by no permission, so tests started as root give it up for as long as they last. */
function asOrdinaryUser(root: string): void {
  if (!isRoot) return;
  for (const path of [
    root,
    ...readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => join(root, name)),
  ]) {
    chownSync(path, NOBODY, NOBODY);
  }
  process.seteuid?.(NOBODY);
}

const restore: string[] = [];

afterEach(() => {
  if (isRoot) process.seteuid?.(0);
  for (const path of restore.splice(0)) chmodSync(path, 0o700);
});

function setMode(path: string, mode: number): void {
  chmodSync(path, mode);
  restore.push(path);
}

function makeReadOnly({ paths, root }: FoundedFolder): void {
  for (const name of readdirSync(paths.ledgerFolder)) setMode(join(paths.ledgerFolder, name), 0o444);
  setMode(paths.ledgerFolder, 0o555);
  asOrdinaryUser(root);
}

describe.skipIf(process.platform === 'win32')('F6 a ledger that cannot be written', () => {
  it('F6 in a read-only folder opens for viewing: all is there, nothing can be changed, nothing is', async () => {
    const folder = await foundedFolder(fill);
    const { paths } = folder;
    makeReadOnly(folder);
    const before = readdirSync(paths.ledgerFolder);
    expect(probe(paths)).toBe('ready');
    const vault = await opened(paths, officer);
    expect(vault.viewingOnly).toBe('read-only-folder');
    expect(entriesWithoutGap(vault.ledger)).toBe(5);
    expect(() => addEntry(vault.ledger, 6, 'entry')).toThrow('readonly');
    expect(() => run(vault.ledger.write, 'DELETE FROM trail_subject')).toThrow('readonly');
    await expect(vault.reseal(officer.password, withPassword('atarashii-kagi-2027'))).rejects.toThrow(
      'viewing only',
    );
    vault.close();
    expect(readdirSync(paths.ledgerFolder)).toEqual(before);
    expect(readdirSync(paths.appFolder).toSorted()).toEqual(['site-secret', 'site.json']);
  });

  it('F6 in a read-only folder opens for viewing under the other encryption too', async () => {
    const folder = await foundedFolder(fill);
    const { paths } = folder;
    const writing = await opened(paths, officer);
    const rotated = await writing.rotate({
      encryption: SHA256,
      progress: () => undefined,
      cancelled: () => false,
      hold: async () => ok({ end() {} }),
    });
    expect(rotated).toEqual(ok(null));
    expect(writing.keys()).toMatchObject({ epoch: 2, encryption: SHA256 });
    writing.close();
    makeReadOnly(folder);
    const vault = await opened(paths, officer);
    expect(vault.viewingOnly).toBe('read-only-folder');
    expect(vault.keys()).toMatchObject({ encryption: SHA256 });
    expect(entriesWithoutGap(vault.ledger)).toBe(5);
    expect(() => addEntry(vault.ledger, 6, 'entry')).toThrow('readonly');
    vault.close();
  });

  it('F6 shows what was still in the WAL when the folder became read-only', async () => {
    const folder = await foundedFolder(fill);
    const { paths } = folder;
    const vault = await opened(paths, officer);
    addEntry(vault.ledger, 6, 'entry');
    copyFileSync(`${paths.ledger}-wal`, `${paths.ledger}-kept`);
    copyFileSync(paths.ledger, `${paths.ledger}-main`);
    vault.close();
    copyFileSync(`${paths.ledger}-main`, paths.ledger);
    copyFileSync(`${paths.ledger}-kept`, `${paths.ledger}-wal`);
    makeReadOnly(folder);
    const again = await opened(paths, officer);
    expect(again.viewingOnly).toBe('read-only-folder');
    expect(entriesWithoutGap(again.ledger)).toBe(6);
    again.close();
  });

  it('F6 refuses a wrong password there as anywhere', async () => {
    const folder = await foundedFolder(fill);
    makeReadOnly(folder);
    expect(await unlock(folder.paths, officer.identifier, 'not-the-password')).toEqual({
      ok: false,
      refused: true,
    });
  });

  it.each(['ledger', 'keys'] as const)(
    'F6 opens for viewing when the %s alone is read-only',
    async (name) => {
      const { paths, root } = await foundedFolder(fill);
      setMode(paths[name], 0o444);
      asOrdinaryUser(root);
      const vault = await opened(paths, officer);
      expect(vault.viewingOnly).toBe('read-only-folder');
      vault.close();
    },
  );

  it('F6 a session that began for viewing is told that it has to sign in again once the folder can be written', async () => {
    const folder = await foundedFolder(founding);
    makeReadOnly(folder);
    const test = await testDesk(folder);
    expect(await test.signIn('officer')).toMatchObject({ value: { readOnly: 'read-only-folder' } });
    expect(await test.desk.lookAgain()).toEqual(
      refuse('still-unwritable', { detail: { reason: 'read-only-folder' } }),
    );
    setMode(folder.paths.ledgerFolder, 0o755);
    for (const name of readdirSync(folder.paths.ledgerFolder))
      setMode(join(folder.paths.ledgerFolder, name), 0o644);
    expect(await test.desk.lookAgain()).toEqual(refuse('sign-in-again'));
    await test.desk.end('signed-out');
    const again = await test.signIn('officer');
    expect(again).toMatchObject({ ok: true });
    expect(again).not.toMatchObject({ value: { readOnly: expect.anything() } });
    await test.desk.end('quit');
  });

  it('F6 can be written again when the folder can', async () => {
    const { paths, root } = await foundedFolder(fill);
    setMode(paths.ledgerFolder, 0o555);
    asOrdinaryUser(root);
    (await opened(paths, officer)).close();
    chmodSync(paths.ledgerFolder, 0o700);
    const vault = await opened(paths, officer);
    expect(vault.viewingOnly).toBe(false);
    addEntry(vault.ledger, 6, 'entry');
    vault.close();
  });
});

describe('F6 a ledger that cannot be reached', () => {
  it('F6 its folder missing (a drive that is not there) is said, and nothing looks unfounded', async () => {
    const { paths } = await foundedFolder(fill);
    rmSync(paths.ledgerFolder, { recursive: true });
    const fault = { fault: 'folder-unreadable', file: paths.ledgerFolder };
    expect(probe(paths)).toEqual(fault);
    expect(await unlock(paths, officer.identifier, officer.password)).toEqual({ ok: false, ...fault });
  });

  it
    .skipIf(process.platform === 'win32')
    .each(['ledgerFolder', 'appFolder', 'ledger', 'keys', 'secret'] as const)(
    'F6 no permission to read the %s is said, with its name',
    async (name) => {
      const { paths, root } = await foundedFolder(fill);
      setMode(paths[name], 0o000);
      asOrdinaryUser(root);
      const fault = { fault: 'folder-unreadable', file: paths[name] };
      expect(probe(paths)).toEqual(fault);
      expect(await unlock(paths, officer.identifier, officer.password)).toEqual({ ok: false, ...fault });
    },
  );
});
