import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refuse } from '../../../../shared/kernel/result.ts';
import { DAY, MINUTE } from '../../../../shared/kernel/time.ts';
import { ownHead } from '../../../../main/trail/append.ts';
import { lastCheckpoint } from '../../../../main/trail/checkpoints.ts';
import { written } from '../../trail/ledger.ts';
import { verifyLedger } from '../../../../main/trail/verification.ts';
import { manifestBytes, readManifest } from '../../../../main/vault/backup/folder.ts';
import { people } from '../fixture.ts';
import { backupSite } from './site.ts';

const HOUR = 60 * MINUTE;

function sha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

describe('a backup at will', () => {
  it('is a folder of three files that says what it holds, and stands on the chain with who made it', async () => {
    const site = await backupSite();
    const context = await site.signIn('officer');
    const head = ownHead(context.read);
    const path = await site.backUp();
    expect(readdirSync(site.drive)).toEqual(['suimon-backup-misaki-20260402-090000']);
    expect(readdirSync(path).toSorted()).toEqual(['backup.json', 'ledger.keys.json', 'ledger.suimon']);
    const manifest = readManifest(path);
    const { ledger, keys } = site.test.folder.paths;
    expect(manifest).toEqual({
      format: 'suimon-backup-1',
      site: 'misaki',
      madeAt: site.test.now,
      size: head?.seq,
      head: head?.hash.toString('hex'),
      checkpoint: lastCheckpoint(context.read)?.note,
      ledger: {
        bytes: statSync(join(path, 'ledger.suimon')).size,
        sha256: sha256(join(path, 'ledger.suimon')),
      },
      keys: { bytes: statSync(keys).size, sha256: sha256(keys) },
    });
    expect(manifest.checkpoint).toContain('suimon/misaki');
    expect(readFileSync(join(path, 'backup.json'), 'utf8')).toBe(manifestBytes(manifest));
    const [entry] = written(context.read, 1);
    expect(entry).toMatchObject({
      type: 'backup.made',
      actor: people.officer.accountId,
      data: { folder: site.drive, size: head?.seq, kept: 1, removed: 0, bytes: manifest.ledger.bytes },
    });
    expect(statSync(ledger).size).toBe(manifest.ledger.bytes);
    await site.test.desk.end('quit');
  });

  it('holds no site secret', async () => {
    const site = await backupSite();
    await site.signIn('admin1');
    const path = await site.backUp();
    const secret = readFileSync(site.test.folder.paths.secret);
    for (const name of readdirSync(path)) {
      const bytes = readFileSync(join(path, name));
      for (const form of [secret, secret.toString('hex'), secret.toString('base64')]) {
        expect(bytes.includes(form), name).toBe(false);
      }
    }
    await site.test.desk.end('quit');
  });

  it('needs a folder that this person has chosen, or a schedule', async () => {
    const site = await backupSite();
    await site.signIn('officer');
    expect(await site.call('backup', { folder: null })).toEqual(refuse('backup-no-folder'));
    const folder = await site.did('chooseFolder', {});
    expect(folder).toMatchObject({ path: site.drive, sameDisk: true });
    await site.signIn('admin1');
    expect(await site.call('backup', { folder: folder?.id ?? '' })).toEqual(refuse('backup-no-folder'));
    site.chosen = undefined;
    expect(await site.did('chooseFolder', {})).toBeNull();
    await site.test.desk.end('quit');
  });

  it('F9 that finds its drive gone fails, says so, and is recorded; the next one is made', async () => {
    const site = await backupSite();
    const context = await site.signIn('officer');
    const folder = await site.did('chooseFolder', {});
    rmSync(site.drive, { recursive: true });
    expect(await site.call('backup', { folder: folder?.id ?? '' })).toMatchObject(refuse('folder-gone'));
    expect(written(context.read, 1)[0]).toMatchObject({
      type: 'backup.failed',
      data: { folder: site.drive, why: 'folder-gone' },
    });
    mkdirSync(site.drive);
    await site.backUp();
    await site.test.desk.end('quit');
  });

  it('cancelled leaves nothing in the folder and nothing on the chain', async () => {
    const site = await backupSite();
    const context = await site.signIn('officer');
    const folder = await site.did('chooseFolder', {});
    const before = ownHead(context.read)?.seq;
    const made = site.call('backup', { folder: folder?.id ?? '' });
    expect(await site.call('backup', { folder: folder?.id ?? '' })).toEqual(refuse('backup-running'));
    await site.did('cancel', {});
    expect(await made).toEqual({ ok: true, value: null });
    expect(readdirSync(site.drive)).toEqual([]);
    expect(ownHead(context.read)?.seq).toBe(before);
    await site.test.desk.end('quit');
  });

  it('removes what an earlier one that was killed has left, and nothing else', async () => {
    const site = await backupSite();
    await site.signIn('officer');
    const left = join(site.drive, 'suimon-backup-misaki-20260101-000000.unfinished');
    const others = [
      'suimon-backup-other-20260101-000000.unfinished',
      'suimon-backup-misaki-mine.unfinished',
      'x.unfinished',
    ];
    for (const name of [left, ...others.map((other) => join(site.drive, other))]) {
      mkdirSync(name);
      writeFileSync(join(name, 'ledger.suimon'), 'half');
    }
    await site.backUp();
    expect(existsSync(left)).toBe(false);
    for (const name of others) expect(existsSync(join(site.drive, name, 'ledger.suimon'))).toBe(true);
    await site.test.desk.end('quit');
  });
});

