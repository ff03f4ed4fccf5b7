import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect as see } from './patience.ts';
import { expect, test } from 'vitest';
import { ja as app } from '../../renderer/app/messages.ja.ts';
import { ja as compare } from '../../renderer/trail/compare/messages.ja.ts';
import { ja as exporting } from '../../renderer/trail/export/messages.ja.ts';
import { ja } from '../../renderer/trail/messages.ja.ts';
import { ja as review } from '../../renderer/trail/review/messages.ja.ts';
import { chooseNext, someSite, start } from './harness.ts';
import { INSIDE, PASSWORD, PEOPLE } from './site.ts';
import * as steps from './steps.ts';

const officer = { identifier: PEOPLE.officer.identifier, password: PASSWORD };
const auditor = { identifier: PEOPLE.auditor.identifier, password: PASSWORD };

const list = (page: Page) => page.getByRole('list', { name: ja['list.title'] });
const rows = (page: Page) => list(page).locator('summary');
const openTrail = (page: Page) =>
  page.getByRole('link', { name: app['nav.trail'], exact: true }).first().press('Enter');
const openTab = async (page: Page, tab: 'compare' | 'review' | 'export') => {
  await page.getByRole('tab', { name: ja[`tab.${tab}`] }).click();
  await see(page.getByRole('tabpanel')).toBeVisible();
};

test('an auditor narrows the trail by kind and person, follows one visit from its entry to its record, and sees all again', async () => {
  const { page } = await start(someSite());
  await steps.signIn(page, auditor);
  await openTrail(page);
  await see(page.getByText(ja['list.all'])).toBeVisible();
  const all = await rows(page).count();

  await page.getByRole('button', { name: ja['group.furnishing'] }).press('Space');
  await see(rows(page).first()).toContainText(ja['type.badge.registered']);
  await see(rows(page).filter({ hasText: ja['type.session.opened'] })).toHaveCount(0);
  await page.getByRole('button', { name: ja['group.door'] }).press('Space');
  await see(rows(page)).toHaveCount(4);

  const entered = rows(page).filter({ hasText: INSIDE.name });
  await see(entered).toHaveCount(1);
  await entered.press('Enter');
  await page.getByRole('button', { name: ja['list.only'] }).press('Enter');
  await see(rows(page)).toHaveCount(1);
  await page.getByRole('link', { name: ja['list.record'] }).press('Enter');
  await see(steps.visitHeading(page, INSIDE.name)).toBeVisible();

  await openTrail(page);
  await see(rows(page).nth(all - 1)).toBeVisible();
  await page.getByRole('button', { name: ja['filter.more'] }).press('Enter');
  await page.getByLabel(ja['filter.from']).fill('R1.5.1');
  await page.getByLabel(ja['filter.until']).fill('R2.4.30');
  await see(page.getByText(ja['list.noneFiltered'])).toBeVisible();
  await page.getByRole('button', { name: ja['list.filterClear'] }).first().press('Enter');
  await see(rows(page)).toHaveCount(all);
});

test('a slip typed by keyboard is equal, and differs when a digit does; both comparisons are on the trail', async () => {
  const { page } = await start(someSite());
  await steps.signIn(page, officer);
  await openTrail(page);
  const slip = await page.evaluate(async () => {
    const reply = await window.suimon?.trail.checkpoint({});
    return reply?.ok === true ? reply.value : undefined;
  });
  if (slip === undefined || slip === null) throw new Error('no checkpoint');
  await openTab(page, 'compare');
  const type = async (head: string): Promise<void> => {
    await page.getByLabel(new RegExp(`^${compare['slip.head']}`, 'u')).fill(head);
    await page.keyboard.press('Enter');
  };
  await page.getByLabel(new RegExp(`^${compare['slip.size'].slice(0, 2)}`, 'u')).fill(String(slip.size));
  await type((slip.head.toUpperCase().match(/.{4}/gu) ?? []).join(' '));
  await see(page.getByText(compare['slip.equal'].replace('{{size}}', String(slip.size)))).toBeVisible();
  await type(`${slip.head.slice(0, 15)}${slip.head[15] === 'a' ? 'b' : 'a'}`);
  await see(page.getByText(compare['slip.differs'])).toBeVisible();
  await see(rows(page).filter({ hasText: ja['type.trail.compared'] })).toHaveCount(2);
});

