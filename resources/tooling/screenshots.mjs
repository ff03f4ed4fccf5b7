// @ts-check
// npm run screenshots: every screen, in both languages, at both sizes, light and dark, full and empty.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureDemoSite } from './demo.mjs';
import { withTs } from './demo/load.mjs';
import { openCopy } from './demo/open-copy.mjs';
import { isEntry, root } from './paths.mjs';
import { accountFolder } from './stage.mjs';

const FOLDER = join(root, 'screenshots');

/** Sizes and themes; the second size and the dark theme for every screen too: a screen costs half a second. */
const LOOKS = [
  { name: '1280x800', width: 1280, height: 800, dark: false },
  { name: '1920x1080', width: 1920, height: 1080, dark: false },
  { name: '1280x800-dark', width: 1280, height: 800, dark: true },
];

/**
 * @param {string} site @param {string} set
 * @param {(look: object) => Promise<void>} work takes a `Look` of test/e2e/screens.ts
 */
async function inEachLook(site, set, work) {
  for (const language of /** @type {const} */ (['ja', 'en'])) {
    for (const { name, width, height, dark } of LOOKS) {
      const folder = join(FOLDER, set, `${language}-${name}`);
      mkdirSync(folder, { recursive: true });
      await openCopy(site, ({ electron, page }) =>
        work({
          electron,
          page,
          language,
          dark,
          width,
          height,
          shot: (/** @type {string} */ screen) => join(folder, `${screen}.png`),
        }),
      );
      process.stdout.write(`${set} ${language} ${name}\n`);
    }
  }
}

if (isEntry(import.meta.url)) {
  await ensureBuilt();
  await withTs(async (load) => {
    const site = await ensureDemoSite(load);
    const { fullScreens, emptyScreens } = await load('test/e2e/screens.ts');
    const { seedEmpty } = await load('resources/tooling/demo/seed.ts');
    for (const set of ['full', 'empty', 'first-run'])
      rmSync(join(FOLDER, set), { recursive: true, force: true });
    await inEachLook(site, 'full', fullScreens);
    const nothing = accountFolder('suimon-first-run-');
    const empty = accountFolder('suimon-empty-');
    try {
      await seedEmpty(empty, Date.now());
      await inEachLook(empty, 'empty', fullScreens);
      await inEachLook(nothing, 'first-run', emptyScreens);
    } finally {
      for (const folder of [nothing, empty]) rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
    }
  });
  process.stdout.write(`\nScreenshots: ${FOLDER}\n`);
}
