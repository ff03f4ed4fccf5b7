import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect as see } from './patience.ts';
import { build } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { ja as trail } from '../../renderer/trail/messages.ja.ts';
import { ja as slip } from '../../renderer/trail/checkpoint/messages.ja.ts';
import { ja } from '../../renderer/ui/sheet/messages.ja.ts';
import { rendererTarget } from '../../resources/tooling/build/targets.mjs';
import { accountFolder, launcher } from '../../resources/tooling/electron.mjs';
import { root } from '../../resources/tooling/paths.mjs';
import { type Program, someSite, start } from './harness.ts';
import { goTo, settled } from './screens.ts';
import { PASSWORD, PEOPLE } from './site.ts';
import { type PdfPage, readPdf } from './pdf.ts';
import * as steps from './steps.ts';

/** A4 in points, as whole pixels of 1/96 inch come out. */
const A4 = { width: 595, height: 842 };

/** Answers the system's save dialog, which no test can reach, and keeps the name that was proposed. */
async function saveTo({ electron }: Program, file: string): Promise<() => Promise<string>> {
  await electron.evaluate(({ dialog }, path) => {
    const proposed = globalThis as { proposed?: string };
    Object.assign(dialog, {
      showSaveDialog: (_window: unknown, { defaultPath }: { defaultPath: string }) => {
        proposed.proposed = defaultPath;
        return Promise.resolve({ canceled: path === '', filePath: path });
      },
    });
  }, file);
  return async () =>
    basename((await electron.evaluate(() => (globalThis as { proposed?: string }).proposed)) ?? '');
}

/** The text of each page of the preview, numbers of lists included, without blanks. */
async function preview(page: Page): Promise<readonly string[]> {
  const texts = await page.locator('.sheet-page').evaluateAll((pages) =>
    pages.map((one) => {
      const numbers = [...one.querySelectorAll('ol')].flatMap((list) =>
        [...list.children].map((_, n) => `${n + 1}.`),
      );
      return `${one.textContent}${numbers.join('')}`;
    }),
  );
  return texts.map((text) => text.replaceAll(/\s/gu, ''));
}

/** Letters in an order of their own: what is painted first is not always what stands first. */
const letters = (text: string): string => [...text].toSorted().join('');

function expectSame(pages: readonly PdfPage[], shown: readonly string[]): void {
  expect(pages.map(({ text }) => letters(text))).toEqual(shown.map(letters));
  for (const { width, height } of pages)
    expect({ width: Math.round(width), height: Math.round(height) }).toEqual(A4);
}

test('a checkpoint slip is shown as it is printed, saved as a PDF of one page of A4 with the same text, and closed', async () => {
  const folder = someSite();
  const program = await start(folder);
  const { page } = program;
  await steps.signIn(page, { identifier: PEOPLE.officer.identifier, password: PASSWORD });
  await goTo(page, '/trail');
  await page.getByRole('button', { name: trail['status.copy'] }).press('Enter');
  await page.getByRole('button', { name: trail['status.print'] }).press('Enter');
  const dialog = page.getByRole('dialog', { name: slip.title });
  await see(dialog.getByRole('button', { name: ja.save })).toBeEnabled();
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);

  const proposed = await saveTo(program, join(folder, 'slip'));
  await page.keyboard.press('Control+S');
  await see(dialog.getByText(ja.saved.replace('{{file}}', 'slip.pdf'))).toBeVisible();
  expect(await proposed()).toBe('検証点の控え.pdf');
  const bytes = readFileSync(join(folder, 'slip.pdf'));
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(bytes.subarray(-6).toString()).toContain('%%EOF');
  expect(readdirSync(folder).filter((name) => name.startsWith('slip'))).toEqual(['slip.pdf']);

  const pages = readPdf(bytes);
  const shown = await preview(page);
  expect(pages).toHaveLength(1);
  expectSame(pages, shown);
  const note = await page.evaluate(async () => {
    const reply = await window.suimon?.trail.checkpoint({});
    return reply?.ok === true ? reply.value : null;
  });
  expect(pages[0]?.text).toContain(note?.note.replaceAll(/\s/gu, '') ?? 'no note');
  expect(pages[0]?.text).toContain(note?.head ?? 'no head');

  await saveTo(program, '');
  await page.keyboard.press('Control+S');
  await see(dialog.getByText(ja.notSaved)).toBeVisible();
  await saveTo(program, join(folder, 'nowhere', 'slip.pdf'));
  await page.keyboard.press('Control+S');
  await see(dialog.getByRole('alert')).toContainText(
    ja['refusal.place-not-writable'].replace('{{file}}', 'slip.pdf'),
  );
  // A machine without a printer, whatever this one has.
  await program.electron.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.getPrintersAsync = () => Promise.resolve([]);
  });
  await page.keyboard.press('Control+P');
  await see(dialog.getByRole('alert')).toContainText(ja['refusal.no-printer']);
  await page.keyboard.press('Escape');
  await see(dialog).toBeHidden();
  expect(await page.title()).toBe('水門 Suimon');
});

