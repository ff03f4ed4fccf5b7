import { AxeBuilder } from '@axe-core/playwright';
import { expect } from './patience.ts';
import type { Page } from 'playwright';
import { test } from 'vitest';
import { ja as people } from '../../renderer/accounts/people/messages.ja.ts';
import { ja as proposals } from '../../renderer/accounts/proposals/messages.ja.ts';
import { ja as retention } from '../../renderer/trail/retention/messages.ja.ts';
import { ja as trail } from '../../renderer/trail/messages.ja.ts';
import { Book } from '../../resources/tooling/demo/book.ts';
import type { NewEntriesEvent } from '../../shared/entries/events.ts';
import { fiscalYear, fromJst } from '../../shared/kernel/time.ts';
import { decideAsSecond, proposal } from './account-steps.ts';
import { someSite, start } from './harness.ts';
import { goTo } from './screens.ts';
import { KNOWN, PASSWORD, PEOPLE } from './site.ts';
import { signIn } from './steps.ts';

const { officer, auditor } = PEOPLE;

/** The fiscal year whose records may be erased after five years, and the one that may not yet. */
const DUE = fiscalYear(Date.now()) - 6;
const OLD = '昔野 訪子';

const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{\{(\w+)\}\}/gu, (_, name: string) => String(values[name] ?? ''));

/** Enters twelve visits of the year that is due and three of the next, as an import does. */
async function fill(folder: string): Promise<void> {
  const book = await Book.open(folder, officer.identifier, PASSWORD, Date.now());
  const imported = (index: number): NewEntriesEvent => ({
    type: 'visit.imported',
    version: 1,
    subject: `visit:01980000-0000-7000-9000-${index.toString().padStart(12, '0')}`,
    data: {
      details: {
        kind: 'visitor',
        ...KNOWN,
        name: `${OLD}${index}`,
        purpose: '点検',
        host: '',
        escort: '',
        identity: 'not-seen',
        areaId: areaOf(book),
        belongings: '',
        workReference: '',
        note: '',
      },
      enteredAt: (fromJst(index < 12 ? DUE : DUE + 1, 6, 1, 9) ?? 0) + index * 60_000,
      exitedAt: null,
      exitRecorded: false,
      file: 'log.csv',
      sha256: '0'.repeat(64),
      row: index + 2,
    },
  });
  const events = Array.from({ length: 15 }, (_, index) => imported(index));
  await book.do(officer.identifier, () => ({ events, value: null }), null);
  await book.close();
}

function areaOf(book: Book): string {
  const area = book.read.prepare('SELECT id FROM entries_area LIMIT 1').get() as { id: string } | undefined;
  return area?.id ?? '';
}

/** Fills in and sends the dialog that proposes; ends on the proposal. */
async function propose(page: Page, reason: string): Promise<void> {
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
  await dialog.getByLabel(people['form.reason']).fill(reason);
  await dialog.getByLabel(people['form.password']).fill(PASSWORD);
  await dialog.getByRole('button', { name: people['form.submit'] }).click();
  await expect(dialog).toBeHidden({ timeout: 20_000 });
}

interface Reply {
  readonly ok: boolean;
  readonly refusal?: { readonly code: string };
}

/** A call over the bridge, as the window makes it. */
function call(page: Page, channel: string, input: unknown): Promise<Reply> {
  return page.evaluate(
    ([name, value]) => {
      const bridge = Reflect.get(globalThis, 'suimon') as {
        readonly accounts: Record<string, (input: unknown) => Promise<Reply>>;
      };
      return bridge.accounts[name]?.(value) ?? Promise.reject(new Error(name));
    },
    [channel, input] as const,
  );
}

/** The auditor confirms the proposal that is open, on the officer's page, with the keyboard. */
async function confirm(page: Page): Promise<void> {
  await decideAsSecond(page, { identifier: auditor.identifier, password: PASSWORD });
  const both = filled(proposals['done.both'], { maker: officer.name, decider: auditor.name });
  await expect(proposal(page).getByText(both)).toBeVisible({ timeout: 20_000 });
}

test('an officer has a period set and old records erased, each confirmed by an auditor; they are gone and the trail holds', async () => {
  const folder = someSite();
  await fill(folder);
  const program = await start(folder);
  const { page } = program;
  await signIn(page, { identifier: officer.identifier, password: PASSWORD });
  await goTo(page, '/trail?tab=retention');
  const kind = retention['kind.visitor'];
  await expect(page.getByText(retention['due.none'])).toBeVisible();
  await expect(page.getByText(retention['periods.none'])).toHaveCount(3);
  await expect(page.getByText('(初期値。まだ決めていません)')).toHaveCount(3);

  await page.getByRole('button', { name: filled(retention['periods.proposeFor'], { kind }) }).click();
  await page.getByLabel(retention['form.years']).fill('5');
  await propose(page, '文書保存規程による');
  await confirm(page);
  await goTo(page, '/trail?tab=retention');
  await expect(page.getByText(filled(retention['periods.years'], { n: 5 }), { exact: true })).toBeVisible();
  await expect(page.getByText(filled(retention['due.count'], { n: 12 }))).toBeVisible();

  const early = { ledger: 'entries', kind: 'visitor', fiscalYear: DUE + 1 };
  const content = { kind: 'erasure', target: early, reason: '早すぎる' };
  expect(await call(page, 'propose', { content, password: PASSWORD })).toMatchObject({
    ok: false,
    refusal: { code: 'erasure-too-early' },
  });

  await page.getByRole('button', { name: new RegExp(`${DUE}年度の消去を提案`, 'u') }).click();
  await propose(page, '保存期間が終わったため');
  await goTo(page, '/trail?tab=retention');
  await page.locator('main a[href*="/accounts/proposals/"]').first().press('Enter');
  await confirm(page);
  await goTo(page, '/entries?tab=history');
  await goTo(page, '/trail?tab=retention');
  await expect(page.getByText(retention['erased.residue'])).toBeVisible();
  await expect(
    page.getByText(filled(retention['erased.what'], { kind, year: `${DUE}年度`, n: 12 })),
  ).toBeVisible();
  await expect(page.getByText(retention['due.none'])).toBeVisible();
  const found = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(found.violations.map(({ id }) => id)).toEqual([]);

  await goTo(page, '/trail');
  await page.getByRole('button', { name: trail['verify.start'] }).click();
  await expect(page.getByText(/^検証済み。/u)).toBeVisible({ timeout: 30_000 });
  await program.close();

  const again = await start(folder);
  await signIn(again.page, { identifier: officer.identifier, password: PASSWORD });
  await goTo(again.page, '/trail?tab=retention');
  await expect(again.page.getByText(retention['erased.backups'])).toBeVisible();
  await expect(again.page.getByText(retention['erased.residue'])).toBeHidden();
});
