import { expect as see } from './patience.ts';
import { expect, test } from 'vitest';
import { ja } from '../../renderer/entries/messages.ja.ts';
import { someSite, start } from './harness.ts';
import { EXPECTED, INSIDE, KNOWN, PASSWORD, PEOPLE } from './site.ts';
import * as steps from './steps.ts';

const operator = { identifier: PEOPLE.operator.identifier, password: PASSWORD };

const VISITOR: steps.WalkIn = {
  name: '髙野 さくら',
  reading: 'たかの さくら',
  organisation: 'ひなた通信サービス',
  purpose: '監視装置 保守',
  host: PEOPLE.officer.name,
  escort: PEOPLE.second.name,
  identity: ja['identity.employee-card'],
  area: '中央監視室',
};

async function atTheDoor(folder = someSite()) {
  const program = await start(folder);
  await steps.signIn(program.page, operator);
  return { ...program, folder };
}

test('a walk-in visitor goes in with escort and badge, stands on the board, and goes out, by keyboard alone', async () => {
  const { page } = await atTheDoor();
  const said = await steps.walkIn(page, VISITOR);
  expect(said).toMatch(/髙野 さくら 入室 \d\d:\d\d.*赤-01/u);
  await steps.openBoard(page);
  await see(page.getByRole('main')).toContainText('髙野 さくら');
  await see(page.getByRole('main')).toContainText(PEOPLE.second.name);
  await see(page.getByRole('main')).toContainText('赤-01');
  expect(await steps.letOut(page, VISITOR.name)).toMatch(/髙野 さくら 退室 \d\d:\d\d/u);
  await steps.openBoard(page);
  await see(page.getByRole('main')).toContainText(INSIDE.name);
  await see(page.getByRole('main')).not.toContainText('髙野 さくら');
});

test('an expected visitor arrives: the form is filled, and the visit of the list goes inside', async () => {
  const { page } = await atTheDoor();
  await steps.openVisit(page, EXPECTED.name);
  await page.keyboard.press('F8');
  const name = page.locator('[data-field="details.name"] input');
  await see(name).toHaveValue(EXPECTED.name);
  await page.locator('[data-field="details.escort"] input').focus();
  await steps.typeInto(page, 'details.escort', PEOPLE.second.name);
  await steps.chooseInList(page, ja['identity.employee-card']);
  await page.locator('[data-field="followIn"] input').first().focus();
  await page.keyboard.press('Space');
  await steps.submitDoor(page, EXPECTED.name);
  await steps.openBoard(page);
  await see(page.getByRole('main').getByText(EXPECTED.name)).toHaveCount(1);
});

test('a walk-in with the name of an expected visitor is asked about, and taken as that visit without a double', async () => {
  const { page } = await atTheDoor();
  await steps.openDoor(page);
  await steps.fillDoor(page, {
    ...VISITOR,
    name: '浜田　久美子',
    organisation: EXPECTED.organisation,
    area: '電気室',
  });
  await page.keyboard.press('Control+Enter');
  await see(page.getByRole('group', { name: ja['same.label'] })).toBeVisible();
  await page.getByRole('button', { name: ja['same.take'] }).press('Enter');
  await see(steps.notices(page)).toContainText('浜田 久美子 入室');
  await steps.openBoard(page);
  await see(page.getByRole('main').getByText('浜田 久美子')).toHaveCount(1);
});

test('nobody leaves while the badge is out: the reason is said and the board keeps them', async () => {
  const { page } = await atTheDoor();
  await steps.openVisit(page, INSIDE.name);
  await steps.openLeave(page, INSIDE.name);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await see(dialog.getByRole('alert')).toContainText(
    ja['refusal.badge-open'].replace('{{badge}}', '青-01').replace('{{name}}', INSIDE.name),
  );
  await page.keyboard.press('Escape');
  await steps.openBoard(page);
  await see(page.getByRole('main')).toContainText(INSIDE.name);
});

