import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refuse } from '../../../../shared/kernel/result.ts';
import { written } from '../../trail/ledger.ts';
import { verifyLedger } from '../../../../main/trail/verification.ts';
import { manifestBytes, readManifest } from '../../../../main/vault/backup/folder.ts';
import { beginRestore, decideRestore, finishRestore } from '../../../../main/vault/restore-files.ts';
import { type FoundedFolder, foundedFolder, opened, people } from '../fixture.ts';
import { founding } from '../../accounts/desk-fixture.ts';
import { type BackupSite, backupSite } from './site.ts';

const { officer, operator } = people;
const STAMP = '20260402-090000';

/** A site with a backup, and `more` sessions that came after it. Nobody is signed in. */
async function withBackup(more = 0): Promise<{ readonly site: BackupSite; readonly path: string }> {
  const site = await backupSite();
  await site.signIn('officer');
  const path = await site.backUp();
  for (let n = 0; n < more; n += 1) await site.signIn('officer');
  await site.test.desk.end('quit');
  return { site, path };
}

async function chosen(site: BackupSite, path: string): Promise<string> {
  site.chosen = path;
  const found = await site.did('chooseBackup', {});
  if (found === null) throw new Error('nothing chosen');
  return found.id;
}

/** Examines with the officer's password; `over` replaces parts. */
async function examine(
  site: BackupSite,
  source: string,
  over: Partial<Parameters<typeof site.call<'examineBackup'>>[1]> = {},
) {
  const { identifier, password } = officer;
  return site.call('examineBackup', { source, identifier, password, checkpoint: null, ...over });
}

function names({ paths }: FoundedFolder): readonly string[] {
  return readdirSync(paths.ledgerFolder).toSorted();
}

async function expectVerified(site: BackupSite): Promise<void> {
  const context = await site.signIn('officer');
  expect(
    await verifyLedger(
      context.ledger,
      () => undefined,
      () => false,
    ),
  ).toMatchObject({ state: 'verified' });
}

