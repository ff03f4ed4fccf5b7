import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect as see } from './patience.ts';
import { expect, test } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { openWorkbook } from '../../main/tabular/workbook/workbook.ts';
import { ja } from '../../renderer/media/lists/messages.ja.ts';
import { ja as words } from '../../renderer/media/register/messages.ja.ts';
import { chooseNext, someSite, start } from './harness.ts';
import { settled } from './screens.ts';
import { PASSWORD, PEOPLE } from './site.ts';
import * as steps from './steps.ts';

const said = (text: string, details: Readonly<Record<string, string | number>>): string =>
  Object.entries(details).reduce((all, [key, value]) => all.replaceAll(`{{${key}}}`, String(value)), text);

const HEAD = ['番号', '媒体の種類', '名称', '製造番号', '暗号化', '保管者', '保管場所', '機密性'];
const LIST = [
  ['媒体管理台帳(令和8年度)'],
  HEAD,
  ['USB-001', 'USBメモリ', '=移送用', '0012', 'なし', '渡邊 健一', '中央監視室', '機密性2'],
  ['FD-01', 'フロッピー', '旧設定の控え', '', 'なし', '早瀬 美咲', '書庫', '機密性1'],
];

async function accessible(page: Page): Promise<void> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
}

test('an office’s workbook is looked through, put right and taken in; the register goes out as a workbook that says the same', async () => {
  const folder = someSite();
  const program = await start(folder);
  const { page, electron } = program;
  const file = join(folder, '台帳.xlsx');
  writeFileSync(file, await writeXlsx(LIST).toBuffer());
  chmodSync(file, 0o644);
  await steps.signIn(page, { identifier: PEOPLE.officer.identifier, password: PASSWORD });
  await steps.palette(page, ja['in.title']);
  await accessible(page);
  await chooseNext(program, file);
  await page.getByRole('button', { name: ja['in.choose'], exact: true }).press('Enter');
  await see(page.getByText(ja['problem.kind-unknown'])).toBeVisible();
  await see(page.getByText(ja['in.blocked'])).toBeVisible();
  await accessible(page);

  // The word of an office is said to be a kind of the register's.
  const word = page.getByRole('button', { name: 'フロッピー' });
  await word.focus();
  await steps.chooseInList(page, 'その他の機器');
  const run = page.getByRole('button', { name: said(ja['in.run'], { count: 2 }) });
  await see(run).toBeEnabled();
  await run.press('Enter');
  await see(page.getByText(said(ja['in.done'], { registered: 2, changed: 0 }))).toBeVisible();

  await page.getByRole('main').getByRole('link', { name: ja['in.toRegister'] }).first().press('Enter');
  await see(page.getByText(said(words.count, { n: 2 }))).toBeVisible();
  const out = join(folder, 'out');
  mkdirSync(out);
  chmodSync(out, 0o777);
  const saved = join(out, '管理台帳.xlsx');
  await electron.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, saved);
  await page.getByRole('button', { name: ja['out.open'], exact: true }).press('Enter');
  await see(page.getByRole('dialog', { name: ja['out.title.register'] })).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: ja['out.do'] }).press('Enter');
  await see(page.getByText(said(ja['out.done'], { file: '管理台帳.xlsx', rows: 2 }))).toBeVisible();
  const rows = await (await openWorkbook(saved)).rows(0, { rows: 100, columns: 100, cell: 1000 });
  const texts = rows.map(({ cells }) => cells.map(({ text }) => text));
  expect(texts.map((cells) => [...cells.slice(0, 3), cells[5], ...cells.slice(7, 10), cells[11]])).toEqual([
    ['管理番号', '種類', '名称・用途', '製造番号', '暗号化', '保管者', '保管場所', '保存できる情報'],
    ['FD-01', 'その他の機器', '旧設定の控え', '', '暗号化なし', '早瀬 美咲', '書庫', '機密性1'],
    ['USB-001', 'USBメモリ', '=移送用', '0012', '暗号化なし', '渡邊 健一', '中央監視室', '機密性2'],
  ]);
});
