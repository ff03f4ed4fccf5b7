import type { Page } from 'playwright';
import { expect as see } from './patience.ts';
import { expect, test } from 'vitest';
import { ja as app } from '../../renderer/app/messages.ja.ts';
import { ja as entries } from '../../renderer/entries/messages.ja.ts';
import { ja as home } from '../../renderer/media/home/messages.ja.ts';
import { someSite, start } from './harness.ts';
import * as media from './media-steps.ts';
import { goTo } from './screens.ts';
import { INSIDE, PASSWORD, PEOPLE } from './site.ts';
import * as steps from './steps.ts';

const as = (who: keyof typeof PEOPLE): steps.Credentials => ({
  identifier: PEOPLE[who].identifier,
  password: PASSWORD,
});
const HOUR = 3_600_000;

function asked(more: Partial<media.Asked> = {}): media.Asked {
  const now = Date.now();
  return {
    medium: '設定書込み用USB',
    owner: INSIDE.organisation,
    purpose: 'ポンプ制御盤の設定変更',
    asset: '2号ポンプ制御盤',
    area: '中央監視室',
    bearer: INSIDE.name,
    organisation: INSIDE.organisation,
    contents: '設定ファイル',
    confidentiality: 2,
    from: now - HOUR,
    until: now + 5 * HOUR,
    ...more,
  };
}

/** The ledger's place in the rail, with what waits in it. */
const rail = (page: Page) =>
  page
    .getByRole('navigation', { name: app['nav.label'], exact: true })
    .getByRole('link', { name: app['nav.media'] });

async function change(page: Page, who: keyof typeof PEOPLE): Promise<void> {
  await steps.lock(page);
  await steps.signIn(page, as(who));
}

test('the life of a request: one asks, an officer permits with conditions, it comes in with its visitor, who cannot leave without it', async () => {
  const program = await start(someSite());
  const { page } = program;
  await steps.signIn(page, as('operator'));
  await media.openForm(page);
  await media.fillRequest(page, asked());
  await see(page.getByRole('region', { name: media.requests['rule.title'] })).toContainText(
    media.requests['rule.permission1'],
  );
  await page.keyboard.press('Enter');
  await media.said(page, media.form['form.done.permission']);
  await see(media.detail(page)).toContainText(media.requests['state.submitted']);
  await see(media.detail(page).getByRole('button', { name: media.door['action.carryIn'] })).toHaveCount(0);

  await change(page, 'officer');
  await see(rail(page)).toContainText('1');
  await media.openRequest(page, 'inbox', '設定書込み用USB');
  await media.decide(page, 'approve', '職員が立ち会う', 'not the password');
  await see(page.getByRole('form', { name: media.decision['title'] })).toContainText('パスワード');
  await see(media.detail(page)).toContainText(media.requests['state.submitted']);
  await media.decide(page, 'approve', '職員が立ち会う', PASSWORD);
  await see(media.detail(page)).toContainText(media.requests['decision.holds']);
  await see(media.detail(page)).toContainText('条件: 職員が立ち会う');

  await change(page, 'second');
  await media.openCarryIn(page, INSIDE.name);
  const dialog = page.getByRole('dialog');
  await see(dialog.getByLabel(media.door['field.seal'])).toBeFocused();
  await page.keyboard.press('Enter');
  await see(dialog.getByRole('alert')).toContainText('検査');
  await page.keyboard.press('Escape');
  const folder = media.drive();
  await media.openRequest(page, 'all', '設定書込み用USB');
  await media.lookOver(program, folder);
  await media.openCarryIn(page, INSIDE.name);
  await see(dialog).toContainText(media.requests['detail.usb']);
  await see(dialog.getByLabel(media.door['field.seal'])).toBeFocused();
  await page.keyboard.type('封印 A-1');
  await page.keyboard.press('Enter');
  await media.said(page, '設定書込み用USB を持ち込みました');
  await see(rail(page)).toContainText('1');

  await media.openRequest(page, 'carried', '設定書込み用USB');
  await media.lookOver(program, folder);
  await steps.openVisit(page, INSIDE.name);
  await steps.openLeave(page, INSIDE.name);
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await see(dialog.getByRole('alert')).toContainText('設定書込み用USB');
  await dialog.getByRole('button', { name: media.door['action.takeOut'] }).press('Enter');
  const moving = page.getByRole('dialog', {
    name: media.door['title.takeOut'].replace('{{medium}}', '設定書込み用USB'),
  });
  await see(moving.getByLabel(media.door['field.seal'])).toBeFocused();
  await page.keyboard.press('Enter');
  await media.said(page, '設定書込み用USB を持ち帰りました');
  await see(dialog).toContainText(media.door['leave.again']);
  expect(await steps.notices(page).innerText()).not.toContain(`${INSIDE.name} ${entries['action.leave']}`);
  await dialog.getByRole('button', { name: entries['action.leave'] }).press('Enter');
  await see(steps.notices(page)).toContainText(`${INSIDE.name} ${entries['action.leave']}`);
  await media.openRequest(page, 'all', '設定書込み用USB');
  await see(media.detail(page)).toContainText(media.requests['where.done.in']);
  await see(media.detail(page)).toContainText('封印: 封印 A-1');
}, 120_000);

