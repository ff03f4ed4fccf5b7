import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call } from '../../../renderer/api/client.ts';
import { queryClient } from '../../../renderer/api/queries.ts';
import { ChecksPanel } from '../../../renderer/media/inspection/checks-panel.tsx';
import { ContentsPanel } from '../../../renderer/media/inspection/contents-panel.tsx';
import { readFindings } from '../../../renderer/media/inspection/findings-text.ts';
import { FOUNDED_AT } from '../../main/accounts/desk-fixture.ts';
import { clamavWith, hasClamav, makeDefinitions } from '../../main/media/inspection/clamav.ts';
import { checked } from '../../main/media/inspection/desk.ts';
import { asking } from '../../main/media/requests-desk.ts';
import { people } from '../../main/vault/fixture.ts';
import { showPage, type WindowOnMain, windowOnMain } from '../window-on-main.tsx';

const DAY = 86_400_000;
const OPERATOR = 'quiet-harbour-71-lamp';
let main: WindowOnMain;
let office: string;
let drive: string;
let old: ReturnType<typeof makeDefinitions> | undefined;

beforeAll(async () => {
  drive = mkdtempSync(join(tmpdir(), 'suimon-drive-'));
  old = hasClamav ? makeDefinitions(FOUNDED_AT - 20 * DAY) : undefined;
  main = await windowOnMain({
    drive: () => drive,
    ...(old === undefined ? {} : { scanners: clamavWith(old.folder) }),
  });
  await main.signIn('officer');
  const area = {
    name: '事務室',
    reading: '',
    level: 1,
    escort: 'nobody',
    badge: false,
    identity: false,
    guidance: '',
  } as const;
  office = (await call('entries', 'defineArea', area)).id;
  await main.desk.end('locked');
  await main.signIn('operator');
  await main.desk.changePassword(people.operator.password, OPERATOR);
});
afterAll(() => {
  rmSync(drive, { recursive: true, force: true });
  old?.remove();
});

async function as(who: 'operator' | 'officer' | 'auditor'): Promise<void> {
  await main.desk.end('locked');
  cleanup();
  queryClient.clear();
  await main.signIn(who, who === 'operator' ? OPERATOR : undefined);
}

