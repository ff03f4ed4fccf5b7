// @ts-check
// How each of the three parts of the program is built.
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { runnerImport } from 'vite';

const NODE = 'node20';
const CHROME = 'chrome130';
const BUILTINS = [...builtinModules, /^node:/];

/** What all three share. @param {string} folder the checkout @returns {import('vite').InlineConfig} */
function common(folder) {
  return { root: folder, configFile: false, mode: 'production', logLevel: 'warn' };
}

/** Main: CommonJS, chunks for what is imported later. @param {string} folder @param {string} out @returns {import('vite').InlineConfig} */
export function mainTarget(folder, out) {
  return {
    ...common(folder),
    ssr: { noExternal: true, target: 'node' },
    build: {
      emptyOutDir: false,
      ssr: join(folder, 'main', 'main.ts'),
      outDir: join(out, 'main'),
      target: NODE,
      minify: true,
      rolldownOptions: {
        external: ['electron', 'better-sqlite3', ...BUILTINS],
        output: { format: 'cjs', entryFileNames: 'main.cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  };
}

/**
 * Preload: one self-contained file, since a sandboxed preload can require nothing of its own. It gets the names of the
 * bridge from the contracts as a constant, so that no schema library comes along.
 * @param {string} folder @param {string} out @param {unknown} bridge @returns {import('vite').InlineConfig}
 */
export function preloadTarget(folder, out, bridge) {
  return {
    ...common(folder),
    define: { __BRIDGE__: JSON.stringify(bridge) },
    ssr: { noExternal: true, target: 'node' },
    build: {
      emptyOutDir: false,
      ssr: join(folder, 'main', 'preload', 'preload.ts'),
      outDir: join(out, 'preload'),
      target: CHROME,
      minify: false,
      rolldownOptions: {
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
      },
    },
  };
}

/** Renderer. @param {string} folder @param {string} out @returns {import('vite').InlineConfig} */
export function rendererTarget(folder, out) {
  return {
    ...common(folder),
    root: join(folder, 'renderer'),
    base: './',
    plugins: [react(), tailwindcss(), woff2Only()],
    build: {
      emptyOutDir: false,
      outDir: join(out, 'renderer'),
      target: CHROME,
      sourcemap: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  };
}

/** Leaves out the .woff files that Fontsource names beside .woff2. @returns {import('vite').Plugin} */
export function woff2Only() {
  return {
    name: 'woff2-only',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const [name, item] of Object.entries(bundle)) {
        if (item.type !== 'asset') continue;
        if (name.endsWith('.woff')) delete bundle[name];
        else if (name.endsWith('.css')) item.source = withoutWoff(String(item.source));
      }
    },
  };
}

/** A style sheet without its sources of format woff. @param {string} css */
export function withoutWoff(css) {
  return css.replaceAll(/,\s*url\([^)]*\.woff["']?\)\s*format\(["']?woff["']?\)/g, '');
}

/**
 * The names that cross the bridge, from `shared/contracts.ts`.
 * @param {string} folder
 * @returns {Promise<Record<string, {channels: string[], pushes: string[]}>>}
 */
export async function bridgeNames(folder) {
  const { module } = await runnerImport(join(folder, 'shared', 'contracts.ts'), common(folder));
  /** @type {Record<string, {channels: object, pushes?: object}>} */
  const contracts = module.contracts;
  return Object.fromEntries(
    Object.entries(contracts).map(([feature, contract]) => [
      feature,
      { channels: Object.keys(contract.channels), pushes: Object.keys(contract.pushes ?? {}) },
    ]),
  );
}