test('a medium handed over to somebody of the utility lets its visitor go and stays inside', async () => {
  const program = await start(someSite());
  const { page } = program;
  await steps.signIn(page, as('operator'));
  await media.ask(page, asked({ confidentiality: 1, area: '会議室' }));
  await see(media.detail(page)).toContainText(media.requests['state.notified']);
  await media.lookOver(program, media.drive());
  await media.openCarryIn(page, INSIDE.name);
  await see(page.getByRole('dialog').getByLabel(media.door['field.seal'])).toBeFocused();
  await page.keyboard.press('Enter');
  await media.said(page, '設定書込み用USB を持ち込みました');
  await page.getByRole('button', { name: media.door['action.handOver'] }).press('Enter');
  const dialog = page.getByRole('dialog');
  await see(dialog.getByLabel(media.door['field.to.handOver'])).toBeFocused();
  await page.keyboard.type(PEOPLE.second.name);
  await page.keyboard.press('Enter');
  await see(dialog).toContainText('入力してください');
  await dialog.getByLabel(media.door['field.reason']).fill('作業が明日まで続く');
  await dialog.getByRole('button', { name: media.door['action.handOver'] }).press('Enter');
  await media.said(page, `設定書込み用USB を ${PEOPLE.second.name} が預かりました`);
  expect(await steps.letOut(page, INSIDE.name)).toContain(INSIDE.name);
  await media.openRequest(page, 'carried', '設定書込み用USB');
  await see(media.detail(page)).toContainText(PEOPLE.second.name);
}, 120_000);

test('confidentiality 3 takes two officers; one’s own request and a second signature of the same officer are not offered', async () => {
  const { page } = await start(someSite());
  await steps.signIn(page, as('officer'));
  await media.ask(page, asked({ confidentiality: 3, medium: '図面の写し' }));
  await see(media.detail(page)).toContainText(media.requests['rule.permission2']);
  await see(media.detail(page)).toContainText(media.decision['own']);
  await see(page.getByRole('form', { name: media.decision['title'] })).toHaveCount(0);

  await change(page, 'operator');
  await media.ask(page, asked({ confidentiality: 3, medium: '制御系統図' }));
  await change(page, 'officer');
  await media.openRequest(page, 'inbox', '制御系統図');
  await page
    .getByRole('form', { name: media.decision['title'] })
    .getByRole('radio', { name: media.decision['what.endorse'] })
    .check({ force: true });
  await page.getByLabel(media.decision['password']).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await see(media.detail(page)).toContainText(media.requests['state.endorsed']);
  await see(media.detail(page)).toContainText(media.decision['endorsed']);
  const panel = page.getByRole('form', { name: media.decision['title'] });
  await see(panel.getByRole('radio', { name: media.decision['what.refuse'] })).toHaveCount(1);
  await see(panel.getByRole('radio', { name: media.decision['what.approve'] })).toHaveCount(0);
  await goTo(page, '/media');
  await see(page.getByRole('main')).toContainText(media.requests['empty.inbox']);
}, 120_000);