async function asked(): Promise<string> {
  const details = asking(office, {
    from: main.now - DAY,
    until: main.now + DAY,
    organisation: '',
    bearer: '操田 颯太',
  });
  return (await call('media', 'submit', { details })).id;
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const type = (label: string | RegExp, text: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
const press = (name: string | RegExp) => fireEvent.click(button(name));
const submit = (name: string) => fireEvent.submit(screen.getByRole('form', { name }));

describe('checks', () => {
  let id: string;
  beforeEach(async () => {
    if ((await call('accounts', 'me', {})).accountId !== people.operator.accountId) await as('operator');
    id = await asked();
  });

  test('what is missing is said, and that the program blocks no port; a check made elsewhere is recorded with all that it needs', async () => {
    await showPage(<ChecksPanel requestId={id} />);
    await screen.findByText('入るとき（持ち出す前）に足りないもの: マルウェア検査、収録内容一覧');
    expect(screen.getByText(/USBポートを塞ぎません/u)).toBeDefined();
    press('ほかで行った検査を記録');
    submit('ほかで行った検査を記録');
    // Who made it is filled in; five more are needed.
    expect((await screen.findAllByText('入力してください。')).length).toBe(5);
    expect(main.asked('media.recordCheck')).toEqual([]);
    type(/検査した端末/u, '検査用PC-1');
    type(/製品名/u, 'ClamAV');
    type(/定義ファイルの日付/u, '2026-03-31');
    type(/検査日時/u, '2026-04-01 10:00');
    fireEvent.click(screen.getByRole('radio', { name: '検出なし' }));
    submit('ほかで行った検査を記録');
    await screen.findByText('検査を記録しました。');
    const list = screen.getByRole('list', { name: 'マルウェア検査' });
    expect(within(list).getByText('検出なし')).toBeDefined();
    expect(within(list).getByText('手で記録')).toBeDefined();
    expect(within(list).getByText('検査用PC-1')).toBeDefined();
    expect(screen.getByText('入るとき（持ち出す前）に足りないもの: 収録内容一覧')).toBeDefined();
    expect((await call('media', 'inspection', { requestId: id })).checks).toMatchObject([
      { by: people.operator.name, origin: 'elsewhere', definitionsAt: Date.UTC(2026, 2, 30, 15) },
    ]);
  });

  test('definitions that are too old are refused at the field where the reason goes', async () => {
    await showPage(<ChecksPanel requestId={id} />);
    fireEvent.click(await screen.findByRole('button', { name: 'ほかで行った検査を記録' }));
    type(/検査した端末/u, '検査用PC-1');
    type(/製品名/u, 'ClamAV');
    type(/定義ファイルの日付/u, '2026-03-01');
    type(/検査日時/u, '2026-04-01 10:00');
    fireEvent.click(screen.getByRole('radio', { name: '検出なし' }));
    submit('ほかで行った検査を記録');
    await screen.findByText(/定義ファイルが31日前のものです（決まりは7日以内）/u);
    type(/古い定義ファイルを例外とする理由/u, '更新が届く前のため');
    submit('ほかで行った検査を記録');
    await screen.findByText('検査を記録しました。');
    expect(screen.getByText('更新が届く前のため')).toBeDefined();
  });

  test('what was found is decided on by an officer, signed; an operator and an auditor are not offered it', async () => {
    const found = checked(main.now, {
      result: 'found',
      findings: [{ path: 'a\\x0Ab.exe', name: 'Win.Test<b>' }],
    });
    await call('media', 'recordCheck', { requestId: id, check: found });
    await showPage(<ChecksPanel requestId={id} />);
    await screen.findByText(/責任者の判断を待っています/u);
    expect(screen.getByText('a\\x0Ab.exe').tagName).toBe('BDI');
    expect(screen.queryByRole('button', { name: '検出について判断する' })).toBeNull();

    await as('officer');
    await showPage(<ChecksPanel requestId={id} />);
    fireEvent.click(await screen.findByRole('button', { name: '検出について判断する' }));
    submit('検出についての判断');
    expect((await screen.findAllByText('入力してください。')).length).toBe(2);
    fireEvent.click(screen.getByRole('radio', { name: /誤検知/u }));
    type(/^理由/u, '発行元が誤検知と発表');
    type(/責任 三郎 さんのパスワード/u, 'wrong password');
    submit('検出についての判断');
    await screen.findByText(/パスワードが違います/u);
    main.now += 60_000;
    type(/責任 三郎 さんのパスワード/u, people.officer.password);
    submit('検出についての判断');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await screen.findByText('署名を確認済み');
    expect((await call('media', 'inspection', { requestId: id })).findings.entry).toMatchObject({
      state: 'false-positive',
    });

    await as('auditor');
    await showPage(<ChecksPanel requestId={id} />);
    await screen.findByText('発行元が誤検知と発表');
  });

  test.skipIf(!hasClamav)(
    hasClamav
      ? 'a scan here asks for a reason where definitions are old, and records what it found'
      : 'a scan here (skipped: no clamav)',
    async () => {
      writeFileSync(join(drive, 'ok.txt'), 'ok');
      await showPage(<ChecksPanel requestId={id} />);
      fireEvent.click(await screen.findByRole('button', { name: 'この端末で検査する' }));
      await screen.findByRole('radio', { name: /ClamAV/u });
      press('ドライブを選ぶ');
      await screen.findByText(drive);
      expect(button('検査を始める').hasAttribute('disabled')).toBe(true);
      type(/例外とする理由/u, '更新が届く前のため');
      press('検査を始める');
      submit('この端末で検査する');
      await screen.findByText('検出はありませんでした。記録しました。', {}, { timeout: 10_000 });
      expect(screen.getByText('このプログラムが検査')).toBeDefined();
      expect((await call('media', 'inspection', { requestId: id })).checks).toMatchObject([
        { origin: 'here', files: 1, exception: '更新が届く前のため' },
      ]);
    },
    20_000,
  );
});

describe('content lists', () => {
  beforeEach(async () => {
    rmSync(drive, { recursive: true });
    mkdirSync(drive);
    if ((await call('accounts', 'me', {})).accountId !== people.operator.accountId) await as('operator');
  });

  test('a list is taken, its files are shown, and what differs on the way out is decided on by an officer', async () => {
    writeFileSync(join(drive, 'one.txt'), 'one');
    writeFileSync(join(drive, 'two.txt'), 'two');
    const id = await asked();
    await showPage(<ContentsPanel requestId={id} />);
    await screen.findByText('一覧はまだありません。');
    expect(button('一覧を作る').hasAttribute('disabled')).toBe(true);
    press('ドライブを選ぶ');
    await screen.findByText(drive);
    press('一覧を作る');
    await screen.findByText('2 件の一覧を残しました。', {}, { timeout: 10_000 });
    press('ファイルを見る');
    const files = await screen.findByRole('listbox', { name: '収録されているファイル' });
    await waitFor(() =>
      expect(
        within(files)
          .getAllByRole('option')
          .map((row) => row.textContent),
      ).toEqual([expect.stringContaining('one.txt'), expect.stringContaining('two.txt')]),
    );

    await call('media', 'recordCheck', { requestId: id, check: checked(main.now) });
    await call('media', 'carryIn', { requestId: id, at: null, lateReason: '', seal: '', visitId: null });
    writeFileSync(join(drive, 'one.txt'), 'ONE');
    writeFileSync(join(drive, 'log.txt'), 'log');
    rmSync(join(drive, 'two.txt'));
    await waitFor(() => expect(screen.getByText('出るとき（戻ったとき）')).toBeDefined());
    press('一覧を作る');
    await screen.findByText('増えた 1 件、なくなった 1 件、変わった 1 件', {}, { timeout: 10_000 });
    const differing = screen.getByRole('listbox', { name: '違いのあるファイル' });
    await waitFor(() =>
      expect(
        within(differing)
          .getAllByRole('option')
          .map((row) => row.textContent?.slice(0, 12)),
      ).toEqual([
        expect.stringMatching(/^増えたlog/u),
        expect.stringMatching(/^変わったone/u),
        expect.stringMatching(/^なくなったtwo/u),
      ]),
    );
    expect(screen.queryByRole('button', { name: '違いを認めて出す' })).toBeNull();

    await as('officer');
    await showPage(<ContentsPanel requestId={id} />);
    fireEvent.click(await screen.findByRole('button', { name: '違いを認めて出す' }));
    type(/^理由/u, '作業記録を渡したため');
    type(/責任 三郎 さんのパスワード/u, people.officer.password);
    submit('内容の違いについての判断');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await screen.findByText('責任者が認めました: 作業記録を渡したため');
    expect((await call('media', 'inspection', { requestId: id })).missing.exit).toEqual([]);
  }, 20_000);

  test('a list under way shows how far it is and is stopped without leaving anything', async () => {
    writeFileSync(join(drive, 'large'), '');
    truncateSync(join(drive, 'large'), 64 * 1024 ** 3);
    const id = await asked();
    await showPage(<ContentsPanel requestId={id} />);
    fireEvent.click(await screen.findByRole('button', { name: 'ドライブを選ぶ' }));
    await screen.findByText(drive);
    press('一覧を作る');
    await screen.findByText('large', {}, { timeout: 10_000 });
    expect(screen.getByRole('progressbar', { name: 'ファイルを読んでいます' })).toBeDefined();
    press('中止');
    await screen.findByText('中止しました。何も記録していません。', {}, { timeout: 10_000 });
    expect((await call('media', 'inspection', { requestId: id })).listings).toEqual([]);
  }, 20_000);

  test('an auditor reads and is offered nothing', async () => {
    const id = await asked();
    await as('auditor');
    await showPage(
      <>
        <ChecksPanel requestId={id} />
        <ContentsPanel requestId={id} />
      </>,
    );
    await screen.findByText('一覧はまだありません。');
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});

test('findings are read one a line, wide bars and bars in names included; a line of another form is named', () => {
  expect(readFindings('a|b.exe | Win.Test\n\n図面.doc｜Doc.X')).toEqual({
    findings: [
      { path: 'a|b.exe', name: 'Win.Test' },
      { path: '図面.doc', name: 'Doc.X' },
    ],
  });
  expect(readFindings('ok | x\nno bar')).toEqual({ line: 2 });
  expect(readFindings('| x')).toEqual({ line: 1 });
});
