import type { Page } from 'playwright';
import { expect } from './patience.ts';
import { ja as accounts } from '../../renderer/accounts/messages.ja.ts';
import { ja as app } from '../../renderer/app/messages.ja.ts';
import { ja as entries } from '../../renderer/entries/messages.ja.ts';
import { ja as trail } from '../../renderer/trail/messages.ja.ts';

/** Somebody who signs in. */
export interface Credentials {
  readonly identifier: string;
  readonly password: string;
}

/** The session's bar with the clock: it is there as long as somebody is signed in. */
export const clock = (page: Page) => page.getByRole('timer', { name: app['bar.clock'] });

/** The form of the first screen. */
export const login = (page: Page) => page.getByRole('form', { name: accounts['login.title'] });

/** Types identifier and password into the first screen and submits, by keyboard alone. */
export async function typeCredentials(page: Page, { identifier, password }: Credentials): Promise<void> {
  const field = page.getByLabel(accounts['login.identifier']);
  await expect(field).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(identifier);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
}

/** Signs in by keyboard and waits for the first page. */
export async function signIn(page: Page, who: Credentials): Promise<void> {
  await typeCredentials(page, who);
  await expect(clock(page)).toBeVisible({ timeout: 20_000 });
}

/** Locks with Ctrl+L, as at a change of shift. */
export async function lock(page: Page): Promise<void> {
  await page.keyboard.press('Control+L');
  await expect(login(page)).toBeVisible();
}

/** Goes somewhere, or does something, by its name in Ctrl+K. For a visit: part of the visitor's name. */
export async function palette(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+K');
  const field = page.getByRole('combobox', { name: app['palette.field'] });
  await expect(field).toBeFocused();
  await page.keyboard.type(name);
  const dialog = page.getByRole('dialog', { name: app['palette.title'] });
  await expect(dialog.getByRole('option', { selected: true })).toContainText(name);
  await page.keyboard.press('Enter');
  await expect(field).toBeHidden();
}

/** What was said at the edge of the window, newest last. */
export const notices = (page: Page) => page.getByRole('region', { name: app['toast.area'] });

/** A field of the door's form by its place in the contract, and whatever in it takes the focus. */
const doorField = (page: Page, path: string) => page.locator(`[data-field="${path}"]`);
const entrance = (page: Page, path: string) =>
  doorField(page, path)
    .locator('input:not([type="hidden"]), textarea, button[aria-haspopup="listbox"]')
    .first();

/** Types into the door's field that has the focus, after seeing that it is the one, and goes on with Enter. */
export async function typeInto(page: Page, path: string, text: string): Promise<void> {
  await expect(entrance(page, path)).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Opens the list that has the focus with Space, goes down to an option and takes it. */
export async function chooseInList(page: Page, label: string): Promise<void> {
  await page.keyboard.press('Space');
  const focused = page.locator('[role="option"][data-focused]');
  await expect(focused).toBeVisible();
  await page.keyboard.press('Home');
  for (let tries = 0; tries < 60 && !(await focused.innerText()).includes(label); tries += 1)
    await page.keyboard.press('ArrowDown');
  await expect(focused).toContainText(label);
  await page.keyboard.press('Enter');
  await expect(focused).toBeHidden();
}

/** What an operator fills in for a walk-in visitor. */
export interface WalkIn {
  readonly name: string;
  readonly reading: string;
  readonly organisation: string;
  readonly purpose: string;
  readonly host: string;
  readonly escort: string;
  /** As the lists call them. */
  readonly identity: string;
  readonly area: string;
}

/** Opens the empty form of the door, from wherever one is. */
export async function openDoor(page: Page): Promise<void> {
  await palette(page, entries['palette.door']);
  await page.keyboard.press('F4');
  await expect(entrance(page, 'details.name')).toBeFocused();
}

/** Fills the form from the first field to the question who follows in; the badge is the one proposed. */
export async function fillDoor(page: Page, visit: WalkIn): Promise<void> {
  await typeInto(page, 'details.name', visit.name);
  await typeInto(page, 'details.reading', visit.reading);
  await typeInto(page, 'details.organisation', visit.organisation);
  await typeInto(page, 'details.purpose', visit.purpose);
  await typeInto(page, 'details.host', visit.host);
  await typeInto(page, 'details.escort', visit.escort);
  await finishDoor(page, visit);
}

/** The rest of the form, from the identity document on. */
export async function finishDoor(page: Page, visit: Pick<WalkIn, 'identity' | 'area'>): Promise<void> {
  await expect(entrance(page, 'details.identity')).toBeFocused();
  await chooseInList(page, visit.identity);
  await page.keyboard.press('Enter');
  await expect(entrance(page, 'details.areaId')).toBeFocused();
  await chooseInList(page, visit.area);
  await page.keyboard.press('Enter');
  await expect(entrance(page, 'badgeId')).toBeFocused();
  await page.keyboard.press('Enter');
  for (const path of ['details.belongings', 'details.workReference', 'expectedUntil', 'joining'])
    await typeInto(page, path, '');
  await expect(doorField(page, 'followIn').getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Space');
}

/** Submits the form, waits until the person is in, and answers what the program said. */
export async function submitDoor(page: Page, name: string): Promise<string> {
  await page.keyboard.press('Control+Enter');
  const said = notices(page).getByText(new RegExp(`${name}.*${entries['action.enter']}`, 'u'));
  await expect(said).toBeVisible();
  return said.innerText();
}

/** Lets a walk-in visitor in by keyboard alone, and answers what the program said. */
export async function walkIn(page: Page, visit: WalkIn): Promise<string> {
  await openDoor(page);
  await fillDoor(page, visit);
  return submitDoor(page, visit.name);
}

/** The heading of the visit at the right. */
export const visitHeading = (page: Page, name: string) =>
  page.getByRole('region', { name: entries['page.detail'] }).getByRole('heading', { name });

/** Opens somebody's visit. */
export async function openVisit(page: Page, name: string): Promise<void> {
  await palette(page, name);
  await expect(visitHeading(page, name)).toBeVisible();
}

/** Starts the exit of the visit that is open. */
export async function openLeave(page: Page, name: string): Promise<void> {
  await page.keyboard.press('F8');
  await expect(
    page.getByRole('dialog', { name: entries['leave.title'].replace('{{name}}', name) }),
  ).toBeVisible();
}

/** Lets somebody out who gives the badge back, by keyboard alone, and answers what the program said. */
export async function letOut(page: Page, name: string): Promise<string> {
  await openVisit(page, name);
  await openLeave(page, name);
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  const said = notices(page).getByText(new RegExp(`${name} ${entries['action.leave']}`, 'u'));
  await expect(said).toBeVisible();
  return said.innerText();
}

/** Opens the board with F2 and answers the card of an area, or of the overdue, by its heading. */
export async function openBoard(page: Page): Promise<void> {
  await page.keyboard.press('F2');
  await expect(page.getByRole('heading', { level: 1, name: entries['board.title'] })).toBeVisible();
}

/** Has the whole chain verified and answers what the page says of it. */
export async function verifyChain(page: Page): Promise<string> {
  await page.getByRole('link', { name: app['nav.trail'], exact: true }).first().press('Enter');
  await page.getByRole('button', { name: trail['verify.start'] }).press('Enter');
  const verdict = page.getByText(/検証済み|異常が見つかりました/u);
  await expect(verdict).toBeVisible({ timeout: 60_000 });
  return verdict.innerText();
}
