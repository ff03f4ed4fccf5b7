import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect as see } from './patience.ts';
import { expect, test } from 'vitest';
import { ja } from '../../renderer/media/register/messages.ja.ts';
import { ja as policy } from '../../renderer/media/policy/messages.ja.ts';
import { ja as refusals } from '../../renderer/media/messages.ja.ts';
import { ja as sheet } from '../../renderer/ui/sheet/messages.ja.ts';
import { someSite, start } from './harness.ts';
import { readPdf } from './pdf.ts';
import { goTo, settled } from './screens.ts';
import { PASSWORD, PEOPLE } from './site.ts';
import * as steps from './steps.ts';

const said = (text: string, details: Readonly<Record<string, string | number>>): string =>
  Object.entries(details).reduce((all, [key, value]) => all.replaceAll(`{{${key}}}`, String(value)), text);

/** Registers a medium by keyboard from the register's page, and sees it at the right. */
async function register(page: Page, number: string, name: string): Promise<void> {
  await page.keyboard.press('F4');
  const dialog = page.getByRole('dialog', { name: ja['register.title'] });
  const field = (label: string) => dialog.getByLabel(label, { exact: false }).first();
  await see(field(ja['field.number'])).toBeFocused();
  await page.keyboard.type(number);
  await field(ja['field.name']).fill(name);
  await field(ja['field.seal']).fill(`S-${number}`);
  await field(ja['field.keeper']).fill(PEOPLE.officer.name);
  await field(ja['field.place']).fill('中央監視室 保管庫');
  await field(ja['field.place']).press('Enter');
  await see(dialog).toBeHidden();
  await see(page.getByRole('heading', { level: 2, name: `${number}${name}` })).toBeVisible();
}

async function accessible(page: Page): Promise<void> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
}

