import { builtinModules } from 'node:module';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '..', '..');

/** Bundles a script of the tests so that plain Node can run it as a process of its own, which can be killed. */
export async function bundled(script: string): Promise<string> {
  const cache = join(root, '.cache');
  mkdirSync(cache, { recursive: true });
  const out = mkdtempSync(join(cache, 'faults-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: script,
      outDir: out,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        external: ['better-sqlite3', 'electron', ...builtinModules, /^node:/],
        output: { format: 'cjs', entryFileNames: 'child.cjs' },
      },
    },
  });
  return join(out, 'child.cjs');
}