/** A copy of the program with one page more: test/e2e/sheet-page. */
async function withSheetPage(): Promise<string> {
  const { app } = await launcher();
  const copy = accountFolder('suimon-sheet-');
  onTestFinished(() => rmSync(copy, { recursive: true, force: true, maxRetries: 20 }));
  for (const part of ['package.json', 'dist', 'node_modules/better-sqlite3'])
    cpSync(join(app, part), join(copy, part), { recursive: true, dereference: true });
  const target = rendererTarget(root, join(copy, 'dist'));
  await build({
    ...target,
    root: join(root, 'test', 'e2e', 'sheet-page'),
    build: { ...target.build, outDir: join(copy, 'dist', 'renderer', 'sheet'), chunkSizeWarningLimit: 2_000 },
  });
  return copy;
}

test('a long sheet with a secret goes over pages before anybody has signed in, its table head on each; closed, the secret is gone', async () => {
  const folder = someSite();
  const program = await start(folder, [], await withSheetPage());
  const { page } = program;
  await page.goto('app://suimon/sheet/index.html');
  const dialog = page.getByRole('dialog');
  await see(dialog.getByRole('button', { name: ja.save })).toBeEnabled();
  await see(dialog.getByText(ja['secret.title'])).toBeVisible();
  await see(dialog.getByText('封筒に入れて封をし、本人に手渡してください。')).toBeVisible();
  const shown = await preview(page);
  expect(shown.length).toBeGreaterThan(3);

  const file = join(folder, 'review.pdf');
  const proposed = await saveTo(program, file);
  await page.keyboard.press('Control+S');
  await see(dialog.getByText(ja.saved.replace('{{file}}', 'review.pdf'))).toBeVisible();
  expect(await proposed()).toBe('権限の点検表 _1_2_.pdf');
  const pages = readPdf(readFileSync(file));
  expectSame(pages, shown);
  for (const [index, { text }] of pages.entries()) {
    expect(text).toContain(`${index + 1}/${pages.length}ページ`);
    expect(text).toContain('証跡1,234件目');
    if (index < pages.length - 1) expect(text).toContain('番号氏名権限と理由確認');
  }
  const names = pages.flatMap(({ text }) => [...text.matchAll(/氏名(\d+)番/gu)].map(([, n]) => Number(n)));
  expect(names).toEqual(Array.from({ length: 130 }, (_, n) => n + 1));
  // Nothing reaches over the foot of its page.
  const over = await page
    .locator('.sheet-page')
    .evaluateAll((sheets) => sheets.map((one) => one.scrollHeight));
  expect(new Set(over)).toEqual(new Set([1123]));
  expect(pages.at(-1)?.text).toContain('himitsu-kagi-7788');

  await page.keyboard.press('Escape');
  await see(dialog).toBeHidden();
  expect(await page.content()).not.toContain('himitsu-kagi-7788');
});
