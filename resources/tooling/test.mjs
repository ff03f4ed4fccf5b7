// @ts-check
// npm test: everything below the bench. A step that fails does not keep the later ones from running.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isEntry, packageDir, root } from './paths.mjs';
import { countLine, countReport, numbersOf, sum, uncovered } from './test/count.mjs';

/**
 * @typedef {import('./test/count.mjs').Count} Count
 * @typedef {import('./test/count.mjs').VitestReport} VitestReport
 * @typedef {{count: Count, report?: VitestReport | undefined}} Outcome
 */

const TOOLS = {
  biome: join(packageDir('@biomejs/biome'), 'bin', 'biome'),
  oxlint: join(packageDir('oxlint'), 'bin', 'oxlint'),
  tsc: join(packageDir('typescript'), 'bin', 'tsc'),
  vitest: join(packageDir('vitest'), 'vitest.mjs'),
  build: join(root, 'resources', 'tooling', 'build.mjs'),
};

/** @param {string[]} args of Node @param {NodeJS.ProcessEnv} env @returns {Promise<boolean>} */
function runNode(args, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}

/** @param {string[]} args @returns {Promise<Outcome>} */
async function check(args) {
  const ok = await runNode(args, process.env);
  return { count: { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 } };
}

/** @param {string[]} args @param {NodeJS.ProcessEnv} env @returns {Promise<Outcome>} */
async function vitest(args, env) {
  const folder = mkdtempSync(join(tmpdir(), 'suimon-test-'));
  const file = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const ok = await runNode([TOOLS.vitest, 'run', '--passWithNoTests', ...reporters, ...args], env);
    const report = readReport(file);
    return { count: countReport(report, ok), report };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} file @returns {VitestReport | undefined} */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {boolean} faultsLong @returns {[string, () => Promise<Outcome>][]} */
function steps(faultsLong) {
  const only = faultsLong ? ['test/faults'] : [];
  const env = faultsLong ? { ...process.env, SUIMON_FAULTS: 'long' } : process.env;
  /** @type {[string, () => Promise<Outcome>][]} */
  const checks = [
    ['format', () => check([TOOLS.biome, 'format', '.'])],
    ['lint', () => check([TOOLS.oxlint, '--type-aware'])],
    ['types', () => check([TOOLS.tsc, '-b'])],
  ];
  return [
    ...(faultsLong ? [] : checks),
    ['build', () => check([TOOLS.build, '--if-changed'])],
    ['unit and integration', () => vitest(only, env)],
    [
      'end to end, security and accessibility in Electron',
      () => vitest(['--config', 'vitest.e2e.config.ts', ...only], env),
    ],
  ];
}

/** @param {string[]} args @returns {Promise<boolean>} whether all passed */
async function main(args) {
  const faultsLong = args.includes('--faults-long');
  /** @type {Outcome[]} */
  const outcomes = [];
  /** @type {string[]} */
  const summary = [];
  for (const [name, step] of steps(faultsLong)) {
    process.stdout.write(`\n== ${name}\n`);
    const from = performance.now();
    const outcome = await step().catch((error) => {
      process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
      return { count: { passed: 0, failed: 1, skipped: 0 } };
    });
    const seconds = ((performance.now() - from) / 1000).toFixed(1);
    summary.push(
      `${outcome.count.failed === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s): ${countLine(outcome.count)}`,
    );
    outcomes.push(outcome);
  }
  process.stdout.write(`\n${summary.join('\n')}\n`);
  if (!faultsLong) {
    const numbers = numbersOf(
      JSON.parse(readFileSync(join(root, 'test', 'security', 'numbers.json'), 'utf8')),
    );
    const open = uncovered(
      numbers,
      outcomes.map((outcome) => outcome.report),
    );
    process.stdout.write(
      `Security list: ${numbers.length - open.length} of ${numbers.length} covered; no passing test yet: ${open.join(' ') || 'none'}\n`,
    );
  }
  const total = sum(outcomes.map((outcome) => outcome.count));
  process.stdout.write(`${countLine(total)}\n`);
  return total.failed === 0;
}

if (isEntry(import.meta.url)) process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
