import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RecoveryShare } from '../../../shared/accounts/model.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { cancelDrill, drillShare } from '../../../main/accounts/drill.ts';
import { recoveryPairs, rotationOf } from '../../../main/accounts/queries.ts';
import { readShare, writeShare } from '../../../main/vault/recovery-share.ts';
import { written } from '../trail/ledger.ts';
import { people, pathsIn } from '../vault/fixture.ts';
import { testDesk, type TestDesk } from './desk-fixture.ts';
import { context, together, valueOf, verified } from './two-people.ts';

const { admin1, admin2 } = people;
const reason = '半年ごとの更新';
const ISSUE = { kind: 'recovery-issue', pair: 1, custodians: ['場長 甲子', '課長 乙女'], reason } as const;

const text = ({ rows }: Pick<RecoveryShare, 'rows'>): string => rows.join(' ');

/** A desk that is locked, and the two shares issued at it. */
async function issued(): Promise<{ readonly test: TestDesk; readonly a: string; readonly b: string }> {
  const test = await testDesk();
  valueOf(await test.signIn('admin1'));
  const { shares } = await together(test, { ...ISSUE, custodians: [...ISSUE.custodians] });
  await test.desk.end('locked');
  const [a, b] = shares.map(text);
  if (a === undefined || b === undefined) throw new Error('no shares');
  return { test, a, b };
}

/** A share with one letter of a row replaced by another. */
function mistyped(share: string, row: number): string {
  const rows = share.split(' ');
  const line = rows[row] ?? '';
  rows[row] = `${line.startsWith('7') ? '8' : '7'}${line.slice(1)}`;
  return rows.join(' ');
}

