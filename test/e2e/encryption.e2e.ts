import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect as see } from './patience.ts';
import { expect, test } from 'vitest';
import { ja as keys } from '../../renderer/accounts/keys/messages.ja.ts';
import { ja as people } from '../../renderer/accounts/people/messages.ja.ts';
import { ja as policy } from '../../renderer/accounts/policy/messages.ja.ts';
import { decideAsSecond } from './account-steps.ts';
import { someSite, start } from './harness.ts';
import { goTo } from './screens.ts';
import { PASSWORD, PEOPLE } from './site.ts';
import { lock, signIn } from './steps.ts';

const credentials = (who: keyof typeof PEOPLE) => ({
  identifier: PEOPLE[who].identifier,
  password: PASSWORD,
});

const FIRST = policy['encryption.sqlcipher-4-aes-256-cbc-hmac-sha512'];
const OTHER = policy['encryption.sqlcipher-4-aes-256-cbc-hmac-sha256'];

test('two administrators put the ledger under another encryption and back by keyboard; each time it stands in it at once, and opens again', async () => {
  const folder = someSite();
  const { page } = await start(folder);
  const named = (): unknown => {
    const { encryption } = JSON.parse(readFileSync(join(folder, 'ledger', 'ledger.keys.json'), 'utf8'));
    return encryption;
  };
  await signIn(page, credentials('administrator'));
  for (const [from, to, direction] of [
    [FIRST, OTHER, 'ArrowDown'],
    [OTHER, FIRST, 'ArrowUp'],
  ] as const) {
    await goTo(page, '/accounts/policy');
    await page.getByRole('button', { name: policy.change }).press('Enter');
    const form = page.getByRole('form', { name: policy.form });
    const field = form.getByRole('button', { name: policy.ledgerEncryption });
    await see(field).toContainText(from);
    await field.press('Enter');
    await page.keyboard.press(direction);
    await page.keyboard.press('Enter');
    await see(field).toContainText(to);
    await form.getByLabel(people['form.reason']).fill('方式の移行');
    await form.getByLabel(people['form.password']).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await decideAsSecond(page, credentials('deputy'));
    await expect.poll(named, { timeout: 30_000 }).toContain(to === OTHER ? 'sha256' : 'sha512');

    await goTo(page, '/accounts/keys');
    await see(page.getByText(keys['ledger.encryption']).locator('xpath=following-sibling::*')).toHaveText(
      to,
      {
        timeout: 30_000,
      },
    );
    await see(page.getByText(keys['ledger.settled']).locator('xpath=following-sibling::*')).toHaveText(to);
    await see(page.getByText(keys['ledger.dueNot'], { exact: true })).toBeVisible();
    await lock(page);
    await signIn(page, credentials('administrator'));
  }
});
