import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { expect } from './patience.ts';
import { onTestFinished } from 'vitest';
import { ja as decision } from '../../renderer/media/decision/messages.ja.ts';
import { ja as door } from '../../renderer/media/door/messages.ja.ts';
import { ja as inspection } from '../../renderer/media/inspection/messages.ja.ts';
import { ja as words } from '../../renderer/media/messages.ja.ts';
import { ja as form } from '../../renderer/media/requests/form/messages.ja.ts';
import { ja as requests } from '../../renderer/media/requests/messages.ja.ts';
import { chooseNext, type Program } from './harness.ts';
import { chooseInList, notices, openVisit, palette } from './steps.ts';

const DAY = 86_400_000;

/** A time as an operator types it: 2026-11-23 14:05, in Japan. */
export function typed(at: number): string {
  return new Date(at + DAY * 0.375).toISOString().slice(0, 16).replace('T', ' ');
}

const field = (page: Page, path: string): Locator => page.locator(`[data-field="${path}"]`);
const entrance = (page: Page, path: string): Locator =>
  field(page, path).locator('input:not([type="hidden"]), textarea, button[aria-haspopup="listbox"]').first();

/** What an operator asks for: a medium to carry in. */
export interface Asked {
  readonly medium: string;
  readonly owner: string;
  readonly purpose: string;
  readonly asset: string;
  /** As the list calls it. */
  readonly area: string;
  readonly bearer: string;
  readonly organisation: string;
  readonly contents: string;
  readonly confidentiality: 1 | 2 | 3;
  readonly from: number;
  readonly until: number;
}

