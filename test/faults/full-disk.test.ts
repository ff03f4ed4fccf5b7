import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { unlock } from '../../main/vault/unlock.ts';
import { type Fill, foundedFolder, opened, pathsIn, people, withPassword } from '../main/vault/fixture.ts';
import { addEntries, addEntry, entriesWithoutGap } from '../main/vault/sample-ledger.ts';

const fill: Fill = (ledger) => {
  ledger.write.exec("INSERT INTO chain_site VALUES (1, 'misaki', 1)");
  addEntries(ledger, 300, '入退室の記録');
};

const { officer } = people;

/** A file system of 4 MiB in memory; undefined where this machine does not let us make one. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'suimon-test-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'none', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
}

const disk = smallDisk();

afterAll(() => {
  if (disk === undefined) return;
  execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

/** Takes all the room that is left. */
function fillUp(file: string): void {
  expect(() => writeFileSync(file, Buffer.alloc(8 * 1024 * 1024))).toThrow('ENOSPC');
}

describe.skipIf(disk === undefined)('F3 a disk without room (skipped: no right to mount one)', () => {
  it('F3 signing in on a full disk opens for viewing, says why, changes nothing; with room again all is as before', async () => {
    const root = join(disk ?? '', 'site');
    cpSync((await foundedFolder(fill)).root, root, { recursive: true });
    const paths = pathsIn(root);
    const before = readFileSync(paths.ledger);
    const filler = join(disk ?? '', 'filler');
    fillUp(filler);
    const vault = await opened(paths, officer);
    expect(vault.viewingOnly).toBe('disk-full');
    expect(entriesWithoutGap(vault.ledger)).toBe(300);
    expect(() => addEntry(vault.ledger, 301, 'entry')).toThrow('readonly');
    await expect(vault.reseal(officer.password, withPassword('atarashii-kagi-2027'))).rejects.toThrow(
      'viewing only',
    );
    expect(() => vault.ledger.snapshot()).toThrow('the disk is full');
    vault.close();
    expect(await unlock(paths, officer.identifier, 'not-the-password')).toEqual({ ok: false, refused: true });
    expect(readFileSync(paths.ledger).equals(before)).toBe(true);
    rmSync(filler);
    const again = await opened(paths, officer);
    expect(again.viewingOnly).toBe(false);
    addEntry(again.ledger, 301, 'entry');
    again.close();
  });

  it('F3 a disk that fills up while the ledger is open refuses the write and keeps what was acknowledged, in sight', async () => {
    const root = join(disk ?? '', 'other-site');
    cpSync((await foundedFolder(fill)).root, root, { recursive: true });
    const paths = pathsIn(root);
    const vault = await opened(paths, officer);
    addEntry(vault.ledger, 301, 'entry');
    const filler = join(disk ?? '', 'filler');
    fillUp(filler);
    let acknowledged = 301;
    expect(() => {
      for (;;) {
        addEntry(vault.ledger, acknowledged + 1, 'x'.repeat(2000));
        acknowledged += 1;
      }
    }).toThrow(/full|disk/u);
    expect(entriesWithoutGap(vault.ledger)).toBe(acknowledged);
    await expect(vault.reseal(officer.password, withPassword('atarashii-kagi-2027'))).rejects.toThrow(
      /full|disk/u,
    );
    vault.close();
    const full = await opened(paths, officer);
    expect(entriesWithoutGap(full.ledger)).toBe(acknowledged);
    full.close();
    rmSync(filler);
    const again = await opened(paths, officer);
    expect([again.viewingOnly, entriesWithoutGap(again.ledger)]).toEqual([false, acknowledged]);
    again.close();
  });
});