test('an officer reviews the trail: refused with a wrong password, signed with the right one, and the due date moves on', async () => {
  const { page } = await start(someSite());
  await steps.signIn(page, officer);
  await page.getByRole('link', { name: app['home.reviewOpen'] }).press('Enter');
  const form = page.getByRole('form', { name: review.form });
  await form.getByLabel(new RegExp(`^${review.findings}`, 'u')).fill('異常なし');
  const password = form.getByLabel(new RegExp(PEOPLE.officer.name, 'u'));
  await password.fill('not-the-password');
  await password.press('Enter');
  await see(form.getByText(ja['refusal.attest-refused'])).toBeVisible({ timeout: 20_000 });
  await see(page.getByText(review.pastNone)).toBeVisible();
  await see(form.getByLabel(new RegExp(`^${review.findings}`, 'u'))).toHaveValue('異常なし');

  await see(async () => {
    await password.fill(PASSWORD);
    await password.press('Enter');
    await see(steps.notices(page).getByText(/^点検を記録しました/u)).toBeVisible({ timeout: 8_000 });
  }).toPass({ timeout: 40_000 });
  const past = page.getByRole('list', { name: review.past }).getByRole('listitem');
  await see(past).toHaveCount(1);
  await see(past).toContainText(review.signed);
  await see(past).toContainText('異常なし');
  const newest = rows(page).filter({ hasText: ja['type.trail.reviewed'] });
  await newest.press('Enter');
  await see(page.getByText(ja['signature.holds'].replace('{{name}}', PEOPLE.officer.name))).toBeVisible();
});

test('the trail is written out into the folder chosen, whole, and that is on the trail', async () => {
  const folder = someSite();
  const program = await start(folder);
  const { page } = program;
  await steps.signIn(page, auditor);
  await openTrail(page);
  await openTab(page, 'export');
  await chooseNext(program, folder);
  await page.getByRole('button', { name: exporting.start }).press('Enter');
  await see(page.getByText(exporting.care)).toBeVisible({ timeout: 20_000 });
  const [written = ''] = readdirSync(folder).filter((name) => name.startsWith('SUIMON-trail-test-'));
  expect(readdirSync(join(folder, written)).toSorted()).toEqual([
    'README.txt',
    'SHA256SUMS',
    'checkpoints.txt',
    'entries.ndjson',
    'keys.json',
  ]);
  const lines = readFileSync(join(folder, written, 'entries.ndjson'), 'utf8')
    .trimEnd()
    .split('\n');
  expect(written).toContain(`-${lines.length}-`);
  await see(rows(page).first()).toContainText(ja['type.trail.exported']);
});

test('F1 opens the manual at the chapter of the screen, and what was typed on the page is still there afterwards', async () => {
  const { page } = await start(someSite());
  await steps.signIn(page, auditor);
  await openTrail(page);
  await openTab(page, 'compare');
  await page.getByLabel(new RegExp(`^${compare['slip.size'].slice(0, 2)}`, 'u')).fill('12');
  await page.keyboard.press('F1');
  const manual = page.getByRole('dialog', { name: app['manual.title'] });
  await see(manual.getByRole('heading', { level: 1, name: '証跡', exact: true })).toBeVisible();
  await manual.getByRole('link', { name: '証跡の書き出しと検査' }).click();
  await see(manual.getByRole('heading', { level: 1, name: '証跡の書き出しと検査' })).toBeVisible();
  await see(manual.locator('pre').last()).toContainText('createPublicKey');
  await page.keyboard.press('Escape');
  await see(manual).toBeHidden();
  await see(page.getByLabel(new RegExp(`^${compare['slip.size'].slice(0, 2)}`, 'u'))).toHaveValue('12');
});
