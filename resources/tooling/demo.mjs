// @ts-check
// npm run demo: opens the program on a demo site; without a display it does the main job by itself.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { withTs } from './demo/load.mjs';
import { openCopy } from './demo/open-copy.mjs';
import { hasDisplay } from './display.mjs';
import { electronInfo } from './electron.mjs';
import { isEntry, isRoot, root } from './paths.mjs';
import { sourcesDigest } from './sources.mjs';
import { startArguments } from './start.mjs';

const SITE = join(root, 'demo-site');
const STAMP = 'made-from.sha256';
/** What says how a ledger looks and what the demo's holds. */
const SOURCES = ['shared', 'main/vault/migrations', 'resources/tooling/demo'];
const SHOTS = join(root, 'screenshots', 'demo');

/** @param {string} text */
const say = (text) => process.stdout.write(`${text}\n`);

/**
 * Makes the demo site, whole or not at all, unless it is there and was made from these sources: no migration leads from the tables
 * of a part that was being built to those of now.
 * @param {(path: string) => Promise<any>} load
 */
export async function ensureDemoSite(load) {
  const digest = sourcesDigest(root, SOURCES);
  if (existsSync(SITE)) {
    const stamp = join(SITE, STAMP);
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return SITE;
    say('The demo site was made by another version of the program; it is made anew.');
    rmSync(SITE, { recursive: true });
  }
  say('Making the demo site (15 accounts, about 5,000 entries; half a minute) ...');
  const { seedDemo } = await load('resources/tooling/demo/seed.ts');
  const half = `${SITE}.half`;
  rmSync(half, { recursive: true, force: true });
  const { visits } = await seedDemo(half, Date.now());
  writeFileSync(join(half, STAMP), digest);
  renameSync(half, SITE);
  say(`Made ${visits} entries in demo-site/ (delete the folder to start afresh).`);
  return SITE;
}

/** How to sign in. @param {(path: string) => Promise<any>} load */
async function tellAccounts(load) {
  const { demoPeople, demoPassword } = await load('resources/tooling/demo/site.ts');
  say(`\nSign in with one of these identifiers; the password of all of them is  ${demoPassword}\n`);
  for (const { roles, identifier, name } of demoPeople)
    say(`  ${roles.join(', ').padEnd(15)} ${identifier.padEnd(12)} ${name}`);
  say('');
}

/** Opens the program for somebody in front of it. @returns {Promise<number>} its exit code */
async function show() {
  const asRoot = process.platform === 'linux' && isRoot();
  if (asRoot)
    say(
      "Warning: started by root, so without Chromium's sandbox. Use an ordinary account for anything but a look.",
    );
  const args = startArguments([`--site-folder=${SITE}`, '--demo'], asRoot);
  const child = spawn(electronInfo().path, args, { stdio: 'inherit' });
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
}

/** Does the main job in the program's window, step by step. @param {(path: string) => Promise<any>} load */
async function actOut(load) {
  const { demoSteps } = await load('test/e2e/demo.ts');
  rmSync(SHOTS, { recursive: true, force: true });
  mkdirSync(SHOTS, { recursive: true });
  return openCopy(SITE, async ({ electron, page }) => {
    let failed = 0;
    for (const [index, { name, run }] of demoSteps(electron, page).entries()) {
      const shot = join(SHOTS, `${String(index + 1).padStart(2, '0')}.png`);
      try {
        say(`✓ ${name}: ${await run()}`);
      } catch (error) {
        failed += 1;
        say(`✗ ${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
      }
      await page.screenshot({ path: shot });
    }
    say(`\nScreenshots: ${SHOTS}`);
    say(failed === 0 ? 'All steps passed.' : `${failed} of the steps failed.`);
    return failed;
  });
}

async function main() {
  await ensureBuilt();
  return withTs(async (load) => {
    await ensureDemoSite(load);
    await tellAccounts(load);
    if (hasDisplay()) return show();
    say(
      'There is no display here: the program runs on a virtual one (Xvfb), on a copy of the site, and works by itself.\n',
    );
    return (await actOut(load)) === 0 ? 0 : 1;
  });
}

if (isEntry(import.meta.url)) process.exitCode = await main();
