import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect as see } from './patience.ts';
import { expect, test } from 'vitest';
import { ja as accounts } from '../../renderer/accounts/messages.ja.ts';
import { ja as fault } from '../../renderer/app/fault/messages.ja.ts';
import { ja as app } from '../../renderer/app/messages.ja.ts';
import { ja } from '../../renderer/vault/messages.ja.ts';
import { ledgerOf, type Program, someSite, start } from './harness.ts';
import { INSIDE, PASSWORD, PEOPLE } from './site.ts';
import * as steps from './steps.ts';

const OFFICER = { identifier: PEOPLE.officer.identifier, password: PASSWORD };
const LATE: steps.WalkIn = {
  name: '後藤 遅美',
  reading: 'ごとう おそみ',
  organisation: '丸三文具店',
  purpose: '納品',
  host: '赤城 一郎',
  escort: '青葉 二美',
  identity: '社員証',
  area: '会議室',
};

/** Answers the system's dialog for folders, which no test can reach. */
async function chooseNext({ electron }: Program, folder: string): Promise<void> {
  await electron.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, folder);
}

test('a backup made in the window becomes the ledger again after the ledger is destroyed, and what is missing is said', async () => {
  const folder = someSite();
  const drive = join(folder, 'drive');
  mkdirSync(drive);
  chmodSync(drive, 0o777);
  const program = await start(folder);
  const { page } = program;
  await steps.signIn(page, OFFICER);
  await steps.palette(page, app['nav.backups']);
  await see(page.getByText(ja['last.none'])).toBeVisible();
  await chooseNext(program, drive);
  await page.getByRole('button', { name: ja['make.choose'] }).press('Enter');
  await page.getByRole('button', { name: ja['make.run'] }).press('Enter');
  await see(page.getByText(ja['make.done'].replace('{{name}}', ''))).toBeVisible();
  const [backup = ''] = readdirSync(drive);
  expect(backup).toMatch(/^suimon-backup-test-\d{8}-\d{6}$/u);
  await see(page.getByRole('list', { name: ja['story.title'] })).toContainText(backup);

  await page.getByLabel(ja['drill.password']).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await see(page.getByText(ja['drill.verified'])).toBeVisible({ timeout: 30_000 });

  await steps.walkIn(page, LATE);
  await program.kill();
  for (const end of ['', '-wal', '-shm']) rmSync(ledgerOf(folder) + end, { force: true });

  const again = await start(folder);
  await see(again.page.getByText(fault['ledger-missing.what'])).toBeVisible();
  await again.page.getByRole('button', { name: fault.restore }).press('Enter');
  await chooseNext(again, join(drive, backup));
  await again.page.getByRole('button', { name: ja['restore.choose'] }).press('Enter');
  await see(again.page.getByLabel(ja['restore.identifier'])).toBeFocused();
  await again.page.keyboard.type(OFFICER.identifier);
  await again.page.keyboard.press('Tab');
  await again.page.keyboard.type(PASSWORD);
  await again.page.keyboard.press('Enter');
  await see(again.page.getByText(ja['restore.verified'])).toBeVisible({ timeout: 30_000 });
  // Of the backup, the drill and the visit at least.
  const missing = Number(
    /(\d+) 件の記録が失われます/u.exec(await again.page.getByRole('alert').innerText())?.[1],
  );
  expect(missing).toBeGreaterThanOrEqual(3);
  await again.page.getByRole('button', { name: ja['restore.run'] }).press('Enter');
  await see(
    again.page.getByText(ja['refusal.restore-acknowledge'].replace('{{missing}}', String(missing))),
  ).toBeVisible();
  expect(existsSync(ledgerOf(folder))).toBe(false);
  await again.page.getByRole('checkbox').press('Space');
  await again.page.getByRole('button', { name: ja['restore.run'] }).press('Enter');
  await see(steps.login(again.page)).toBeVisible();

  await steps.signIn(again.page, OFFICER);
  await steps.openVisit(again.page, INSIDE.name);
  await again.page.getByRole('link', { name: app['nav.backups'], exact: true }).first().press('Enter');
  await see(again.page.getByRole('list', { name: ja['story.title'] })).toContainText(
    ja['story.restoredMissing'].replace('{{n}}', String(missing)),
  );
  await again.page.getByRole('link', { name: app['nav.home'], exact: true }).first().press('Enter');
  await see(again.page.getByRole('main')).toContainText(ja['trail.shortfall']);
  const lost = await again.page.evaluate(async (name) => {
    const reply = await window.suimon?.entries.search({ text: name, filter: {}, limit: 10 });
    return reply?.ok === true ? reply.value.rows.length : undefined;
  }, LATE.name);
  expect(lost).toBe(0);
  expect(await steps.verifyChain(again.page)).toContain('検証済み');
});

test('restoring is reached from the sign-in too, and left without a trace', async () => {
  const folder = someSite();
  const { page } = await start(folder);
  await page.getByRole('button', { name: accounts['login.restore'] }).press('Enter');
  await see(page.getByRole('heading', { name: ja['restore.title'] })).toBeVisible();
  await page.getByRole('button', { name: ja['restore.back'] }).press('Enter');
  await see(steps.login(page)).toBeVisible();
  expect(readdirSync(join(folder, 'ledger')).toSorted()).toEqual(['ledger.keys.json', 'ledger.suimon']);
});