test('a returned request is completed, handed in again and refused; the earlier decision is shown as void', async () => {
  const { page } = await start(someSite());
  await steps.signIn(page, as('operator'));
  await media.ask(page, asked());
  await change(page, 'officer');
  await media.openRequest(page, 'inbox', '設定書込み用USB');
  await media.decide(page, 'return', '元に戻す手順を書いてください', PASSWORD);
  await media.said(page, /を差し戻しました/u);

  await change(page, 'operator');
  await goTo(page, '/');
  await see(page.getByRole('main').locator('dl > div').filter({ hasText: home['returned'] })).toContainText(
    '1 件',
  );
  await media.openRequest(page, 'all', '設定書込み用USB');
  await see(media.detail(page)).toContainText('元に戻す手順を書いてください');
  await page.keyboard.press('Control+E');
  await page.locator('[data-field="details.note"] textarea').fill('手順書 12 の逆順で戻す');
  await page.keyboard.press('Control+Enter');
  await see(media.detail(page)).toContainText('第 2 版');

  await change(page, 'officer');
  await media.openRequest(page, 'inbox', '設定書込み用USB');
  await see(media.detail(page)).toContainText('今の内容には効きません');
  await media.decide(page, 'refuse', '作業を延期するため', PASSWORD);
  await media.said(page, /を不許可にしました/u);
  await see(media.detail(page)).toContainText('理由: 作業を延期するため');
}, 120_000);

test('an emergency comes in first, stands out on every first page but the administrator’s, and is decided afterwards', async () => {
  const { page } = await start(someSite());
  await steps.signIn(page, as('operator'));
  await steps.openVisit(page, INSIDE.name);
  await page.getByRole('button', { name: media.door['visit.emergency'] }).press('Enter');
  await see(page.locator('[data-field="reason"] textarea')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await see(page.getByRole('alert').first()).toContainText('件の項目を直してください');
  await page.locator('[data-field="reason"] textarea').fill('監視画面が止まった');
  await page.locator('[data-field="allowedBy"] input').fill(PEOPLE.officer.name);
  await page.locator('[data-field="reason"] textarea').focus();
  for (const path of ['reason', 'allowedBy', 'seal']) {
    await see(page.locator(`[data-field="${path}"] :focus`)).toHaveCount(1);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Enter');
  await steps.chooseInList(page, 'USBメモリ');
  await page.locator('[data-field="details.medium.name"] input').fill('復旧用USB');
  await page.locator('[data-field="details.medium.encryption"] button').focus();
  await steps.chooseInList(page, '暗号化なし');
  await page.locator('[data-field="details.contents"] textarea').fill('予備の設定');
  await page
    .locator('[data-field="details.classification.confidentiality"]')
    .getByRole('radio')
    .nth(1)
    .check({ force: true });
  await page.locator('[data-field="details.until"] input').fill(media.typed(Date.now() + HOUR));
  await page.keyboard.press('Control+Enter');
  await media.said(page, media.form['form.done.emergency']);
  await see(media.detail(page)).toContainText(media.requests['where.inside']);

  const banner = page.getByRole('region', { name: home['emergency.title'].replace('{{n}}', '1') });
  for (const who of ['second', 'bcp', 'auditor'] as const) {
    await change(page, who);
    await goTo(page, '/');
    await see(banner).toContainText('復旧用USB');
    await see(banner.getByRole('link', { name: home['emergency.decide'] })).toHaveCount(0);
  }
  await change(page, 'administrator');
  await goTo(page, '/');
  await see(page.getByRole('main')).not.toContainText('復旧用USB');
  await see(rail(page)).toHaveCount(0);

  await change(page, 'officer');
  await goTo(page, '/');
  await banner.getByRole('link', { name: home['emergency.decide'] }).press('Enter');
  await media.decide(page, 'refuse', '持ち込む必要がなかった', PASSWORD);
  await see(media.detail(page)).toContainText(media.requests['detail.refusedIn']);
  await goTo(page, '/');
  await see(banner).toHaveCount(0);
  await see(page.getByRole('main')).toContainText('復旧用USB');
}, 120_000);

test('what is typed survives a lock and waits for its own account alone', async () => {
  const { page } = await start(someSite());
  await steps.signIn(page, as('operator'));
  await media.openForm(page);
  await page.locator('[data-field="details.medium.name"] input').fill('書きかけのUSB');
  await change(page, 'second');
  await goTo(page, '/media/new');
  await see(page.getByRole('complementary')).toContainText(media.form['draft.none']);
  await change(page, 'operator');
  await goTo(page, '/media/new');
  await page.getByRole('link', { name: '書きかけのUSB' }).press('Enter');
  await see(page.locator('[data-field="details.medium.name"] input')).toHaveValue('書きかけのUSB');
  await see(page.getByRole('main')).toContainText(media.form['draft.restored']);
}, 120_000);
