import type { ElectronApplication, Page } from 'playwright';
import { expect } from './patience.ts';
import { demoPassword } from '../../resources/tooling/demo/site.ts';

/** The program's window as it is to be looked at, and where a picture of a screen goes. */
export interface Look {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly language: 'ja' | 'en';
  readonly dark: boolean;
  readonly width: number;
  readonly height: number;
  readonly shot: (screen: string) => string;
}

/** Every screen of a session by its address, and who is to see it: an officer or an administrator of the demo. */
export const SCREENS = {
  home: { at: '/', who: 'hayase' },
  door: { at: '/entries', who: 'hayase' },
  expect: { at: '/entries?form=expect', who: 'hayase' },
  expected: { at: '/entries?tab=expected', who: 'hayase' },
  history: { at: '/entries?tab=history', who: 'hayase' },
  unknown: { at: '/entries?tab=unknown', who: 'hayase' },
  board: { at: '/entries/board', who: 'hayase' },
  areas: { at: '/entries/areas', who: 'hayase' },
  import: { at: '/entries/import', who: 'hayase' },
  register: { at: '/media/register', who: 'hayase' },
  stocktake: { at: '/media/register/stocktake', who: 'hayase' },
  'media-policy': { at: '/media/policy', who: 'hayase' },
  quarantine: { at: '/media/quarantine', who: 'hayase' },
  'media-inbox': { at: '/media', who: 'hayase' },
  'media-carried': { at: '/media?tab=carried', who: 'hayase' },
  'media-all': { at: '/media?tab=all', who: 'hayase' },
  'media-report': { at: '/media/report', who: 'hayase' },
  'media-new': { at: '/media/new', who: 'hayase' },
  'media-emergency': { at: '/media/new?emergency', who: 'hayase' },
  'media-templates': { at: '/media/templates', who: 'hayase' },
  'media-template-new': { at: '/media/templates/new', who: 'hayase' },
  trail: { at: '/trail', who: 'hayase' },
  compare: { at: '/trail?tab=compare', who: 'hayase' },
  printed: { at: '/trail?tab=printed', who: 'hayase' },
  review: { at: '/trail?tab=review', who: 'hayase' },
  export: { at: '/trail?tab=export', who: 'hayase' },
  backups: { at: '/backups', who: 'hayase' },
  accounts: { at: '/accounts', who: 'hayase' },
  proposals: { at: '/accounts/proposals', who: 'hayase' },
  policy: { at: '/accounts/policy', who: 'hayase' },
  password: { at: '/password', who: 'hayase' },
  'home-administrator': { at: '/', who: 'tachibana' },
  'accounts-administrator': { at: '/accounts', who: 'tachibana' },
  'account-new': { at: '/accounts/new', who: 'tachibana' },
  'accounts-close': { at: '/accounts/close', who: 'tachibana' },
  keys: { at: '/accounts/keys', who: 'tachibana' },
  'accounts-check': { at: '/accounts/check', who: 'tachibana' },
} as const;

/** Sets size, language and theme, as the program keeps them, and loads the page anew. */
export async function setLook({
  electron,
  page,
  language,
  dark,
  width,
  height,
}: Omit<Look, 'shot'>): Promise<void> {
  await electron.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  await page.evaluate(
    (kept) => localStorage.setItem('suimon.preferences', kept),
    preferences(language, dark),
  );
  await page.reload();
  await expect(page.locator('h1').first()).toBeAttached();
}

function preferences(language: string, dark: boolean): string {
  return JSON.stringify({ language, theme: dark ? 'dark' : 'light', era: false });
}

/** Goes to an address of a session and waits until nothing is being loaded any more. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${address}`);
  await settled(page);
}

/** Waits until the page stands: a heading, nothing being loaded, fonts there, two frames painted. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('h1').first()).toBeAttached();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    // A window that nobody looks at may be given no frames: the wait has an end.
    await Promise.race([
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      new Promise((resolve) => setTimeout(resolve, 2_000)),
    ]);
  });
}

/** Signs in whatever the language. */
export async function enter(page: Page, identifier: string, password: string): Promise<void> {
  await page.locator('#identifier').fill(identifier);
  await page.locator('#password').fill(password);
  await page.locator('#password').press('Enter');
  await expect(page.getByRole('timer')).toBeVisible({ timeout: 20_000 });
  await settled(page);
}

/** Pictures of the first screen, of every screen of a session, of a visit, of its dialogs and of Ctrl+K. */
export async function fullScreens(look: Look): Promise<void> {
  const { page, shot } = look;
  page.setDefaultTimeout(15_000);
  await setLook(look);
  const take = (screen: string) => page.screenshot({ path: shot(screen) });
  const screensOf = async (person: string): Promise<void> => {
    for (const [screen, { at, who }] of Object.entries(SCREENS)) {
      if (who !== person) continue;
      await goTo(page, at);
      await take(screen);
    }
  };
  await settled(page);
  await take('login');
  await enter(page, 'hayase', demoPassword);
  await screensOf('hayase');
  await requestScreens(page, take);
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('渡辺');
  await settled(page);
  await take('palette');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await visitScreens(page, take);
  await page.keyboard.press('Control+L');
  await enter(page, 'tachibana', demoPassword);
  await screensOf('tachibana');
  await goTo(page, '/accounts');
  await page.locator('main [role="option"]').last().click();
  await settled(page);
  await take('account');
}

/** Pictures of what waits for a decision, one with its form open; none where nothing waits. */
async function requestScreens(page: Page, take: (screen: string) => Promise<unknown>): Promise<void> {
  await goTo(page, '/media');
  const rows = page.locator('main [role="option"]');
  for (let at = 0; at < (await rows.count()); at += 1) {
    await rows.nth(at).click();
    await settled(page);
    await take(`request-${at}`);
  }
  const choice = page.locator('input[name="decision"]').first();
  if ((await choice.count()) === 0) return;
  await choice.check({ force: true });
  await settled(page);
  await take('request-decision');
}

/** Pictures of a visit and its dialogs; none where the log is empty. */
async function visitScreens(page: Page, take: (screen: string) => Promise<unknown>): Promise<void> {
  await goTo(page, '/entries');
  const row = page.locator('main [role="option"]').first();
  if ((await row.count()) === 0) return;
  await row.click();
  await settled(page);
  await take('visit');
  for (const [key, screen] of [
    ['F8', 'leave'],
    ['F9', 'exit-unknown'],
    ['Control+E', 'correct'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await settled(page);
    await take(screen);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
}

/** Pictures of what a fresh machine shows: the wizard's first screen. */
export async function emptyScreens(look: Look): Promise<void> {
  const { page, shot } = look;
  await setLook(look);
  await settled(page);
  await page.screenshot({ path: shot('wizard') });
}
