import { expect, test } from 'vitest';
import { SIZE, violations } from './accessible.ts';
import { someSite, start } from './harness.ts';
import { enter, goTo, SCREENS, setLook } from './screens.ts';
import { PASSWORD, PEOPLE } from './site.ts';

test('axe finds nothing on any screen of a session, its dialogs and the sign-in', async () => {
  const { page, electron } = await start(someSite());
  await setLook({ electron, page, ...SIZE });
  const found = [...(await violations(page, 'login'))];
  await enter(page, PEOPLE.officer.identifier, PASSWORD);
  const screensOf = async (person: string): Promise<void> => {
    for (const [screen, { at, who }] of Object.entries(SCREENS)) {
      if (who !== person) continue;
      await goTo(page, at);
      found.push(...(await violations(page, screen)));
    }
  };
  await screensOf('hayase');
  await goTo(page, '/entries');
  await page.locator('main [role="option"]').first().click();
  found.push(...(await violations(page, 'visit')));
  for (const key of ['F8', 'F9', 'Control+E', 'Control+K']) {
    await page.keyboard.press(key);
    await page.getByRole('dialog').waitFor();
    found.push(...(await violations(page, `dialog ${key}`)));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
  await page.locator('header button[aria-haspopup="dialog"]').first().click();
  await page.getByRole('dialog').waitFor();
  found.push(...(await violations(page, 'health')));
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+L');
  await enter(page, PEOPLE.administrator.identifier, PASSWORD);
  await screensOf('tachibana');
  expect(found).toEqual([]);
}, 240_000);
