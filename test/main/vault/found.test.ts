import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, it } from 'vitest';
import { STRETCHING } from '../../../shared/kernel/stretching.ts';
import { row, run } from '../../../main/vault/db.ts';
import { AlreadyFounded, foundVault } from '../../../main/vault/found.ts';
import { stagedPaths } from '../../../main/vault/founding-files.ts';
import { probe } from '../../../main/vault/unlock.ts';
import type { Ledger } from '../../../main/vault/ledger.ts';
import type { VaultPaths } from '../../../main/vault/paths.ts';
import { foundedFolder, opened, pathsIn, people, site, temporaryFolder } from './fixture.ts';

const one = [people.officer];
const withSite = (ledger: Ledger): void =>
  run(ledger.write, "INSERT INTO chain_site (no, code, own) VALUES (1, 'misaki', 1)");

function files(paths: VaultPaths): string[] {
  return [paths.appFolder, paths.ledgerFolder]
    .flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []))
    .toSorted();
}

const FOUNDED = ['ledger.keys.json', 'ledger.suimon', 'site-secret', 'site.json'];

describe('founding', () => {
  it('makes its four files and no others, and what fill wrote is in the ledger', async () => {
    const paths = pathsIn(temporaryFolder());
    await foundVault(paths, site, [people.officer, people.operator], withSite);
    expect(files(paths)).toEqual(FOUNDED);
    const vault = await opened(paths, people.operator);
    expect(vault.keys().slots.map(({ iterations }) => iterations)).toEqual([
      STRETCHING.first,
      STRETCHING.first,
    ]);
    expect(row(vault.ledger.read, 'SELECT * FROM chain_site')).toEqual({ no: 1, code: 'misaki', own: 1 });
    vault.close();
    expect(files(paths)).toEqual(FOUNDED);
  });

  it('leaves nothing when the first events cannot be written, throws their error, and can be done again', async () => {
    const paths = pathsIn(temporaryFolder());
    const broken = new Error('first events');
    const failing = foundVault(paths, site, one, () => {
      throw broken;
    });
    await expect(failing).rejects.toBe(broken);
    expect(files(paths)).toEqual([]);
    expect(probe(paths)).toBe('unfounded');
    await foundVault(paths, site, one, withSite);
    expect(probe(paths)).toBe('ready');
  });

  it('refuses two people with one identifier', async () => {
    const paths = pathsIn(temporaryFolder());
    const twin = { ...people.officer, accountId: people.admin1.accountId, identifier: 'SEKININ' };
    await expect(foundVault(paths, site, [people.officer, twin], withSite)).rejects.toThrow(
      'one identifier twice',
    );
    expect(files(paths)).toEqual([]);
  });

  it.each(['ledger', 'keys', 'secret', 'site'] as const)(
    'overwrites nothing: refused when there is a %s',
    async (name) => {
      const paths = pathsIn(temporaryFolder());
      for (const folder of [paths.appFolder, paths.ledgerFolder]) mkdirSync(folder);
      writeFileSync(paths[name], 'somebody else wrote this');
      await expect(foundVault(paths, site, one, withSite)).rejects.toBeInstanceOf(AlreadyFounded);
      expect(readFileSync(paths[name], 'utf8')).toBe('somebody else wrote this');
      expect(files(paths).length).toBe(1);
    },
  );
});

describe('a founding that the machine stopped in', () => {
  /** The founded files, the last `named` of them under their names and the first still under temporary ones. */
  async function stopped(named: number): Promise<VaultPaths> {
    const { paths } = await foundedFolder(withSite);
    const staged = stagedPaths(paths);
    const order = ['site', 'secret', 'keys', 'ledger'] as const;
    for (const name of order.slice(named)) renameSync(paths[name], staged[name]);
    return paths;
  }

  it('looks unfounded before the site has its name, whatever is prepared, and can be done again', async () => {
    const paths = await stopped(0);
    expect(probe(paths)).toBe('unfounded');
    writeFileSync(`${stagedPaths(paths).ledger}-wal`, 'left over');
    await foundVault(paths, site, one, withSite);
    expect(files(paths)).toEqual(FOUNDED);
    (await opened(paths, people.officer)).close();
  });

  it.each([1, 2, 3])('is finished at the next start when %i of four names were given', async (named) => {
    const paths = await stopped(named);
    expect(probe(paths)).toBe('ready');
    expect(files(paths)).toEqual(FOUNDED);
    (await opened(paths, people.auditor)).close();
  });

  it('never puts a prepared ledger in the place of one that is there', async () => {
    const { paths } = await foundedFolder(withSite);
    const before = readFileSync(paths.ledger);
    cpSync(paths.ledger, stagedPaths(paths).ledger);
    writeFileSync(stagedPaths(paths).ledger, 'another');
    expect(probe(paths)).toBe('ready');
    expect(readFileSync(paths.ledger).equals(before)).toBe(true);
  });
});

describe('a founded site whose files have gone', () => {
  it.each([
    ['ledger', 'ledger-missing'],
    ['keys', 'keys-missing'],
    ['secret', 'secret-missing'],
  ] as const)('%s: %s, and it is not founded anew over the rest', async (name, fault) => {
    const { paths } = await foundedFolder(withSite);
    rmSync(paths[name]);
    expect(probe(paths)).toEqual({ fault, file: paths[name] });
    await expect(foundVault(paths, site, one, withSite)).rejects.toBeInstanceOf(AlreadyFounded);
  });
});
