import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { row } from '../../../main/vault/db.ts';
import { type InTurn, ownTurn } from '../../../main/vault/keys-state.ts';
import type { VaultPaths } from '../../../main/vault/paths.ts';
import { type OpenVault, unlock } from '../../../main/vault/unlock.ts';
import { foundedFolder, opened, people, withPassword } from './fixture.ts';

const { officer, operator } = people;
const NEXT = 'atarashii-kagi-2027';
const renewed = { ...officer, password: NEXT };

async function outcome(paths: VaultPaths, identifier: string, password: string): Promise<unknown> {
  const unlocked = await unlock(paths, identifier, password);
  if (!unlocked.ok) return unlocked;
  unlocked.vault.close();
  return 'opened';
}

const refused = { ok: false, refused: true };

function pending(vault: OpenVault): unknown {
  return row(vault.ledger.read, 'SELECT next IS NOT NULL AS pending FROM vault_keys');
}

describe('changing a password', () => {
  it('opens with the new one alone, with the same keys, and leaves the slots of others', async () => {
    const { paths } = await foundedFolder();
    const vault = await opened(paths, officer);
    const before = vault.siteSign?.(Buffer.from('x'));
    const personBefore = vault.sign?.(Buffer.from('x'));
    expect(await vault.reseal(officer.password, withPassword(NEXT))).toBe('ok');
    expect(pending(vault)).toEqual({ pending: 0 });
    vault.close();
    expect(await outcome(paths, officer.identifier, officer.password)).toEqual(refused);
    expect(await outcome(paths, operator.identifier, operator.password)).toBe('opened');
    const again = await opened(paths, renewed);
    expect(again.siteSign?.(Buffer.from('x'))).toEqual(before);
    expect(again.sign?.(Buffer.from('x'))).toEqual(personBefore);
    expect(await again.reseal(NEXT, withPassword(officer.password))).toBe('ok');
    again.close();
    expect(await outcome(paths, officer.identifier, officer.password)).toBe('opened');
  });

  it('changes nothing when the current password is wrong, or is that of another', async () => {
    const { paths } = await foundedFolder();
    const before = readFileSync(paths.keys);
    const vault = await opened(paths, officer);
    expect(await vault.reseal('not-the-password', withPassword(NEXT))).toBe('wrong');
    expect(await vault.reseal(operator.password, withPassword(NEXT))).toBe('wrong');
    vault.close();
    expect(readFileSync(paths.keys).equals(before)).toBe(true);
  });

  it('changes nothing when what is to be recorded with it cannot be', async () => {
    const { paths } = await foundedFolder();
    const before = readFileSync(paths.keys);
    const vault = await opened(paths, officer);
    const full = new Error('disk full');
    const failing: InTurn = async (_step, work) =>
      ownTurn(vault.ledger)('announce', (db) => {
        work(db);
        throw full;
      });
    await expect(vault.reseal(officer.password, withPassword(NEXT), failing)).rejects.toBe(full);
    expect(pending(vault)).toEqual({ pending: 0 });
    vault.close();
    expect(readFileSync(paths.keys).equals(before)).toBe(true);
    expect(await outcome(paths, officer.identifier, officer.password)).toBe('opened');
  });
});

describe('a change of password that the machine stopped in', () => {
  /** Stops right after the announcement is committed (`file` old), or before it is settled (`file` new). */
  async function stopped(file: 'old' | 'new'): Promise<VaultPaths> {
    const { paths } = await foundedFolder();
    const old = readFileSync(paths.keys);
    const vault = await opened(paths, officer);
    const turn = ownTurn(vault.ledger);
    await vault.reseal(officer.password, withPassword(NEXT), async (step, work) => {
      if (step === 'announce') await turn(step, work);
    });
    expect(pending(vault)).toEqual({ pending: 1 });
    vault.close();
    if (file === 'old') writeFileSync(paths.keys, old);
    return paths;
  }

  it('before the file was replaced: the next opening, by anybody, finishes it', async () => {
    const paths = await stopped('old');
    const other = await opened(paths, operator);
    expect(pending(other)).toEqual({ pending: 0 });
    other.close();
    expect(await outcome(paths, officer.identifier, officer.password)).toEqual(refused);
    expect(await outcome(paths, officer.identifier, NEXT)).toBe('opened');
  });

  it('before the file was replaced: the old password opens one last time, and can be changed again', async () => {
    const paths = await stopped('old');
    const vault = await opened(paths, officer);
    expect(await vault.reseal(officer.password, withPassword('x'.repeat(12)))).toBe('wrong');
    expect(await vault.reseal(NEXT, withPassword('yet-another-password'))).toBe('ok');
    vault.close();
    expect(await outcome(paths, officer.identifier, 'yet-another-password')).toBe('opened');
  });

  it('after the file was replaced: the next opening settles it', async () => {
    const paths = await stopped('new');
    const vault = await opened(paths, renewed);
    expect(pending(vault)).toEqual({ pending: 0 });
    vault.close();
    expect(await outcome(paths, officer.identifier, NEXT)).toBe('opened');
  });
});
