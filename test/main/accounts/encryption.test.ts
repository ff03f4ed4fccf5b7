import { readFileSync, rmSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { FIRST_POLICY, type LedgerEncryption } from '../../../shared/accounts/policy.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { waiting } from '../../../main/accounts/checking.ts';
import { keysOverview } from '../../../main/accounts/keys-overview.ts';
import { accountStory, policyOf, rotationOf } from '../../../main/accounts/queries.ts';
import { ownHead } from '../../../main/trail/append.ts';
import { openConnection } from '../../../main/vault/connection.ts';
import { VaultFault } from '../../../main/vault/fault.ts';
import { connectionsOf } from '../../../main/vault/handles.ts';
import type { Ledger } from '../../../main/vault/ledger.ts';
import { STRETCHING } from '../../../shared/kernel/stretching.ts';
import { written } from '../trail/ledger.ts';
import { type BackupSite, backupSite } from '../vault/backup/site.ts';
import { people } from '../vault/fixture.ts';
import { SHA256, SHA512 } from '../vault/encryptions.ts';
import type { TestDesk } from './desk-fixture.ts';
import { context, together, valueOf, verified } from './two-people.ts';

const { admin1, admin2, officer } = people;

/** Two administrators settle the encryption of the ledger, in the session of the first. */
async function settle(test: TestDesk, ledgerEncryption: LedgerEncryption): Promise<void> {
  const policy = { ...FIRST_POLICY, iterations: STRETCHING.least, ledgerEncryption };
  await together(test, { kind: 'policy', policy, reason: '暗号の移行' });
}

/** Waits until the ledger stands under the key of this epoch, and asserts what it is encrypted with. */
async function expectUnder(test: TestDesk, epoch: number, encryption: LedgerEncryption): Promise<void> {
  await vi.waitFor(
    () => {
      const session = test.desk.context();
      if (session === undefined || rotationOf(session.read).epoch !== epoch) throw new Error('not yet');
    },
    { timeout: 20_000, interval: 20 },
  );
  const { rotationDue, ledgerEncryption, algorithms } = keysOverview(context(test));
  expect({ rotationDue, ledgerEncryption }).toEqual({
    rotationDue: null,
    ledgerEncryption: { inUse: encryption, settled: encryption },
  });
  const used = algorithms.filter(({ use, objects }) => use === 'encryption' && objects > 0);
  expect(used.map(({ id, objects }) => [id, objects])).toEqual([[encryption, 1]]);
  expectFile(test, encryption);
}

/** The file on the disk opens under this encryption and not under the other; its keyslot file names it. */
function expectFile(test: TestDesk, encryption: LedgerEncryption): void {
  const { paths } = test.folder;
  const { key } = connectionsOf(context(test).ledger as Ledger);
  openConnection(paths.ledger, key, 'read', encryption).close();
  const other = encryption === SHA512 ? SHA256 : SHA512;
  expect(() => openConnection(paths.ledger, key, 'read', other)).toThrow(
    new VaultFault('ledger-damaged', paths.ledger),
  );
  expect(JSON.parse(readFileSync(paths.keys, 'utf8'))).toMatchObject({ encryption });
}

async function restored(site: BackupSite, path: string): Promise<void> {
  site.chosen = path;
  const found = await site.did('chooseBackup', {});
  if (found === null) throw new Error('nothing chosen');
  const { identifier, password } = officer;
  await site.did('examineBackup', { source: found.id, identifier, password, checkpoint: null });
  await site.did('restore', { source: found.id, acknowledged: true });
}

describe('a migration of the ledger’s encryption, and back', () => {
  it('is settled by two, done at once while the session goes on, recorded, and leaves all that was written readable to everybody', async () => {
    const { test } = await backupSite();
    valueOf(await test.signIn('admin1'));
    expect(keysOverview(context(test))).toMatchObject({
      epoch: 1,
      ledgerEncryption: { inUse: SHA512, settled: SHA512 },
    });
    const before = accountStory(context(test).read, officer.accountId);
    await settle(test, SHA256);
    await expectUnder(test, 2, SHA256);
    expect(written(context(test).read, 1)).toMatchObject([
      { type: 'keys.rotated', actor: 'system', data: { epoch: 2, why: 'encryption', encryption: SHA256 } },
    ]);
    expect(test.pushed.filter((push) => push.startsWith('accounts.rotation')).at(-1)).toContain('"done"');
    expect(accountStory(context(test).read, officer.accountId)).toEqual(before);
    expect(await verified(test)).toMatchObject({ state: 'verified', viewsCompared: true });
    await test.desk.end('locked');
    for (const who of ['operator', 'officer', 'auditor', 'admin2'] as const) {
      valueOf(await test.signIn(who));
      expectFile(test, SHA256);
      await test.desk.end('locked');
    }

    valueOf(await test.signIn('admin1'));
    const size = ownHead(context(test).read)?.seq ?? 0;
    await settle(test, SHA512);
    await expectUnder(test, 3, SHA512);
    expect(ownHead(context(test).read)?.seq).toBe(size + 4);
    expect(accountStory(context(test).read, officer.accountId)).toEqual(before);
    expect(await verified(test)).toMatchObject({ state: 'verified', viewsCompared: true });
    await test.desk.end('quit');
    expect(test.reported).toEqual([]);
  });

  it('is due, and said to be, while something stands in its way; a rotation asked for, or the next sign-in, brings it', async () => {
    const { test } = await backupSite();
    valueOf(await test.signIn('admin1'));
    // A verification reads: no rotation can begin meanwhile.
    const held = (context(test).ledger as Ledger).snapshot();
    await settle(test, SHA256);
    expect(await test.desk.rotate()).toEqual(refuse('busy'));
    const overview = keysOverview(context(test));
    expect(overview).toMatchObject({
      epoch: 1,
      rotationDue: { why: 'encryption', since: null },
      ledgerEncryption: { inUse: SHA512, settled: SHA256 },
    });
    expect(waiting(context(test), admin1.accountId, test.now).rotationDue).toBe(true);
    expectFile(test, SHA512);
    held.close();
    valueOf(await test.desk.rotate());
    await expectUnder(test, 2, SHA256);
    expect(waiting(context(test), admin1.accountId, test.now).rotationDue).toBe(false);

    const again = (context(test).ledger as Ledger).snapshot();
    await settle(test, SHA512);
    expect(await test.desk.rotate()).toEqual(refuse('busy'));
    again.close();
    await test.desk.end('locked');
    valueOf(await test.signIn('operator'));
    await expectUnder(test, 3, SHA512);
    await test.desk.end('quit');
  });

  it('leaves a policy of before there was a choice as it is: read as the first encryption, its views as they were', async () => {
    const { test } = await backupSite();
    valueOf(await test.signIn('admin1'));
    const { ledgerEncryption: _, ...before } = {
      ...FIRST_POLICY,
      iterations: STRETCHING.least,
      idleMinutes: 7,
    };
    await together(test, { kind: 'policy', policy: before, reason: '前の版での取り決め' });
    expect(written(context(test).read, 1)).toMatchObject([{ type: 'policy.set', data: { policy: before } }]);
    expect(policyOf(context(test).read)).toEqual({ ...before, ledgerEncryption: SHA512 });
    expect(keysOverview(context(test))).toMatchObject({
      epoch: 1,
      rotationDue: null,
      ledgerEncryption: { inUse: SHA512, settled: SHA512 },
    });
    expect(await verified(test)).toMatchObject({ state: 'verified', viewsCompared: true });
    await test.desk.end('quit');
  });

  it('leaves backups of either encryption to be restored, each under its own', async () => {
    const site = await backupSite();
    const { test } = site;
    await site.signIn('officer');
    const first = await site.backUp();
    await test.desk.end('locked');
    valueOf(await test.signIn('admin1'));
    await settle(test, SHA256);
    await expectUnder(test, 2, SHA256);
    await test.desk.end('locked');
    test.now += 60_000;
    await site.signIn('officer');
    const second = await site.backUp();
    await test.desk.end('locked');

    rmSync(test.folder.paths.ledger);
    await restored(site, second);
    await site.signIn('officer');
    await expectUnder(test, 2, SHA256);
    expect(await verified(test)).toMatchObject({ state: 'verified' });
    await test.desk.end('locked');
    test.now += 60_000;
    await restored(site, first);
    await site.signIn('officer');
    await expectUnder(test, 1, SHA512);
    expect(await verified(test)).toMatchObject({ state: 'verified' });
    await test.desk.end('quit');
  });

  it('leaves recovery sheets of before to open it, after which it is under a new key in what is settled', async () => {
    const { test } = await backupSite();
    valueOf(await test.signIn('admin1'));
    const { shares } = await together(test, {
      kind: 'recovery-issue',
      pair: 1,
      custodians: ['場長 甲子', '課長 乙女'],
      reason: '設置時の発行',
    });
    await settle(test, SHA256);
    await expectUnder(test, 2, SHA256);
    await test.desk.end('locked');
    const [a, b] = shares.map(({ rows }) => rows.join(' '));
    test.desk.recovering.enter(a ?? '');
    expect(test.desk.recovering.enter(b ?? '')).toMatchObject({ ok: true, value: { state: 'open' } });
    const handed = valueOf(await test.desk.recovering.reissue(admin2.accountId));
    valueOf(await test.desk.signIn('kanri2', handed.password));
    await expectUnder(test, 3, SHA256);
    expect(await verified(test)).toMatchObject({ state: 'verified' });
    await test.desk.end('quit');
  });
});