test('a correction stands beside the original, which stays readable', async () => {
  const { page } = await atTheDoor();
  await steps.openVisit(page, INSIDE.name);
  await page.keyboard.press('Control+E');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(ja['field.organisation']).fill('北嶺ポンプサービス');
  await dialog.getByLabel(ja['field.reason']).fill('名刺と照合して訂正');
  await dialog.getByRole('button', { name: ja['action.correct'] }).press('Enter');
  await see(dialog).toBeHidden();
  const detail = page.getByRole('region', { name: ja['page.detail'] });
  await see(detail).toContainText('北嶺ポンプサービス');
  await see(detail).toContainText('北嶺ポンプ製作所');
  await see(detail).toContainText('名刺と照合して訂正');
});

test('an exit that nobody saw is unknown until explained, and no time is made up', async () => {
  const { page } = await atTheDoor();
  await steps.openVisit(page, INSIDE.name);
  await page.keyboard.press('F9');
  await see(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('点呼で不在');
  await page.getByRole('dialog').getByRole('button', { name: ja['action.exitUnknown'] }).press('Enter');
  const detail = page.getByRole('region', { name: ja['page.detail'] });
  await see(detail).toContainText(ja['fact.exitUnknown']);
  await page.keyboard.press('F9');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(ja['explain.what']).fill('通用口から出たのを警備が見た');
  await dialog.getByLabel(ja['explain.source']).fill('警備日誌');
  await dialog.getByLabel(ja['explain.source']).press('Enter');
  await see(dialog).toBeHidden();
  await see(detail).toContainText(ja['state.explained']);
  await see(detail).toContainText('通用口から出たのを警備が見た');
  await see(detail).toContainText(ja['story.exitStaysUnknown']);
});

test('a variant of a kanji finds the other, and a name is offered for its romaji', async () => {
  const { page } = await atTheDoor();
  await steps.palette(page, ja['palette.log']);
  const search = page.getByRole('searchbox', { name: ja['search.label'] });
  await search.fill('渡辺');
  await see(page.getByRole('option').filter({ hasText: KNOWN.name })).toHaveCount(1);
  await search.fill('');
  await steps.openDoor(page);
  await page.keyboard.type('watanabe');
  const offered = page.getByRole('listbox', { name: `${ja['field.name']}の候補` }).getByRole('option');
  await see(offered).toHaveCount(1);
  await see(offered).toContainText(KNOWN.name);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await see(page.locator('[data-field="details.name"] input')).toHaveValue(KNOWN.name);
  await see(page.locator('[data-field="details.organisation"] input')).toHaveValue(KNOWN.organisation);
});

test('a draft survives the lock and is not shown to the next person', async () => {
  const { page } = await atTheDoor();
  await steps.openDoor(page);
  await steps.typeInto(page, 'details.name', VISITOR.name);
  await steps.typeInto(page, 'details.reading', VISITOR.reading);
  await expect
    .poll(() => page.evaluate(async () => JSON.stringify(await window.suimon?.entries.draft({}))), {
      timeout: 5000,
    })
    .toContain(VISITOR.reading);
  await steps.lock(page);
  await steps.signIn(page, { identifier: PEOPLE.second.identifier, password: PASSWORD });
  await steps.openDoor(page);
  await see(page.locator('[data-field="details.name"] input')).toHaveValue('');
  await steps.lock(page);
  await steps.signIn(page, operator);
  await steps.palette(page, ja['palette.door']);
  await see(page.locator('[data-field="details.name"] input')).toHaveValue(VISITOR.name);
  await see(page.getByText(ja['door.restored'])).toBeVisible();
});

test('after a power cut and a restart everything acknowledged is there', async () => {
  const first = await atTheDoor();
  await steps.walkIn(first.page, VISITOR);
  await first.kill();
  const second = await start(first.folder);
  await steps.signIn(second.page, { identifier: PEOPLE.auditor.identifier, password: PASSWORD });
  await steps.openBoard(second.page);
  await see(second.page.getByRole('main')).toContainText(VISITOR.name);
  expect(await steps.verifyChain(second.page)).toContain('検証済み');
});
