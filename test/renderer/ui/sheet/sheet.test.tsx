import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { useState } from 'react';
import type { Paper } from '../../../../main/sheets/paper.ts';
import { call } from '../../../../renderer/api/client.ts';
import { Sheet } from '../../../../renderer/ui/sheet/sheet.tsx';
import CheckpointSheet from '../../../../renderer/trail/checkpoint/checkpoint-sheet.tsx';
import { showPage, windowOnMain } from '../../window-on-main.tsx';

const folder = mkdtempSync(join(tmpdir(), 'suimon-sheet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the system has: as somebody answers its dialogs. */
const system = { printer: true, place: true };
const paper: Paper = {
  choose: (name) => Promise.resolve(system.place ? join(folder, name) : undefined),
  pdf: () => Promise.resolve(Buffer.from('%PDF-')),
  hasPrinter: () => Promise.resolve(system.printer),
  print: () => Promise.resolve('sent'),
};

beforeAll(async () => {
  const main = await windowOnMain({ paper });
  await main.signIn('officer');
});
beforeEach(() => {
  Object.assign(system, { printer: true, place: true });
});

const SECRET = 'himitsu-kagi-7788';

function Slip() {
  const [secret, setSecret] = useState<string | undefined>(SECRET);
  if (secret === undefined) return <p>渡しました</p>;
  return (
    <Sheet
      title="初期パスワード通知書"
      office="第二浄水場 中央監視室"
      number="R8-3"
      issued="令和8年11月24日"
      stamps={['作成者', '受領者']}
      checkpoint="証跡 12 件目"
      parts={[
        { kind: 'block', content: <p>初期パスワード {secret}</p> },
        {
          kind: 'table',
          title: '権限',
          columns: [{ title: '台帳' }, { title: '権限' }],
          rows: [['入退室', '記入']],
        },
      ]}
      secret={<p>封をして本人に渡してください。</p>}
      onClose={() => setSecret(undefined)}
    />
  );
}

async function open(): Promise<HTMLElement> {
  await showPage(<Slip />);
  const dialog = await screen.findByRole('dialog', { name: '初期パスワード通知書' });
  await within(dialog).findByText('A4 1 ページ');
  return dialog;
}

test('a sheet shows title, office, number, stamp boxes, table, checkpoint and page n of m, as they are printed', async () => {
  const dialog = await open();
  const page = within(within(dialog).getByRole('region', { name: '1 / 1 ページ' }));
  expect(page.getByRole('heading', { name: '初期パスワード通知書' })).toBeDefined();
  for (const words of [
    '第二浄水場 中央監視室',
    '番号 R8-3',
    '作成 令和8年11月24日',
    '証跡 12 件目',
    '1 / 1 ページ',
  ])
    expect(page.getByText(words)).toBeDefined();
  expect(page.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['作成者', '受領者']);
  expect(page.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['台帳', '権限']);
  expect(page.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['入退室', '記入']);
  expect(page.getByText(`初期パスワード ${SECRET}`)).toBeDefined();
});

test('a sheet with a secret says what to do with the paper and what a PDF would keep; closed, it is nowhere any more', async () => {
  const dialog = await open();
  expect(within(dialog).getByText('この紙には秘密が書かれています。')).toBeDefined();
  expect(within(dialog).getByText('封をして本人に渡してください。')).toBeDefined();
  expect(within(dialog).getByText(/PDF に保存すると、消すまでファイルに同じ秘密が残ります/u)).toBeDefined();
  expect(document.title).toBe('初期パスワード通知書');
  fireEvent.keyDown(dialog, { key: 'Escape' });
  await screen.findByText('渡しました');
  expect(document.documentElement.outerHTML).not.toContain(SECRET);
  expect(document.title).not.toBe('初期パスワード通知書');
});

test('Ctrl+S saves under the name of the sheet and says so; a dialog that is left says that nothing was saved', async () => {
  const dialog = await open();
  fireEvent.keyDown(window, { key: 's', ctrlKey: true });
  await within(dialog).findByText('「初期パスワード通知書.pdf」に保存しました。');
  expect(readdirSync(folder)).toEqual(['初期パスワード通知書.pdf']);
  system.place = false;
  fireEvent.keyDown(window, { key: 's', ctrlKey: true });
  await within(dialog).findByText('保存していません。');
});

test('Ctrl+P prints; without a printer it says so, and what to do, and that nothing was printed', async () => {
  const dialog = await open();
  fireEvent.keyDown(window, { key: 'p', ctrlKey: true });
  await within(dialog).findByText('プリンターに送りました。紙を確かめてください。');
  system.printer = false;
  fireEvent.click(within(dialog).getByRole('button', { name: '印刷' }));
  await waitFor(() =>
    expect(within(dialog).getByRole('alert').textContent).toBe(
      '使えるプリンターがありません。何も印刷していません。プリンターの電源・接続・設定を確かめてから、もう一度印刷してください。',
    ),
  );
  expect(within(dialog).queryByText('プリンターに送りました。紙を確かめてください。')).toBeNull();
});

test('the slip of a checkpoint has site, number, time, its hash in groups of four, the signed note and its code', async () => {
  const slip = await call('trail', 'checkpoint', {});
  if (slip === null) throw new Error('no checkpoint');
  await showPage(<CheckpointSheet slip={slip} onClose={() => undefined} />);
  const page = within(await screen.findByRole('region', { name: '1 / 1 ページ' }));
  expect(page.getByText(`番号 ${slip.site.code}-${slip.size}`)).toBeDefined();
  const cell = (name: string) => page.getByRole('rowheader', { name }).nextElementSibling;
  expect(cell('施設')?.textContent).toBe(`${slip.site.name} ${slip.site.room} (${slip.site.code})`);
  expect(cell('番号(件数)')?.textContent).toBe(String(slip.size));
  expect(cell('検証点の時刻')?.textContent).toBe('2026-04-02 09:00');
  const groups = [...(cell('ハッシュ')?.querySelectorAll('span > span') ?? [])].map(
    (group) => group.textContent,
  );
  expect(groups).toHaveLength(16);
  expect(groups.join('')).toBe(slip.head);
  const [origin, size, head = ''] = slip.note.split('\n');
  expect([origin, size]).toEqual([`suimon/${slip.site.code}`, String(slip.size)]);
  expect(Buffer.from(head, 'base64').toString('hex')).toBe(slip.head);
  expect(page.getByText((_, element) => element?.tagName === 'PRE').textContent).toBe(slip.note);
  expect(page.getByRole('img', { name: '署名付き検証点の二次元コード' })).toBeDefined();
});