test('an officer registers media, takes stock by scanner, reports a loss and its finding, and prints labels of one page', async () => {
  const folder = someSite();
  const program = await start(folder);
  const { page, electron } = program;
  const main = page.getByRole('main');
  await steps.signIn(page, { identifier: PEOPLE.officer.identifier, password: PASSWORD });
  await steps.palette(page, ja['palette.register']);
  await see(main).toContainText(ja['empty.title']);
  await accessible(page);
  await register(page, 'USB-001', '監視盤データ移送用');
  await register(page, 'USB-010', '帳票持出用');
  await accessible(page);

  // A number in full width is the same number.
  await page.keyboard.press('F4');
  const dialog = page.getByRole('dialog', { name: ja['register.title'] });
  for (const [label, text] of [
    ['field.number', 'ｕｓｂ－００１'],
    ['field.name', '別の媒体'],
    ['field.keeper', '某'],
    ['field.place', '某所'],
  ] as const)
    await dialog.getByLabel(ja[label]).first().fill(text);
  await dialog.getByRole('button', { name: ja['register.do'] }).press('Enter');
  await see(dialog).toContainText(
    said(refusals['refusal.medium-number-taken'], { number: 'USB-001', name: '監視盤データ移送用' }),
  );
  await page.keyboard.press('Escape');
  await see(dialog).toBeHidden();

  await steps.palette(page, ja['palette.stocktake']);
  await see(page.getByLabel(ja['stocktake.scan']).last()).toBeFocused();
  for (const [typed, text] of [
    ['ｕｓｂ－００１', said(ja['scan.seen'], { number: 'USB-001', name: '監視盤データ移送用' })],
    ['USB-001', said(ja['scan.twice'], { number: 'USB-001' })],
    ['HDD-9', said(ja['scan.stranger'], { text: 'HDD-9' })],
  ] as const) {
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    await see(main.getByRole('status').first()).toContainText(text);
  }
  await see(main).toContainText(said(ja['stocktake.counted'], { seen: 1, all: 2 }));
  // A scanner types wherever the focus is.
  await page.getByRole('tab', { name: ja['tab.odd'] }).click();
  await see(main).toContainText(said(ja['scan.stranger'], { text: 'HDD-9' }));
  await accessible(page);
  await page.keyboard.type('XX');
  await see(page.getByLabel(ja['stocktake.scan']).last()).toHaveValue('XX');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');

  // What was scanned outlives a lock.
  await steps.lock(page);
  await steps.signIn(page, { identifier: PEOPLE.officer.identifier, password: PASSWORD });
  await steps.palette(page, ja['palette.stocktake']);
  await see(main).toContainText(said(ja['stocktake.counted'], { seen: 1, all: 2 }));
  await see(main).toContainText(ja['stocktake.restored']);
  await page.keyboard.press('F8');
  const record = page.getByRole('dialog', { name: ja['stocktake.recordTitle'] });
  await see(record).toContainText(said(ja['stocktake.recordMissing'], { n: 1 }));
  await see(record).toContainText('USB-010');
  await record.getByRole('button', { name: ja['stocktake.record'] }).press('Enter');
  await see(steps.notices(page)).toContainText(said(ja['stocktake.done'], { seen: 1, missing: 1 }));

  const list = page.getByRole('listbox', { name: ja['page.list'] });
  await see(list.getByRole('option').nth(1)).toContainText(ja.missed);
  await list.getByRole('option', { name: 'USB-010' }).click();
  await see(main.getByRole('heading', { level: 2, name: 'USB-010' })).toBeVisible();
  await page.keyboard.press('F9');
  const lose = page.getByRole('alertdialog', { name: said(ja['lose.title'], { number: 'USB-010' }) });
  await see(lose.getByLabel(ja['lose.circumstances'])).toBeFocused();
  await page.keyboard.type('棚卸で見当たらない');
  await lose.getByLabel(ja['lose.reportedTo']).fill(PEOPLE.officer.name);
  await lose.getByLabel(ja['lose.reportedTo']).press('Enter');
  await see(list.getByRole('option', { name: 'USB-010' })).toContainText(ja['state.lost']);
  await see(main.getByRole('button', { name: ja['action.find'] })).toBeVisible();
  await page.keyboard.press('F8');
  const find = page.getByRole('dialog', { name: said(ja['find.title'], { number: 'USB-010' }) });
  await see(find.getByLabel(ja['find.where'])).toBeFocused();
  await page.keyboard.type('帳票棚');
  await find.getByRole('button', { name: ja['action.find'] }).press('Enter');
  await see(list.getByRole('option', { name: 'USB-010' })).toContainText(ja['state.kept']);

  await main.getByRole('button', { name: ja['page.labels'] }).press('Enter');
  await page
    .getByRole('dialog', { name: ja['labels.title'] })
    .getByRole('button', { name: said(ja['labels.preview'], { n: 2 }) })
    .press('Enter');
  const paper = page.getByRole('dialog', { name: ja['labels.title'] });
  await see(paper.getByRole('img', { name: said(sheet.barcode, { text: 'USB-001' }) })).toBeVisible();
  await accessible(page);
  await electron.evaluate(
    ({ dialog: system }, path) => {
      system.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    },
    join(folder, 'labels.pdf'),
  );
  await page.keyboard.press('Control+S');
  await see(paper.getByText(said(sheet.saved, { file: 'labels.pdf' }))).toBeVisible();
  const pages = readPdf(readFileSync(join(folder, 'labels.pdf')));
  expect(pages).toHaveLength(1);
  expect(pages[0]?.text).toContain('USB-001監視盤データ移送用');
  expect(pages[0]?.text).toContain('USB-010帳票持出用');
  await page.keyboard.press('Escape');
  await see(paper).toBeHidden();
});

test('an officer changes the rules for media under a signature, and nobody else is offered it', async () => {
  const { page } = await start(someSite());
  const main = page.getByRole('main');
  await steps.signIn(page, { identifier: PEOPLE.officer.identifier, password: PASSWORD });
  await goTo(page, '/media/policy');
  await accessible(page);
  await main.getByRole('button', { name: policy.change }).press('Enter');
  const field = (name: string) => main.locator(`[name="${name}"]`);
  await see(field('policy.definitionsMaxDays')).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('１４０');
  await page.keyboard.press('Tab');
  await see(main).toContainText(refusals['refusal.policy-range']);
  await field('policy.definitionsMaxDays').fill('14');
  await field('reason').fill('定義の配布が二週に一度のため');
  await field('password').fill('chigau-password');
  await field('password').press('Enter');
  await see(main).toContainText(refusals['refusal.attest-refused']);
  await accessible(page);
  await field('password').fill(PASSWORD);
  await field('password').press('Enter');
  await see(steps.notices(page)).toContainText(policy.done);
  await see(main).toContainText(said(policy['definitionsMaxDays.unit'], { n: 14 }));

  await steps.lock(page);
  await steps.signIn(page, { identifier: PEOPLE.operator.identifier, password: PASSWORD });
  await goTo(page, '/media/policy');
  await see(main).toContainText(said(policy['definitionsMaxDays.unit'], { n: 14 }));
  await see(main.getByRole('button', { name: policy.change })).toHaveCount(0);
});
