import type { Page } from 'playwright';
import { expect as see } from './patience.ts';
import { test } from 'vitest';
import { ja as words } from '../../renderer/media/messages.ja.ts';
import { someSite, start } from './harness.ts';
import * as media from './media-steps.ts';
import { INSIDE, PASSWORD, PEOPLE } from './site.ts';
import * as steps from './steps.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const as = (who: keyof typeof PEOPLE): steps.Credentials => ({
  identifier: PEOPLE[who].identifier,
  password: PASSWORD,
});

async function change(page: Page, who: keyof typeof PEOPLE): Promise<void> {
  await steps.lock(page);
  await steps.signIn(page, as(who));
}

/** Asks for something that leaves: an own medium with a drawing on it. Ends on the request. */
async function askOut(page: Page, kind: 'carry-out' | 'transfer', medium: string): Promise<void> {
  await media.openForm(page);
  const field = (path: string) => page.locator(`[data-field="details.${path}"]`);
  const write = (path: string, text: string) =>
    field(path).locator('input:not([type="hidden"]), textarea').first().fill(text);
  await field('kind')
    .getByRole('radio', { name: media.form[`kind.${kind}`] })
    .check({ force: true });
  await field('medium.from').getByRole('radio').first().check({ force: true });
  for (const [path, label] of [
    ['medium.kind', words['kind.usb-memory']],
    ['medium.encryption', words['encryption.hardware']],
    ['areaId', '中央監視室'],
  ] as const) {
    await field(path).locator('button[aria-haspopup="listbox"]').focus();
    await steps.chooseInList(page, label);
  }
  await write('medium.name', medium);
  await write('medium.owner', '試験浄水場');
  await write('purpose', '図面の受け渡し');
  await write('bearer', PEOPLE.second.name);
  await write('from', media.typed(Date.now() - HOUR));
  await write('until', media.typed(Date.now() + DAY));
  await write('contents', '系統図');
  await write('destination', '本庁舎');
  await write('protection', '暗号化し、封印する');
  if (kind === 'carry-out') await write('returnDue', media.typed(Date.now() + DAY));
  else await write('means', '職員が手で運ぶ');
  await field('classification.confidentiality').getByRole('radio').nth(1).check({ force: true });
  await page.keyboard.press('Control+Enter');
  await see(media.detail(page).getByRole('heading', { level: 2, name: medium })).toBeVisible();
}

/** Has the request that is open permitted by an officer, and comes back to an operator on it. */
async function permit(page: Page, medium: string): Promise<void> {
  await change(page, 'officer');
  await media.openRequest(page, 'inbox', medium);
  await media.decide(page, 'approve', '', PASSWORD);
  await media.said(page, /を許可しました/u);
  await change(page, 'operator');
  await media.openRequest(page, 'all', medium);
}

test('a medium goes out with its return due and comes back, another is handed over where it was sent', async () => {
  const program = await start(someSite());
  const { page } = program;
  const dialog = page.getByRole('dialog');
  await steps.signIn(page, as('operator'));
  await askOut(page, 'carry-out', '図面の持出用USB');
  await permit(page, '図面の持出用USB');
  const folder = media.drive();
  await media.lookOver(program, folder);
  await media.detail(page).getByRole('button', { name: media.door['action.carryOut'] }).press('Enter');
  await dialog.getByLabel(media.door['field.seal']).fill('封印 B-7');
  await dialog.getByRole('button', { name: media.door['action.carryOut'] }).press('Enter');
  await media.said(page, '図面の持出用USB を持ち出しました');
  await see(media.detail(page)).toContainText(media.requests['where.outside']);
  await media.openRequest(page, 'carried', '図面の持出用USB');
  await media.lookOver(program, folder);
  await media.detail(page).getByRole('button', { name: media.door['action.giveBack'] }).press('Enter');
  await see(dialog).toContainText('封印 B-7');
  await dialog.getByRole('button', { name: media.door['action.giveBack'] }).press('Enter');
  await media.said(page, '図面の持出用USB が返却されました');

  await askOut(page, 'transfer', '図面の送付用USB');
  await permit(page, '図面の送付用USB');
  await media.lookOver(program, folder);
  await media.detail(page).getByRole('button', { name: media.door['action.carryOut'] }).press('Enter');
  await dialog.getByRole('button', { name: media.door['action.carryOut'] }).press('Enter');
  await media.said(page, '図面の送付用USB を持ち出しました');
  await media.detail(page).getByRole('button', { name: media.door['action.deliver'] }).press('Enter');
  await dialog.getByLabel(media.door['field.to.deliver']).fill('総務課 浦野');
  await dialog.getByRole('button', { name: media.door['action.deliver'] }).press('Enter');
  await media.said(page, '図面の送付用USB を 総務課 浦野 に引き渡しました');
  await see(media.detail(page)).toContainText(media.requests['where.done.transfer']);
}, 120_000);

test('two officers permit what is confidential 3; withdrawn, it is stopped at the door at once', async () => {
  const program = await start(someSite());
  const { page } = program;
  await steps.signIn(page, as('operator'));
  await media.ask(page, {
    medium: '制御系統図',
    owner: INSIDE.organisation,
    purpose: '系統の確認',
    asset: '2号ポンプ制御盤',
    area: '中央監視室',
    bearer: INSIDE.name,
    organisation: INSIDE.organisation,
    contents: '系統図',
    confidentiality: 3,
    from: Date.now() - HOUR,
    until: Date.now() + 5 * HOUR,
  });
  const panel = page.getByRole('form', { name: media.decision['title'] });
  await change(page, 'officer');
  await media.openRequest(page, 'inbox', '制御系統図');
  await panel.getByRole('radio', { name: media.decision['what.endorse'] }).check({ force: true });
  await page.getByLabel(media.decision['password']).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await see(media.detail(page)).toContainText(media.requests['state.endorsed']);
  await change(page, 'secondOfficer');
  await media.openRequest(page, 'inbox', '制御系統図');
  await media.decide(page, 'approve', '', PASSWORD);
  await media.said(page, /を許可しました/u);
  for (const officer of ['officer', 'secondOfficer'] as const)
    await see(media.detail(page)).toContainText(PEOPLE[officer].name);
  await media.lookOver(program, media.drive());

  await media.detail(page).getByRole('button', { name: media.decision['withdraw.action'] }).press('Enter');
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
  await dialog.getByLabel(media.decision['reason']).fill('作業を取りやめたため');
  await dialog.getByLabel(media.decision['password']).fill(PASSWORD);
  await dialog.getByRole('button', { name: media.decision['withdraw.action'] }).press('Enter');
  await media.said(page, /の許可を取り消しました/u);
  await change(page, 'operator');
  await media.openRequest(page, 'all', '制御系統図');
  await see(media.detail(page)).toContainText(media.requests['state.withdrawn']);
  await see(media.detail(page)).toContainText('作業を取りやめたため');
  await see(media.detail(page).getByRole('button', { name: media.door['action.carryIn'] })).toHaveCount(0);
  await media.openCarryIn(page, INSIDE.name);
  await see(page.getByRole('dialog')).toContainText(media.door['choose.none']);
}, 120_000);
