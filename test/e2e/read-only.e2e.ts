import { execFileSync } from 'node:child_process';
import { cpSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect as see } from './patience.ts';
import { expect, onTestFinished, test } from 'vitest';
import { ja as app } from '../../renderer/app/messages.ja.ts';
import { ja as entries } from '../../renderer/entries/messages.ja.ts';
import { ja as vault } from '../../renderer/vault/messages.ja.ts';
import { someSite, start } from './harness.ts';
import { INSIDE, PASSWORD, PEOPLE } from './site.ts';
import * as steps from './steps.ts';

const operator = { identifier: PEOPLE.operator.identifier, password: PASSWORD };

const VISITOR: steps.WalkIn = {
  name: '満田 昇',
  reading: 'みつだ のぼる',
  organisation: 'ひなた通信サービス',
  purpose: '監視装置 保守',
  host: PEOPLE.officer.name,
  escort: PEOPLE.second.name,
  identity: entries['identity.employee-card'],
  area: '中央監視室',
};

/** Puts the ledger's folder of a site on a small disk of its own, in memory; false where this machine does not let us. */
function onSmallDisk(site: string): boolean {
  const folder = join(site, 'ledger');
  const aside = `${folder}-aside`;
  const { uid, gid } = statSync(folder);
  cpSync(folder, aside, { recursive: true });
  const of = `size=96m,mode=700,uid=${uid},gid=${gid}`;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', of, 'none', folder], { stdio: 'ignore' });
  } catch {
    rmSync(aside, { recursive: true });
    return false;
  }
  // Lazily: the program that was started on it may still be going.
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  cpSync(aside, folder, { recursive: true });
  execFileSync('chown', ['-R', `${uid}:${gid}`, folder]);
  rmSync(aside, { recursive: true });
  return true;
}

/** Takes all the room that is left. */
function fillUp(folder: string, file: string): void {
  const { bavail, bsize } = statfsSync(folder);
  expect(() => writeFileSync(file, Buffer.alloc(bavail * bsize + bsize))).toThrow('ENOSPC');
}

test('F3 a disk that fills up: viewing goes on, what is typed is refused and kept, and with room again work goes on', async ({
  skip,
}) => {
  const site = someSite();
  if (!onSmallDisk(site)) return skip('no right to mount a disk');
  const { page } = await start(site);
  await steps.signIn(page, operator);
  const filler = join(site, 'ledger', 'filler');
  fillUp(join(site, 'ledger'), filler);

  await steps.openDoor(page);
  await steps.fillDoor(page, VISITOR);
  await page.keyboard.press('Control+Enter');
  const banner = page.getByText(app['readOnly.disk-full']);
  await see(banner).toBeVisible();
  await see(page.getByText(app['bar.notWritable'])).toBeVisible();
  await see(page.locator('[data-field="details.name"] input')).toHaveValue(VISITOR.name);
  await see(page.getByRole('listbox').filter({ hasText: INSIDE.name }).first()).toBeVisible();

  const again = page.getByRole('button', { name: vault['lookAgain.do'] });
  await again.press('Enter');
  await see(page.getByText(vault['refusal.still-unwritable'])).toBeVisible();
  await see(banner).toBeVisible();

  rmSync(filler);
  await again.press('Enter');
  await see(steps.notices(page)).toContainText(vault['lookAgain.done']);
  await see(banner).toBeHidden();
  expect(await steps.submitDoor(page, VISITOR.name)).toMatch(/満田 昇 入室 \d\d:\d\d/u);
  await steps.openBoard(page);
  await see(page.getByRole('main')).toContainText(VISITOR.name);
});
