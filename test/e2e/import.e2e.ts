import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect as see } from './patience.ts';
import { expect, test } from 'vitest';
import { ja } from '../../renderer/entries/import/messages.ja.ts';
import { ja as entries } from '../../renderer/entries/messages.ja.ts';
import { chooseNext, someSite, start } from './harness.ts';
import { PASSWORD, PEOPLE } from './site.ts';
import * as steps from './steps.ts';

const HEAD = '入室日時,退室日時,氏名,所属,用件,区域';
const GOOD = [
  '2026-04-01 09:00,2026-04-01 10:15,邊見 葵,青柳警備保障,装置点検,電気室',
  '2026-04-02 13:30,2026-04-02 14:00,桒原 剛,丸三文具店,納品,会議室',
];

/** A CSV file that the program can read, named as it will be chosen. */
function csv(folder: string, name: string, rows: readonly string[]): string {
  const file = join(folder, name);
  writeFileSync(file, `${[HEAD, ...rows].join('\r\n')}\r\n`);
  chmodSync(file, 0o644);
  return file;
}

test('a file with a bad row is named by its row and imports nothing; put right, it goes in whole', async () => {
  const folder = someSite();
  const program = await start(folder);
  const { page } = program;
  await steps.signIn(page, { identifier: PEOPLE.officer.identifier, password: PASSWORD });
  await steps.palette(page, entries['palette.import']);
  await chooseNext(program, csv(folder, 'bad.csv', [...GOOD, '2026-02-30 09:00,,名無し 某,,点検,電気室']));
  await page.getByRole('button', { name: ja['import.choose'], exact: true }).press('Enter');
  await see(page.getByText(ja['import.problem.date-impossible'])).toBeVisible();
  await see(page.getByRole('main')).toContainText('2026-02-30');
  await see(page.getByText(ja['import.blocked'])).toBeVisible();

  await chooseNext(program, csv(folder, 'good.csv', GOOD));
  await page.getByRole('button', { name: ja['import.chooseOther'] }).press('Enter');
  const run = page.getByRole('button', { name: ja['import.run'].replace('{{count}}', '2') });
  await see(run).toBeEnabled();
  await run.press('Enter');
  await see(page.getByText(ja['import.done'].replace('{{count}}', '2'))).toBeVisible();
  await steps.openVisit(page, '邊見 葵');
  await see(page.getByRole('region', { name: entries['page.detail'] })).toContainText('good.csv');
  const found = await page.evaluate(async () => {
    const reply = await window.suimon?.entries.search({ text: '名無し', filter: {}, limit: 10 });
    return reply?.ok === true ? reply.value.rows.length : undefined;
  });
  expect(found).toBe(0);
});
