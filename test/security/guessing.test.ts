import { mkdirSync, readdirSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { pathsIn, temporaryFolder } from '../main/vault/fixture.ts';

const NOW = 1_790_000_000_000;

/** The module as a newly started program has it: nothing of it is kept in memory. */
async function restarted(): Promise<typeof import('../../main/vault/attempts.ts')> {
  vi.resetModules();
  return import('../../main/vault/attempts.ts');
}

it('U6 guessing with a restart after each guess: the delay remains, grows, and every guess is kept for the chain', async () => {
  const paths = pathsIn(temporaryFolder());
  mkdirSync(paths.appFolder);
  const delays: number[] = [];
  for (let guess = 1; guess <= 8; guess += 1) {
    (await restarted()).recordFailure(paths, 'sekinin', NOW);
    delays.push(((await restarted()).delayUntil(paths, 'sekinin', NOW) ?? NOW) - NOW);
  }
  expect(delays).toEqual([0, 0, 0, 1000, 2000, 4000, 8000, 16_000]);
  expect((await restarted()).takeFailures(paths).length).toBe(8);
  expect(readdirSync(paths.appFolder)).toEqual(['sign-in-attempts.json']);
});

it('U6 guessing over restarts with the clock set back in between: the whole delay is waited for again', async () => {
  const paths = pathsIn(temporaryFolder());
  mkdirSync(paths.appFolder);
  for (let guess = 1; guess <= 8; guess += 1) (await restarted()).recordFailure(paths, 'sekinin', NOW);
  const dayBefore = NOW - 86_400_000;
  expect((await restarted()).delayUntil(paths, 'sekinin', dayBefore)).toBe(dayBefore + 16_000);
  expect((await restarted()).delayUntil(paths, 'sekinin', dayBefore + 15_999)).toBe(dayBefore + 16_000);
});