describe('restoring', () => {
  it('A6 puts a backup in the place of a ledger that is gone, records it with who did it, and opens', async () => {
    const { site, path } = await withBackup();
    const { folder, desk } = site.test;
    const { size, head } = readManifest(path);
    rmSync(folder.paths.ledger);
    expect(desk.gate()).toMatchObject({ state: 'refused', fault: 'ledger-missing' });
    const source = await chosen(site, path);
    const examined = await examine(site, source);
    // The sign-in's end and the entry of the backup itself came after it.
    expect(examined).toMatchObject({
      ok: true,
      value: { size, head, missing: 2, comparedWith: ['witness'], replaces: false },
    });
    expect(await site.call('restore', { source, acknowledged: false })).toEqual(
      refuse('restore-acknowledge', { field: 'acknowledged', detail: { missing: 2 } }),
    );
    expect(existsSync(folder.paths.ledger)).toBe(false);
    expect(await site.did('restore', { source, acknowledged: true })).toMatchObject({ state: 'locked' });
    expect(names(folder)).toEqual(['ledger.keys.json', 'ledger.suimon', `replaced-${STAMP}`]);
    const signedIn = await site.test.signIn('officer');
    expect(signedIn).toMatchObject({
      ok: true,
      value: { shortfall: { expected: size + 2, found: size + 1 } },
    });
    const context = desk.context();
    if (context === undefined) throw new Error('no session');
    const last = written(context.read, 3).toReversed();
    expect(last.map(({ type, actor }) => [type, actor])).toEqual([
      ['ledger.restored', officer.accountId],
      ['trail.shortfall', officer.accountId],
      ['session.opened', officer.accountId],
    ]);
    expect(last[0]).toMatchObject({
      data: {
        name: `suimon-backup-misaki-${STAMP}`,
        foundSize: size,
        foundHead: head,
        expectedSize: size + 2,
        missing: 2,
      },
    });
    expect((await site.did('backups', {})).rows[0]).toMatchObject({ kind: 'restored', missing: 2 });
    await expectVerified(site);
    await desk.end('quit');
  });

  it('A2 moves a damaged ledger, its WAL and its keyslot file aside and deletes nothing', async () => {
    const { site, path } = await withBackup(1);
    const { folder } = site.test;
    truncateSync(folder.paths.ledger, statSync(folder.paths.ledger).size - 100);
    writeFileSync(`${folder.paths.ledger}-wal`, 'wal');
    writeFileSync(`${folder.paths.ledger}.before-2`, 'before');
    const before = [folder.paths.ledger, folder.paths.keys].map((file) => readFileSync(file));
    const source = await chosen(site, path);
    expect(await examine(site, source)).toMatchObject({ ok: true, value: { replaces: true } });
    await site.did('restore', { source, acknowledged: true });
    const aside = join(folder.paths.ledgerFolder, `replaced-${STAMP}`);
    expect(readdirSync(aside).toSorted()).toEqual([
      'ledger.keys.json',
      'ledger.suimon',
      'ledger.suimon-wal',
      'ledger.suimon.before-2',
    ]);
    expect(['ledger.suimon', 'ledger.keys.json'].map((name) => readFileSync(join(aside, name)))).toEqual(
      before,
    );
    await expectVerified(site);
    await site.test.desk.end('quit');
  });

  it('asks for no acknowledgement where nothing is missing', async () => {
    const { site, path } = await withBackup();
    const { folder } = site.test;
    const { size, head } = readManifest(path);
    writeFileSync(folder.paths.witness, JSON.stringify({ site: 'misaki', size, head }));
    const source = await chosen(site, path);
    expect(await examine(site, source)).toMatchObject({ ok: true, value: { missing: 0 } });
    expect(await site.did('restore', { source, acknowledged: false })).toMatchObject({ state: 'locked' });
    await expectVerified(site);
    await site.test.desk.end('quit');
  });

  it('A4 counts what is missing against a checkpoint typed in, and refuses one that contradicts', async () => {
    const { site, path } = await withBackup();
    const { folder } = site.test;
    const { size, head } = readManifest(path);
    rmSync(folder.paths.witness);
    const source = await chosen(site, path);
    const typed = (n: number, hash: string) => examine(site, source, { checkpoint: { size: n, head: hash } });
    expect(await typed(size + 40, 'ab'.repeat(8))).toMatchObject({
      ok: true,
      value: { missing: 40, comparedWith: ['checkpoint'] },
    });
    expect(await typed(size, ` ${head.slice(0, 8).toUpperCase()} ${head.slice(8, 20)}`)).toMatchObject({
      ok: true,
      value: { missing: 0 },
    });
    expect(await typed(size, 'ab'.repeat(8))).toMatchObject(refuse('other-history'));
    expect(await site.call('restore', { source, acknowledged: true })).toEqual(refuse('restore-forgotten'));
    expect(names(folder)).toEqual(['ledger.keys.json', 'ledger.suimon']);
  });

  it('U8 refuses a backup whose history differs from what this machine has seen', async () => {
    const { site, path } = await withBackup();
    const { size } = readManifest(path);
    writeFileSync(
      site.test.folder.paths.witness,
      JSON.stringify({ site: 'misaki', size: size - 1, head: 'ab'.repeat(32) }),
    );
    const source = await chosen(site, path);
    expect(await examine(site, source)).toMatchObject(refuse('other-history'));
  });

  it('refuses a backup of another site', async () => {
    const { site, path } = await withBackup();
    const manifest = readManifest(path);
    writeFileSync(join(path, 'backup.json'), manifestBytes({ ...manifest, site: 'tokiwa' }));
    site.chosen = path;
    expect(await site.call('chooseBackup', {})).toMatchObject(refuse('other-site'));
  });

  it('is not done while somebody is signed in', async () => {
    const { site, path } = await withBackup();
    const source = await chosen(site, path);
    await site.signIn('officer');
    expect(await site.call('chooseBackup', {})).toEqual(refuse('restore-session'));
    expect(await examine(site, source)).toEqual(refuse('restore-session'));
    expect(await site.call('restore', { source, acknowledged: true })).toEqual(refuse('restore-session'));
    await site.test.desk.end('quit');
    expect(await examine(site, source)).toEqual(refuse('restore-forgotten'));
  });

  it('is for officers and administrators, and for nobody whose account is no longer here', async () => {
    const { site, path } = await withBackup();
    const { folder } = site.test;
    const source = await chosen(site, path);
    expect(await examine(site, source, operator)).toMatchObject(refuse('invalid-input'));
    const { identifier, password } = operator;
    expect(await examine(site, source, { identifier, password })).toEqual(refuse('restore-role'));
    const keys: { slots: unknown[] } = JSON.parse(readFileSync(folder.paths.keys, 'utf8'));
    keys.slots.splice(2, 1);
    writeFileSync(folder.paths.keys, JSON.stringify(keys));
    expect(await examine(site, source)).toEqual(refuse('restore-no-account', { field: 'identifier' }));
    writeFileSync(folder.paths.keys, 'damaged');
    expect(await examine(site, source)).toMatchObject({ ok: true });
    await site.did('cancelRestore', {});
    expect(names(folder)).toEqual(['ledger.keys.json', 'ledger.suimon']);
  });

  it('A1 slows down who guesses at a backup, as at the sign-in', async () => {
    const { site, path } = await withBackup();
    const source = await chosen(site, path);
    for (let n = 0; n < 4; n += 1) {
      expect(await examine(site, source, { password: 'not-the-password' })).toEqual(
        refuse('restore-refused', { field: 'password' }),
      );
    }
    expect(await examine(site, source)).toMatchObject(refuse('sign-in-wait'));
    expect(await site.test.signIn('officer')).toMatchObject(refuse('sign-in-wait'));
  });

  it('needs the site secret of this machine', async () => {
    const { site, path } = await withBackup();
    const { paths } = site.test.folder;
    const source = await chosen(site, path);
    rmSync(paths.secret);
    expect(await examine(site, source)).toEqual(refuse('secret-missing', { detail: { file: paths.secret } }));
  });

  it.each([
    ['ledger.suimon', 'backup-altered'],
    ['ledger.keys.json', 'backup-altered'],
    ['backup.json', 'manifest-damaged'],
  ])('A2 refuses a backup with a bit flipped in %s, and leaves the ledger as it is', async (name, code) => {
    const { site, path } = await withBackup();
    const { folder } = site.test;
    const before = readFileSync(folder.paths.ledger);
    const bytes = readFileSync(join(path, name));
    const at = name === 'backup.json' ? 0 : Math.floor(bytes.length / 2);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    writeFileSync(join(path, name), bytes);
    site.chosen = path;
    const found = await site.call('chooseBackup', {});
    const reply = found.ok && found.value !== null ? await examine(site, found.value.id) : found;
    expect(reply).toMatchObject(refuse(code));
    expect(names(folder)).toEqual(['ledger.keys.json', 'ledger.suimon']);
    expect(readFileSync(folder.paths.ledger).equals(before)).toBe(true);
  });

  it.each(['ledger.suimon', 'ledger.keys.json', 'backup.json'])(
    'refuses a backup without its %s',
    async (name) => {
      const { site, path } = await withBackup();
      rmSync(join(path, name));
      site.chosen = path;
      expect(await site.call('chooseBackup', {})).toMatchObject(
        refuse(name === 'backup.json' ? 'manifest-missing' : 'backup-incomplete'),
      );
      site.chosen = join(path, 'nothing');
      expect(await site.call('chooseBackup', {})).toMatchObject(refuse('folder-gone'));
    },
  );

  it('cancelled while it is examined leaves nothing', async () => {
    const { site, path } = await withBackup();
    const source = await chosen(site, path);
    const examining = examine(site, source);
    await site.did('cancelRestore', {});
    expect(await examining).toEqual({ ok: true, value: null });
    expect(names(site.test.folder)).toEqual(['ledger.keys.json', 'ledger.suimon']);
    expect(await examine(site, source)).toMatchObject({ ok: true });
    await site.test.desk.end('quit');
  });
});