/** Sees that a field has the focus, types into it and goes on with Enter. */
async function fill(page: Page, path: string, text: string): Promise<void> {
  await expect(entrance(page, path)).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

async function chosen(page: Page, path: string, label: string): Promise<void> {
  await expect(entrance(page, path)).toBeFocused();
  await chooseInList(page, label);
  await page.keyboard.press('Enter');
}

/** The rest of the form from the medium on, by keyboard alone, Enter leading from field to field; stands in the last field. */
export async function fillRequest(page: Page, asked: Asked): Promise<void> {
  await expect(field(page, 'details.medium.from').getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await chosen(page, 'details.medium.kind', words['kind.usb-memory']);
  await fill(page, 'details.medium.name', asked.medium);
  await fill(page, 'details.medium.serial', 'SN-1');
  await fill(page, 'details.medium.owner', asked.owner);
  await chosen(page, 'details.medium.encryption', words['encryption.hardware']);
  await fill(page, 'details.purpose', asked.purpose);
  await fill(page, 'details.asset', asked.asset);
  await chosen(page, 'details.areaId', asked.area);
  await fill(page, 'details.workReference', '');
  await fill(page, 'details.bearer', asked.bearer);
  await fill(page, 'details.organisation', asked.organisation);
  await fill(page, 'details.from', typed(asked.from));
  await fill(page, 'details.until', typed(asked.until));
  await fill(page, 'details.returnDue', '');
  await fill(page, 'details.contents', asked.contents);
  const level = field(page, 'details.classification.confidentiality').getByRole('radio');
  await expect(level.first()).toBeFocused();
  await page.keyboard.press('Space');
  for (let up = 1; up < asked.confidentiality; up += 1) await page.keyboard.press('ArrowDown');
  await expect(level.nth(asked.confidentiality - 1)).toBeChecked();
  for (const path of [
    'details.classification.confidentiality',
    'details.classification.restrictions',
    'details.classification.integrity',
    'details.connection',
  ]) {
    await expect(field(page, path).locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Enter');
  }
  await fill(page, 'details.protection', '');
  await expect(entrance(page, 'details.note')).toBeFocused();
}

/** Opens the form of a new request and goes past its first field. */
export async function openForm(page: Page): Promise<void> {
  await palette(page, requests['palette.new']);
  await expect(field(page, 'details.kind').getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Enter');
}

export const detail = (page: Page): Locator => page.getByRole('region', { name: requests['page.detail'] });

/** Asks for a medium to be carried in, by keyboard alone; ends on the request. */
export async function ask(page: Page, asked: Asked): Promise<void> {
  await openForm(page);
  await fillRequest(page, asked);
  await page.keyboard.press('Enter');
  await expect(detail(page).getByRole('heading', { level: 2, name: asked.medium })).toBeVisible();
}

/** Opens a request from one of the lists. */
export async function openRequest(
  page: Page,
  tab: 'inbox' | 'carried' | 'all',
  medium: string,
): Promise<void> {
  await palette(
    page,
    tab === 'inbox'
      ? requests['palette.inbox']
      : tab === 'carried'
        ? requests['palette.carried']
        : requests['page.title'],
  );
  await page
    .getByRole('listbox', { name: requests[`tab.${tab}`] })
    .getByRole('option', { name: medium })
    .click();
  await expect(detail(page).getByRole('heading', { level: 2, name: medium })).toBeVisible();
}

/** Decides on the request that is open, with the officer's own password. */
export async function decide(
  page: Page,
  what: 'approve' | 'refuse' | 'return',
  words_: string,
  password: string,
): Promise<void> {
  const panel = page.getByRole('form', { name: decision['title'] });
  await panel.getByRole('radio', { name: decision[`what.${what}`], exact: true }).check({ force: true });
  const box =
    what === 'approve'
      ? decision['conditions']
      : what === 'return'
        ? decision['reasonReturn']
        : decision['reason'];
  if (words_ !== '') await panel.getByLabel(box).fill(words_);
  await panel.getByLabel(decision['password']).fill(password);
  await page.keyboard.press('Enter');
}

/** Opens somebody's visit and, by its key, the dialog with which a medium comes in. */
export async function openCarryIn(page: Page, visitor: string): Promise<void> {
  await openVisit(page, visitor);
  await expect(page.getByRole('button', { name: door['visit.carryIn'] })).toBeVisible();
  await page.keyboard.press('Control+M');
}

/** Says what the window says, and waits for it. */
export async function said(page: Page, text: string | RegExp): Promise<void> {
  await expect(notices(page).getByText(text).first()).toBeVisible();
}

/** A drive with a file on it, which the account of the program can read. */
export function drive(): string {
  const folder = mkdtempSync(join(tmpdir(), 'suimon-drive-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, '設定値.csv'), '系統,値\n1,20\n');
  return folder;
}

/** Records a check made on another machine on the request that is open: clean, or what was found, as `file | name`. */
export async function recordCheck(page: Page, found?: string): Promise<void> {
  const panel = detail(page);
  await panel.getByRole('button', { name: inspection['checks.record'] }).press('Enter');
  const record = panel.getByRole('form', { name: inspection['record.title'] });
  const write = (label: string, text: string) => record.getByLabel(label).fill(text);
  await write(inspection['record.machine'], '検査用端末');
  await write(inspection['record.product'], 'ClamAV');
  await write(inspection['record.definitions'], typed(Date.now()).slice(0, 10));
  await write(inspection['record.at'], typed(Date.now()));
  const result = inspection[found === undefined ? 'check.clean' : 'check.found'];
  await record.getByRole('radio', { name: result }).check({ force: true });
  if (found !== undefined) await write(inspection['record.findings'], found);
  await record.getByRole('button', { name: inspection['record.do'] }).press('Enter');
  await expect(panel.getByText(inspection['record.done'])).toBeVisible();
}

/** Records a clean check and takes a content list, on the request that is open, as far as it asks for them. */
export async function lookOver(program: Pick<Program, 'electron' | 'page'>, folder: string): Promise<void> {
  const { page } = program;
  const panel = detail(page);
  await recordCheck(page);
  await chooseNext(program, folder);
  const contents = panel
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: inspection['contents.title'], exact: true }) });
  await contents.getByRole('button', { name: inspection['scan.choose'] }).press('Enter');
  const make = contents.getByRole('button', { name: inspection['contents.make'] });
  // A key press does not wait, as a click does, for what main is still being asked.
  await expect(make).toBeEnabled();
  await make.press('Enter');
  await expect(contents).toContainText(inspection['contents.done'].replace('{{n}}', '1'));
}

export { decision, door, form, inspection, requests };
