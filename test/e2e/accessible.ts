import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { settled } from './screens.ts';

/** The rules to which the theme makes a difference: the dark one is looked at by these, what is on a screen stays the same. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** How screens are looked at. */
export const SIZE = { language: 'ja', dark: false, width: 1280, height: 800 } as const;

/** What axe finds wrong with the page as it stands, light and then dark. Legacy mode: Electron opens no second page for it. */
export async function violations(page: Page, screen: string): Promise<readonly string[]> {
  await settled(page);
  const found = [];
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    const seen = await (theme === 'dark' ? axe.withRules(COLOUR_RULES) : axe).analyze();
    for (const { id, nodes } of seen.violations)
      found.push(...nodes.map(({ target }) => `${screen}, ${theme}: ${id} at ${target.join(' ')}`));
  }
  await wear(page, 'light');
  return found;
}

/** Puts a theme on the page as it stands, and waits until every colour has changed. */
async function wear(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate(async (worn) => {
    document.documentElement.dataset['theme'] = worn;
    await Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation instanceof CSSTransition)
        .map(({ finished }) => finished),
    );
  }, theme);
}
