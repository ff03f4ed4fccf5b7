import { openSync, readFileSync, rmSync, writeFileSync, writeSync, closeSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect as see } from './patience.ts';
import { describe, expect, test } from 'vitest';
import { ja as accounts } from '../../renderer/accounts/messages.ja.ts';
import { ja as wizard } from '../../renderer/accounts/wizard/messages.ja.ts';
import { ja as fault } from '../../renderer/app/fault/messages.ja.ts';
import { ja as app } from '../../renderer/app/messages.ja.ts';
import { ja as entries } from '../../renderer/entries/messages.ja.ts';
import { emptySite, ledgerOf, someSite, start } from './harness.ts';
import { PASSWORD, PEOPLE } from './site.ts';
import * as steps from './steps.ts';

const operator = { identifier: PEOPLE.operator.identifier, password: PASSWORD };
const auditor = { identifier: PEOPLE.auditor.identifier, password: PASSWORD };

const next = (page: Page) => page.getByRole('button', { name: app['action.next'] }).press('Enter');

async function founder(
  page: Page,
  title: string,
  name: string,
  identifier: string,
  password: string,
): Promise<void> {
  await see(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
  await page.getByLabel(wizard['person.name']).fill(name);
  await page.getByLabel(wizard['person.identifier']).fill(identifier);
  await page.getByLabel(new RegExp(`^${wizard['person.password']}(?!\\()`, 'u')).fill(password);
  await page.getByLabel(wizard['person.repeat']).fill(password);
  await next(page);
}

test('F1 opens the manual before anybody has signed in, at the chapter of the screen, and keeps what was typed', async () => {
  const { page } = await start(someSite());
  await page.keyboard.type('akagi');
  const manual = page.getByRole('dialog', { name: app['manual.title'] });
  await page.keyboard.press('F1');
  await see(manual.getByRole('heading', { level: 1, name: 'はじめに' })).toBeVisible();
  await page.keyboard.press('Escape');
  await see(manual).toBeHidden();
  await see(page.getByLabel(accounts['login.identifier'])).toHaveValue('akagi');
  await page.getByRole('button', { name: accounts['login.restore'] }).press('Enter');
  await see(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('F1');
  await see(manual.getByRole('heading', { level: 1, name: '控え' })).toBeVisible();
});

describe('the first run', () => {
  test('founds a site: each chooses a password, an operator gets one to change, and the chain verifies', async () => {
    const { page } = await start(emptySite());
    await see(page.getByText(wizard['intro.recorded'])).toBeVisible();
    await next(page);
    await page.getByLabel(wizard['site.name']).fill('第一浄水場');
    await page.getByLabel(wizard['site.room']).fill('監視室');
    await page.getByLabel(wizard['site.code']).fill('daiichi');
    await next(page);
    await founder(page, wizard['step.administrator1'], '桐生 一', 'kiryu', 'asa-no-kiri-ga-fukai');
    await founder(page, wizard['step.administrator2'], '杉本 双葉', 'sugimoto', 'mori-no-naka-no-michi');
    await founder(page, wizard['step.officer'], '黒川 三郎', 'kurokawa', 'tetsubin-no-yu-ga-waku');
    await page.getByRole('button', { name: wizard['others.add'] }).press('Enter');
    await page.getByLabel(wizard['person.name']).fill('赤井 四季');
    await page.getByLabel(wizard['person.identifier']).fill('akai');
    await page.getByRole('checkbox', { name: app['role.operator'] }).check({ force: true });
    await next(page);
    await page.getByRole('button', { name: wizard['review.create'] }).press('Enter');
    await see(page.getByRole('heading', { name: wizard['done.title'] })).toBeVisible({ timeout: 60_000 });
    const handed = await page.getByRole('row', { name: 'akai' }).getByRole('cell').last().innerText();
    await page.getByRole('checkbox', { name: wizard['done.ack'] }).check({ force: true });
    await page.getByRole('button', { name: wizard['done.finish'] }).press('Enter');

    await steps.typeCredentials(page, { identifier: 'akai', password: handed });
    await see(page.getByText(accounts['password.first'])).toBeVisible({ timeout: 20_000 });
    await page.getByLabel(accounts['password.handed']).fill(handed);
    await page.getByLabel(accounts['password.next'], { exact: false }).first().fill('yama-no-ue-no-kumo');
    await page.getByLabel(accounts['password.repeat']).fill('yama-no-ue-no-kumo');
    await page.getByLabel(accounts['password.repeat']).press('Enter');
    await see(steps.clock(page)).toBeVisible({ timeout: 20_000 });
    await steps.lock(page);
    await steps.signIn(page, { identifier: 'kurokawa', password: 'tetsubin-no-yu-ga-waku' });
    expect(await steps.verifyChain(page)).toContain('検証済み');
  });
});

describe('signing in and out', () => {
  test('an unknown identifier and a wrong password are refused in the same words', async () => {
    const folder = someSite();
    const { page } = await start(folder);
    const alert = page.getByRole('alert');
    const noted = () => readFileSync(join(folder, 'app', 'sign-in-attempts.json'), 'utf8');
    await steps.typeCredentials(page, { ...operator, password: 'not-the-password' });
    await see(alert).toHaveText(accounts['refusal.sign-in-refused'], { timeout: 20_000 });
    expect(noted()).toContain(operator.identifier);
    await page.getByLabel(accounts['login.identifier']).focus();
    await steps.typeCredentials(page, { identifier: 'nobody', password: PASSWORD });
    await see.poll(noted, { timeout: 20_000 }).toContain('nobody');
    await see(alert).toHaveText(accounts['refusal.sign-in-refused']);
  });

  test('Ctrl+L locks, nothing of the ledger stays in the window, and another person goes on at once', async () => {
    const { page } = await start(someSite());
    await steps.signIn(page, operator);
    await steps.openBoard(page);
    await steps.lock(page);
    await see(page.getByText(accounts['login.ended.locked'])).toBeVisible();
    await see(page.locator('body')).not.toContainText('齋藤 実');
    const reply = await page.evaluate(() => window.suimon?.entries.board({}));
    expect(reply).toEqual({ ok: false, refusal: { code: 'no-session' } });
    await steps.signIn(page, auditor);
    await see(page.getByRole('banner')).toContainText(PEOPLE.auditor.name);
  });

  test('an auditor is offered nothing that changes the log, an administrator sees no ledger', async () => {
    const { page } = await start(someSite());
    await steps.signIn(page, auditor);
    await page.getByRole('link', { name: app['nav.entries'] }).first().press('Enter');
    await see(page.getByRole('heading', { level: 1, name: entries['page.title'] })).toBeVisible();
    await see(page.getByRole('form', { name: entries['door.title'] })).toHaveCount(0);
    await steps.lock(page);
    await steps.signIn(page, { identifier: PEOPLE.administrator.identifier, password: PASSWORD });
    await see(page.getByRole('navigation').getByRole('link', { name: app['nav.entries'] })).toHaveCount(0);
    await see(page.getByRole('navigation').getByRole('link', { name: app['nav.trail'] })).toHaveCount(0);
  });
});

/** Turns over the bits of a stretch of a file. */
function flip(file: string, from: number, to: number): void {
  const bytes = readFileSync(file).subarray(from, to);
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.from(bytes.map((byte) => ~byte & 0xff)), 0, bytes.length, from);
  closeSync(handle);
}

describe('files that are not as they were', () => {
  test('a ledger with a page turned over is found out, said in its own words, and left as it is', async () => {
    const folder = someSite();
    const file = ledgerOf(folder);
    flip(file, 64, 4096);
    const before = readFileSync(file);
    const { page } = await start(folder);
    await steps.typeCredentials(page, auditor);
    await see(page.getByRole('heading', { name: fault.title })).toBeVisible({ timeout: 20_000 });
    await see(page.locator('body')).toContainText(fault['ledger-damaged.what']);
    await see(page.locator('body')).toContainText(fault['ledger-damaged.do']);
    await see(page.locator('code')).toHaveText(file);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('a ledger whose second half is damaged opens to nothing that would pass for verified', async () => {
    const folder = someSite();
    const { size } = statSync(ledgerOf(folder));
    flip(ledgerOf(folder), Math.floor(size / 8192) * 4096, size);
    const { page } = await start(folder);
    await steps.typeCredentials(page, auditor);
    await see(steps.clock(page).or(page.getByRole('heading', { name: fault.title }))).toBeVisible({
      timeout: 20_000,
    });
    if (await steps.clock(page).isVisible()) {
      await page.getByRole('link', { name: app['nav.trail'], exact: true }).first().press('Enter');
      await page.getByRole('button', { name: '検証する' }).press('Enter');
      await see(
        page.getByText(/異常が見つかりました|検証できませんでした|台帳を開けません|閲覧のみ/u).first(),
      ).toBeVisible({ timeout: 10_000 });
    }
  });

  test('a plaintext database in its place and a missing key file are each named before anybody signs in', async () => {
    const plain = someSite();
    writeFileSync(ledgerOf(plain), `SQLite format 3\0${'\0'.repeat(4080)}`);
    const one = await start(plain);
    await see(one.page.locator('body')).toContainText(fault['ledger-plaintext.what']);
    await one.close();
    const keyless = someSite();
    rmSync(join(keyless, 'ledger', 'ledger.keys.json'));
    const two = await start(keyless);
    await see(two.page.locator('body')).toContainText(fault['keys-missing.what']);
  });
});

test('F7 a second start brings the first to the front and opens nothing itself', async () => {
  const folder = someSite();
  const first = await start(folder);
  await steps.signIn(first.page, operator);
  await first.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  await see(start(folder)).rejects.toThrow();
  await see
    .poll(() => first.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true);
  await see(steps.clock(first.page)).toBeVisible();
});
