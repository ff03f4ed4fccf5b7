import { expect, test } from 'vitest';
import { ja as quarantine } from '../../renderer/media/quarantine/messages.ja.ts';
import { ja as entries } from '../../renderer/entries/messages.ja.ts';
import { violations } from './accessible.ts';
import { someSite, start } from './harness.ts';
import * as media from './media-steps.ts';
import { expect as see } from './patience.ts';
import { goTo } from './screens.ts';
import { INSIDE, PASSWORD, PEOPLE } from './site.ts';
import * as steps from './steps.ts';

const HOUR = 3_600_000;
const MEDIUM = '点検記録用USB';

test('a check finds something: the medium is not let in, goes into quarantine, its visitor leaves without it, an officer ends it', async () => {
  const { page } = await start(someSite());
  const dialog = page.getByRole('dialog');
  const found: string[] = [];
  await steps.signIn(page, { identifier: PEOPLE.operator.identifier, password: PASSWORD });
  await media.ask(page, {
    medium: MEDIUM,
    owner: INSIDE.organisation,
    purpose: '点検記録の受け渡し',
    asset: '2号ポンプ制御盤',
    area: '会議室',
    bearer: INSIDE.name,
    organisation: INSIDE.organisation,
    contents: '点検記録',
    confidentiality: 1,
    from: Date.now() - HOUR,
    until: Date.now() + 5 * HOUR,
  });
  await media.recordCheck(page, '起動.exe | Win.Test.EICAR_HDB-1');
  await see(media.detail(page)).toContainText('Win.Test.EICAR_HDB-1');
  await media.openCarryIn(page, INSIDE.name);
  await see(dialog.getByLabel(media.door['field.seal'])).toBeFocused();
  await page.keyboard.press('Enter');
  await see(dialog.getByRole('alert')).toContainText('見つかったもの');
  await page.keyboard.press('Escape');

  await media.openRequest(page, 'all', MEDIUM);
  await media.detail(page).getByRole('button', { name: quarantine.put, exact: true }).press('Enter');
  await dialog.getByLabel(quarantine.place).fill('保安庫 2段目');
  await dialog.getByLabel(quarantine.seal).fill('A-1024');
  await dialog.getByLabel(quarantine.keeper).fill(INSIDE.name);
  await dialog.getByRole('button', { name: quarantine['put.do'] }).press('Enter');
  await see(dialog).toContainText(INSIDE.name);
  await see(dialog.getByLabel(quarantine.keeper)).toHaveAttribute('aria-invalid', 'true');
  found.push(...(await violations(page, 'put in quarantine')));
  await dialog.getByLabel(quarantine.keeper).fill(PEOPLE.second.name);
  await dialog.getByRole('button', { name: quarantine['put.do'] }).press('Enter');
  await media.said(page, quarantine['put.done']);
  expect(await steps.letOut(page, INSIDE.name)).toContain(entries['action.leave']);

  await steps.lock(page);
  await steps.signIn(page, { identifier: PEOPLE.officer.identifier, password: PASSWORD });
  await goTo(page, '/');
  await see(page.getByRole('main')).toContainText(quarantine.held);
  await see(page.getByRole('main')).toContainText(MEDIUM);
  await media.openRequest(page, 'all', MEDIUM);
  await media.detail(page).getByRole('button', { name: quarantine.end, exact: true }).press('Enter');
  const sign = async (): Promise<void> => {
    await dialog.getByLabel(quarantine.reason, { exact: false }).first().fill('調べてもらうため');
    await dialog.getByLabel('パスワード').fill(PASSWORD);
    await page.keyboard.press('Enter');
  };
  await dialog.getByRole('radio', { name: quarantine['end.released'] }).check({ force: true });
  await sign();
  await see(dialog).toContainText('製品');
  await see(dialog).toBeVisible();
  await dialog.getByRole('radio', { name: quarantine['end.handed'] }).check({ force: true });
  await dialog.getByLabel(quarantine['end.to']).fill('水門警察署');
  found.push(...(await violations(page, 'end of a quarantine')));
  await sign();
  await media.said(page, quarantine['end.done']);
  await see(media.detail(page)).toContainText(quarantine['card.ended']);
  await see(media.detail(page)).toContainText('水門警察署');
  await goTo(page, '/media/quarantine');
  await see(page.getByRole('main')).toContainText(quarantine.none);
  expect(found).toEqual([]);
}, 120_000);