describe('scheduled backups', () => {
  it('are made when they are due in whoever’s session, as the program’s own work, and the oldest go', async () => {
    const site = await backupSite();
    const { test } = site;
    await site.signIn('admin1');
    const folder = await site.did('chooseFolder', {});
    // Not of this site, or not whole: these are not counted and not touched.
    const foreign = join(site.drive, 'suimon-backup-misaki-20200101-000000');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'backup.json'), '{}\n');
    const view = await site.did('schedule', { folder: folder?.id ?? '', times: { everyHours: 24, keep: 2 } });
    expect(view).toMatchObject({
      schedule: { folder: site.drive, everyHours: 24, keep: 2 },
      dueAt: 0,
      last: null,
    });
    await test.desk.end('locked');

    const made = () => readdirSync(site.drive).filter((name) => name.startsWith('suimon-backup-misaki-2026'));
    const context = await site.signIn('auditor');
    for (const [hours, expected] of [
      [0, ['20260402-090000']],
      [23, ['20260402-090000']],
      [24, ['20260402-090000', '20260403-090000']],
      [50, ['20260403-090000', '20260404-110000']],
    ] as const) {
      test.now = Date.UTC(2026, 3, 2) + hours * HOUR;
      test.desk.attend();
      await test.desk.tick(test.now);
      expect(made()).toEqual(expected.map((stamp) => `suimon-backup-misaki-${stamp}`));
    }
    expect(written(context.read, 1)[0]).toMatchObject({
      type: 'backup.made',
      actor: 'system',
      data: { kept: 2, removed: 1 },
    });
    expect(existsSync(join(foreign, 'backup.json'))).toBe(true);
    await test.desk.end('quit');
  });

  it('that fail are recorded once and tried again after half an hour, or at once when the schedule is set anew', async () => {
    const site = await backupSite();
    const { test } = site;
    const context = await site.signIn('officer');
    const folder = await site.did('chooseFolder', {});
    await site.did('schedule', { folder: folder?.id ?? '', times: { everyHours: 1, keep: 3 } });
    rmSync(site.drive, { recursive: true });
    const failures = () => written(context.read, 100).filter(({ type }) => type === 'backup.failed').length;
    const tickAt = async (minutes: number) => {
      test.now = Date.UTC(2026, 3, 2) + minutes * MINUTE;
      test.desk.attend();
      await test.desk.tick(test.now);
    };
    await tickAt(0);
    await tickAt(1);
    await tickAt(29);
    expect(failures()).toBe(1);
    await tickAt(30);
    expect(failures()).toBe(2);
    await site.did('schedule', { folder: null, times: { everyHours: 2, keep: 3 } });
    mkdirSync(site.drive);
    await tickAt(31);
    expect(readdirSync(site.drive)).toEqual(['suimon-backup-misaki-20260402-093100']);
    expect(await site.did('schedule', { folder: null, times: null })).toMatchObject({
      schedule: null,
      dueAt: null,
    });
    await tickAt(60 * 48);
    expect(readdirSync(site.drive)).toHaveLength(1);
    await site.did('drill', { source: null, password: people.officer.password });
    expect(
      await verifyLedger(
        context.ledger,
        () => undefined,
        () => false,
      ),
    ).toMatchObject({ state: 'verified', viewsCompared: true });
    await test.desk.end('quit');
  });

  it('keep the older ones when the new one cannot be made', async () => {
    const site = await backupSite();
    const { test } = site;
    await site.signIn('officer');
    const folder = await site.did('chooseFolder', {});
    await site.did('schedule', { folder: folder?.id ?? '', times: { everyHours: 1, keep: 1 } });
    await test.desk.tick(test.now);
    const [first] = readdirSync(site.drive);
    writeFileSync(test.folder.paths.ledger, corrupted(readFileSync(test.folder.paths.ledger)));
    test.now += 2 * HOUR;
    test.desk.attend();
    await test.desk.tick(test.now);
    expect(readdirSync(site.drive)).toEqual([first]);
    expect((await site.did('backups', {})).rows[0]).toMatchObject({ kind: 'failed', why: 'ledger-damaged' });
    await test.desk.end('quit');
  });
});