describe('F4 a restore that a crash interrupts', () => {
  /** A site, and another state of the same ledger ready to take its place. */
  async function ready(): Promise<FoundedFolder> {
    const folder = await foundedFolder(founding);
    const staged = beginRestore(folder.paths);
    mkdirSync(staged);
    for (const name of ['ledger.suimon', 'ledger.keys.json']) {
      cpSync(join(folder.paths.ledgerFolder, name), join(staged, name));
    }
    writeFileSync(`${folder.paths.ledger}-wal`, 'of the old one');
    return folder;
  }

  it('F4 before it was decided on leaves the ledger that was there', async () => {
    const { paths } = await ready();
    const staged = join(paths.ledgerFolder, 'restore.unfinished');
    finishRestore(paths);
    expect(existsSync(staged)).toBe(true);
    // Another process, which has none ready.
    decideRestore(paths, STAMP);
    mkdirSync(staged);
    writeFileSync(join(staged, 'ledger.suimon'), 'half');
    finishRestore(paths);
    expect(existsSync(staged)).toBe(false);
    (await opened(paths, officer)).close();
  });

  it.each([0, 1, 2, 3, 4])(
    'F4 after it was decided on is finished by the next start: after %i of its moves',
    async (moves) => {
      const folder = await ready();
      const { paths } = folder;
      const decided = join(paths.ledgerFolder, `restore.decided-${STAMP}`);
      const aside = join(paths.ledgerFolder, `replaced-${STAMP}`);
      renameSync(join(paths.ledgerFolder, 'restore.unfinished'), decided);
      const steps = [
        () => {
          mkdirSync(aside);
          renameSync(paths.ledger, join(aside, 'ledger.suimon'));
        },
        () => renameSync(`${paths.ledger}-wal`, join(aside, 'ledger.suimon-wal')),
        () => renameSync(join(decided, 'ledger.suimon'), paths.ledger),
        () => renameSync(paths.keys, join(aside, 'ledger.keys.json')),
      ];
      for (const step of steps.slice(0, moves)) step();
      finishRestore(paths);
      expect(names(folder)).toEqual(['ledger.keys.json', 'ledger.suimon', `replaced-${STAMP}`]);
      expect(readdirSync(aside).toSorted()).toEqual([
        'ledger.keys.json',
        'ledger.suimon',
        'ledger.suimon-wal',
      ]);
      (await opened(paths, officer)).close();
      finishRestore(paths);
      expect(names(folder)).toEqual(['ledger.keys.json', 'ledger.suimon', `replaced-${STAMP}`]);
    },
  );
});