describe('shares of a recovery key', () => {
  const share = { pair: 3, generation: 260, half: 'B', bytes: Buffer.alloc(32, 0xa7) } as const;

  it('are six rows of twelve letters, read back in any case, width and spacing, and as a scanner types their code', () => {
    const rows = writeShare(share);
    expect(rows).toHaveLength(6);
    for (const row of rows) expect(row).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/u);
    expect(readShare(rows.join('\n'))).toEqual(share);
    expect(readShare(rows.join('').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l'))).toEqual(share);
    expect(readShare(`SUIMON-RECOVERY-1:${rows.join('')}`)).toEqual(share);
    const wide = rows
      .join(' ')
      .replaceAll(/[0-9A-Z]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
    expect(readShare(wide)).toEqual(share);
  });

  it('U10 name the row that is mistyped, in another place, or of another share', () => {
    const rows = writeShare(share);
    for (let row = 0; row < 6; row += 1) {
      expect(readShare(mistyped(rows.join(' '), row))).toEqual({
        code: 'share-row',
        row: row === 0 ? 1 : row + 1,
      });
    }
    expect(readShare([rows[0], rows[2], rows[1], ...rows.slice(3)].join(''))).toEqual({
      code: 'share-row',
      row: 2,
    });
    const other = writeShare({ ...share, half: 'A' });
    expect(readShare([...rows.slice(0, 5), other[5]].join(''))).toEqual({ code: 'share-row', row: 6 });
    expect(readShare(rows.slice(0, 5).join(''))).toEqual({ code: 'share-length' });
    expect(readShare('')).toEqual({ code: 'share-length' });
  });
});

describe('recovery by two custodians', () => {
  it('opens with both halves, gives an administrator a new password, voids the key and puts the ledger under a new one', async () => {
    const { test, a, b } = await issued();
    const { desk } = test;
    expect(desk.recovering.enter(a)).toEqual(ok({ state: 'half', pair: 1, half: 'A' }));
    expect(desk.recovering.enter(b)).toEqual(
      ok({
        state: 'open',
        pair: 1,
        custodians: ISSUE.custodians,
        administrators: [
          { id: admin1.accountId, identifier: 'kanri1', name: admin1.name },
          { id: admin2.accountId, identifier: 'kanri2', name: admin2.name },
        ],
      }),
    );
    const handed = valueOf(await desk.recovering.reissue(admin2.accountId));
    expect(handed).toMatchObject({ identifier: 'kanri2', name: admin2.name });
    expect(await test.signIn('admin2')).toEqual(refuse('sign-in-refused'));
    expect(valueOf(await desk.signIn('kanri2', handed.password))).toMatchObject({ mustChangePassword: true });
    expect(written(context(test).read, 4).map(({ type }) => type)).toEqual([
      'session.opened',
      'session.refused',
      'keys.rotated',
      'recovery.used',
    ]);
    expect(rotationOf(context(test).read)).toMatchObject({ epoch: 2, dueSince: null });
    expect(recoveryPairs(context(test).read)).toMatchObject([{ pair: 1, generation: 1, state: 'used' }]);
    expect(valueOf(await desk.changePassword(handed.password, 'atarashii-kagi-2027'))).toBeNull();
    expect(await verified(test)).toMatchObject({ state: 'verified' });
    await desk.end('locked');
    // Everybody else opens as before, and the shares open nothing any more.
    valueOf(await test.signIn('officer'));
    await desk.end('locked');
    desk.recovering.enter(a);
    expect(desk.recovering.enter(b)).toEqual(refuse('share-no-pair', { field: 'share' }));
    desk.recovering.drop();
  });

  it('U10 one share, alone or twice, mistyped, swapped for another pair’s, or from before shares were issued anew: no key', async () => {
    const { test, a, b } = await issued();
    const { desk } = test;
    desk.recovering.enter(a);
    expect(await desk.recovering.reissue(admin2.accountId)).toEqual(refuse('recovery-nothing'));
    expect(desk.recovering.enter(a)).toEqual(refuse('share-same-half', { field: 'share' }));
    expect(desk.recovering.enter(mistyped(b, 3))).toEqual(
      refuse('share-row', { field: 'share', detail: { row: 4 } }),
    );
    const parsed = readShare(b);
    if ('code' in parsed) throw new Error(parsed.code);
    const forged = (over: Partial<typeof parsed>) => text({ rows: writeShare({ ...parsed, ...over }) });
    expect(desk.recovering.enter(forged({ pair: 2 }))).toEqual(
      refuse('share-other-pair', { field: 'share' }),
    );
    expect(desk.recovering.enter(forged({ generation: 2 }))).toEqual(
      refuse('share-other-generation', { field: 'share' }),
    );
    expect(desk.recovering.enter(forged({ bytes: Buffer.alloc(32, 1) }))).toEqual(
      refuse('share-wrong', { field: 'share' }),
    );
    desk.recovering.drop();

    valueOf(await test.signIn('admin1'));
    // What failed stands among the refused sign-ins.
    expect(written(context(test).read, 2)[1]).toMatchObject({
      type: 'session.refused',
      data: { identifier: 'recovery', times: 4 },
    });
    const again = await together(test, { ...ISSUE, custodians: [...ISSUE.custodians] });
    await desk.end('locked');
    desk.recovering.enter(a);
    expect(desk.recovering.enter(b)).toEqual(refuse('share-old-generation', { field: 'share' }));
    desk.recovering.drop();
    const [newA, newB] = again.shares.map(text);
    desk.recovering.enter(newA ?? '');
    expect(desk.recovering.enter(b)).toEqual(refuse('share-other-generation', { field: 'share' }));
    expect(desk.recovering.enter(newB ?? '')).toMatchObject({ ok: true, value: { state: 'open' } });
    desk.recovering.drop();
  });

  it('brings back the site secret of a machine that was lost, also after the ledger’s key was replaced', async () => {
    const { test, a, b } = await issued();
    valueOf(await test.signIn('admin1'));
    valueOf(await test.desk.rotate());
    await test.desk.end('locked');
    const elsewhere = await testDesk({
      ...test.folder,
      root: test.folder.root,
      paths: pathsIn(join(test.folder.root, 'new')),
    });
    const { paths } = elsewhere.folder;
    cpSync(test.folder.paths.ledgerFolder, paths.ledgerFolder, { recursive: true });
    expect(elsewhere.desk.gate()).toMatchObject({ state: 'refused', fault: 'secret-missing' });
    elsewhere.desk.recovering.enter(b);
    expect(elsewhere.desk.recovering.enter(a)).toMatchObject({ ok: true, value: { state: 'open' } });
    const handed = valueOf(await elsewhere.desk.recovering.reissue(admin1.accountId));
    expect(readFileSync(paths.secret).equals(readFileSync(test.folder.paths.secret))).toBe(true);
    expect(elsewhere.desk.gate()).toMatchObject({ state: 'locked', site: { code: 'misaki' } });
    // Whoever was not asked for signs in as before, and so does the administrator with what was handed over.
    valueOf(await elsewhere.signIn('auditor'));
    expect(context(elsewhere).keys().epoch).toBe(3);
    await elsewhere.desk.end('locked');
    valueOf(await elsewhere.desk.signIn('kanri1', handed.password));
    await elsewhere.desk.end('quit');
  });

  it('is tried in drills, which open nothing and are recorded', async () => {
    const { test, a, b } = await issued();
    valueOf(await test.signIn('officer'));
    expect(await drillShare(context(test), b)).toEqual(ok({ state: 'half', pair: 1, half: 'B' }));
    expect(await drillShare(context(test), b)).toEqual(refuse('share-same-half', { field: 'share' }));
    expect(await drillShare(context(test), a)).toEqual(ok({ state: 'drilled', pair: 1, result: 'good' }));
    expect(recoveryPairs(context(test).read)).toMatchObject([
      { state: 'valid', drilledAt: test.now, drillResult: 'good' },
    ]);
    const parsed = readShare(a);
    if ('code' in parsed) throw new Error(parsed.code);
    await drillShare(context(test), text({ rows: writeShare({ ...parsed, bytes: Buffer.alloc(32, 9) }) }));
    expect(await drillShare(context(test), b)).toEqual(ok({ state: 'drilled', pair: 1, result: 'bad' }));
    expect(recoveryPairs(context(test).read)).toMatchObject([{ drillResult: 'bad' }]);
    cancelDrill();
    await test.desk.end('quit');
  });

  it('forgets what was entered after a while', async () => {
    const { test, a, b } = await issued();
    const { desk } = test;
    desk.recovering.enter(a);
    test.now += 15 * 60_000 + 1;
    await desk.tick(test.now);
    expect(desk.recovering.enter(b)).toEqual(ok({ state: 'half', pair: 1, half: 'B' }));
    desk.recovering.drop();
    rmSync(test.folder.root, { recursive: true, force: true });
  });
});
