import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { STRETCHING } from '../../shared/kernel/stretching.ts';
import { someSite, start } from '../e2e/harness.ts';

interface Keys {
  readonly slots: { iterations: number }[];
}

const keysOf = (folder: string): string => join(folder, 'ledger', 'ledger.keys.json');

it('A8 the program’s own numbers: slots are stretched 1,000,000 times, and fewer than 600,000 are not believed', async () => {
  expect(STRETCHING).toEqual({ first: 1_000_000, least: 600_000, most: 10_000_000 });
  const folder = someSite();
  const keys = JSON.parse(readFileSync(keysOf(folder), 'utf8')) as Keys;
  expect(new Set(keys.slots.map(({ iterations }) => iterations))).toEqual(new Set([1_000_000]));
  for (const slot of keys.slots) slot.iterations = 599_999;
  writeFileSync(keysOf(folder), JSON.stringify(keys));
  const { page } = await start(folder);
  await page.getByText('認められていない暗号方式や回数').waitFor();
  expect(await page.locator('input').count()).toBe(0);
});
