import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { ledgerOf, emptySite, someSite, start } from './harness.ts';
import { enter, goTo, SCREENS, setLook, settled } from './screens.ts';
import { PASSWORD, PEOPLE } from './site.ts';
import { rmSync } from 'node:fs';

/** What axe finds wrong with the page as it stands. Legacy mode: Electron opens no second page for it. */
async function violations(page: Page, screen: string): Promise<readonly string[]> {
  await settled(page);
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${screen}: ${id} at ${target.join(' ')}`),
  );
}

for (const dark of [false, true]) {
  const theme = dark ? 'dark' : 'light';
  const size = { language: 'ja' as const, dark, width: 1280, height: 800 };

  test(`axe finds nothing on any screen of a session, its dialogs and the sign-in, ${theme}`, async () => {
    const { page, electron } = await start(someSite());
    await setLook({ electron, page, ...size });
    const found = [...(await violations(page, 'login'))];
    await enter(page, PEOPLE.officer.identifier, PASSWORD);
    for (const [screen, { at }] of Object.entries(SCREENS)) {
      await goTo(page, at);
      found.push(...(await violations(page, screen)));
    }
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
    expect(found).toEqual([]);
  });

  test(`axe finds nothing on the wizard and on the screen of a fault, ${theme}`, async () => {
    const first = await start(emptySite());
    await setLook({ electron: first.electron, page: first.page, ...size });
    const found = [...(await violations(first.page, 'wizard'))];
    await first.close();
    const folder = someSite();
    rmSync(ledgerOf(folder));
    const broken = await start(folder);
    await setLook({ electron: broken.electron, page: broken.page, ...size });
    found.push(...(await violations(broken.page, 'fault')));
    await broken.page.locator('main button').nth(1).click();
    await broken.page.locator('main li[aria-current="step"]').waitFor();
    found.push(...(await violations(broken.page, 'restore')));
    expect(found).toEqual([]);
  });
}
