import { createPublicKey } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { row } from '../../../main/vault/db.ts';
import type { FoundingKeys } from '../../../main/vault/found.ts';
import { verifyWith } from '../../../main/vault/signatures.ts';
import { probe, readSite, unlock } from '../../../main/vault/unlock.ts';
import { foundedFolder, opened, pathsIn, people, site, temporaryFolder, type Fill } from './fixture.ts';

let made: FoundingKeys | undefined;
const keepKeys: Fill = (_ledger, keys) => {
  made = keys;
};

describe('a founded vault', () => {
  it('is unfounded before and ready after, with the name of the site to be read without a password', async () => {
    expect(probe(pathsIn(temporaryFolder()))).toBe('unfounded');
    const { paths } = await foundedFolder(keepKeys);
    expect(probe(paths)).toBe('ready');
    expect(readSite(paths)).toEqual(site);
    expect(statSync(paths.secret).mode & 0o777).toBe(0o600);
    expect(statSync(paths.secret).size).toBe(32);
  });

  it('opens for each of its people, who get the keys of their roles and no others', async () => {
    const { paths } = await foundedFolder(keepKeys);
    const bytes = Buffer.from('a decision');
    for (const person of Object.values(people)) {
      const vault = await opened(paths, person);
      const signed = vault.sign?.(bytes);
      const bySite = vault.siteSign?.(bytes);
      vault.close();
      expect(vault.accountId).toBe(person.accountId);
      expect(vault.viewingOnly).toBe(false);
      const own = made?.people.get(person.accountId) ?? null;
      expect(signed && { algorithm: signed.algorithm, key: signed.key }).toEqual(own ?? undefined);
      if (signed)
        expect(verifyWith(signed.algorithm, signed.key, bytes, Buffer.from(signed.value, 'base64'))).toBe(
          true,
        );
      expect(bySite !== undefined).toBe(['sekinin', 'kansa'].includes(person.identifier));
      if (bySite) {
        expect({ algorithm: bySite.algorithm, key: bySite.key }).toEqual(made?.site);
        expect(verifyWith(bySite.algorithm, bySite.key, bytes, Buffer.from(bySite.value, 'base64'))).toBe(
          true,
        );
      }
    }
  });

  it('takes identifier and password in any width and the identifier in any case', async () => {
    const { paths } = await foundedFolder(keepKeys);
    const unlocked = await unlock(paths, ' ＫＡＮＳＡ', 'ｋａｎｓａ-no-kagi-2026');
    expect(unlocked.ok).toBe(true);
    if (unlocked.ok) unlocked.vault.close();
  });

  it('holds an RSA-3072 key of the site and names nobody in the keyslot file', async () => {
    const { paths } = await foundedFolder(keepKeys);
    const text = readFileSync(paths.keys, 'utf8');
    const file = JSON.parse(text) as { site: { encryption: { key: string } } };
    const key = createPublicKey({
      key: Buffer.from(file.site.encryption.key, 'base64'),
      type: 'spki',
      format: 'der',
    });
    expect(key.asymmetricKeyDetails?.modulusLength).toBe(3072);
    for (const { identifier, name } of Object.values(people)) {
      expect(text).not.toContain(identifier);
      expect(text).not.toContain(name);
    }
  });

  it('refuses signatures and queries once closed, and may be closed twice', async () => {
    const { paths } = await foundedFolder(keepKeys);
    const vault = await opened(paths, people.officer);
    expect(row(vault.ledger.read, 'SELECT count(*) AS n FROM chain_entry')).toEqual({ n: 0 });
    vault.close();
    vault.close();
    expect(() => vault.siteSign?.(Buffer.from('x'))).toThrow('vault: closed');
    expect(() => vault.ledger.read.prepare('SELECT 1')).toThrow('not open');
    expect(() => vault.ledger.write.prepare('SELECT 1')).toThrow('not open');
  });
});