function corrupted(bytes: Buffer): Buffer {
  const at = Math.floor(bytes.length / 8192) * 4096 + 2000;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  return bytes;
}

describe('a drill', () => {
  it('restores the newest backup to a folder of its own, verifies all of it, leaves nothing, and is recorded', async () => {
    const site = await backupSite();
    const context = await site.signIn('officer');
    await site.backUp();
    const drilled = await site.did('drill', { source: null, password: people.officer.password });
    expect(drilled).toMatchObject({
      kind: 'drilled',
      name: 'suimon-backup-misaki-20260402-090000',
      result: 'verified',
    });
    expect(readdirSync(context.paths.appFolder).filter((name) => name.includes('drill'))).toEqual([]);
    expect(written(context.read, 1)[0]).toMatchObject({
      type: 'backup.drilled',
      actor: people.officer.accountId,
    });
    await site.test.desk.end('quit');
  });

  it('A1 with a wrong password is refused, and counts as a refused sign-in', async () => {
    const site = await backupSite();
    const context = await site.signIn('officer');
    await site.backUp();
    const before = ownHead(context.read)?.seq;
    for (let n = 0; n < 4; n += 1) {
      expect(await site.call('drill', { source: null, password: 'not-the-password' })).toEqual(
        refuse('restore-refused', { field: 'password' }),
      );
    }
    expect(await site.call('drill', { source: null, password: people.officer.password })).toEqual(
      refuse('sign-in-wait', { detail: { seconds: 1 } }),
    );
    expect(ownHead(context.read)?.seq).toBe(before);
    await site.test.desk.end('quit');
  });

  it('A2 on a backup that was altered says so, and that is recorded', async () => {
    const site = await backupSite();
    await site.signIn('officer');
    const path = await site.backUp();
    const file = join(path, 'ledger.suimon');
    writeFileSync(file, corrupted(readFileSync(file)));
    expect(await site.did('drill', { source: null, password: people.officer.password })).toMatchObject({
      result: 'backup-altered',
    });
    chmodSync(path, 0o700);
    rmSync(path, { recursive: true });
    expect(await site.did('drill', { source: null, password: people.officer.password })).toMatchObject({
      result: 'folder-gone',
    });
    await site.test.desk.end('quit');
  });
});

it('the health of the place says how old the last backup is, and what the disk holds', async () => {
  const site = await backupSite();
  await site.signIn('operator');
  await site.test.desk.changePassword(people.operator.password, 'quiet-harbour-71-lamp');
  const { test } = site;
  const health = () => site.did('health', {});
  expect((await health()).backup).toMatchObject({ light: 'warn', reason: 'none', at: null });
  await site.signIn('officer');
  await site.backUp();
  expect((await health()).backup).toEqual({
    light: 'warn',
    reason: 'not-scheduled',
    at: test.now,
    folder: site.drive,
    everyHours: null,
  });
  test.now += 3 * DAY;
  const found = await health();
  expect(found.backup).toMatchObject({ light: 'warn', reason: 'old' });
  expect(found.disk.ledgerBytes).toBe(statSync(test.folder.paths.ledger).size);
  expect(found.clock).toMatchObject({ light: 'ok', reason: 'right' });
  expect(found.trail).toMatchObject({ light: 'ok', reason: 'whole' });
  test.now -= 10 * DAY;
  expect((await health()).clock).toMatchObject({ light: 'bad', reason: 'behind-last-entry' });
  await test.desk.end('quit');
});
