import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountFolder } from '../../resources/tooling/electron.mjs';
import { packageProgram } from '../../resources/tooling/package.mjs';
import { stage } from '../../resources/tooling/stage.mjs';

let packaged: string;
let executable: string;
beforeAll(async () => {
  const output = mkdtempSync(join(tmpdir(), 'suimon-package-'));
  chmodSync(output, 0o755);
  packaged = await packageProgram(output);
  ({ executablePath: executable } = await stage(packaged));
}, 180_000);
afterAll(() => rmSync(dirname(dirname(packaged)), { recursive: true, force: true }));

interface Run {
  readonly site: string;
  readonly output: string;
  readonly started: boolean;
}

/** Starts the package on a fresh folder until it has made its window's folder, or ended, and stops it. */
function start(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  program = executable,
): Promise<Run> {
  const site = accountFolder('suimon-package-site-');
  const child: ChildProcess = spawn(program, [...args, `--site-folder=${site}`], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (bytes: Buffer) => {
      output += bytes.toString('utf8');
    });
  }
  const opened = () => existsSync(join(site, 'app', 'window', 'Local Storage', 'leveldb', 'CURRENT'));
  return new Promise((resolve, reject) => {
    const looking = setInterval(() => {
      if (opened()) child.kill('SIGTERM');
    }, 100);
    const limit = setTimeout(() => child.kill('SIGKILL'), 30_000);
    child.once('error', reject);
    child.once('close', () => {
      clearInterval(looking);
      clearTimeout(limit);
      const started = opened();
      rmSync(site, { recursive: true, force: true });
      resolve({ site, output, started });
    });
  });
}

describe('P7 the package', () => {
  it('starts', async () => {
    expect((await start([], {})).started).toBe(true);
  });

  it('does not become a plain Node when it is told to', async () => {
    const script = join(tmpdir(), `suimon-p7-${process.pid}.cjs`);
    writeFileSync(script, "process.stdout.write('I am Node');", { mode: 0o644 });
    const run = await start([script], { ELECTRON_RUN_AS_NODE: '1' });
    rmSync(script);
    expect(run.output).not.toContain('I am Node');
    expect(run.started).toBe(true);
  });

  it('opens no inspector', async () => {
    for (const args of [['--inspect=0'], ['--inspect-brk=0'], ['--inspect=127.0.0.1:0']]) {
      const run = await start(args, {});
      expect(run.output).not.toContain('Debugger listening');
      expect(run.started).toBe(true);
    }
  });

  it('takes nothing from NODE_OPTIONS', async () => {
    const script = join(tmpdir(), `suimon-p7-${process.pid}.cjs`);
    writeFileSync(script, "process.stderr.write('I was required');", { mode: 0o644 });
    const run = await start([], { NODE_OPTIONS: `--require ${script}` });
    rmSync(script);
    expect(run.output).not.toContain('I was required');
    expect(run.started).toBe(true);
  });

  it('runs no app folder that somebody put in the place of the archive', async () => {
    const place = mkdtempSync(join(tmpdir(), 'suimon-package-other-'));
    chmodSync(place, 0o755);
    cpSync(dirname(packaged), join(place, 'program'), { recursive: true });
    const resources = join(place, 'program', 'resources');
    rmSync(join(resources, 'app.asar'));
    mkdirSync(join(resources, 'app'));
    writeFileSync(join(resources, 'app', 'package.json'), '{"main":"main.js"}');
    writeFileSync(join(resources, 'app', 'main.js'), "process.stdout.write('I am another');");
    const { executablePath } = await stage(join(place, 'program', 'suimon'));
    const run = await start([], {}, executablePath);
    rmSync(place, { recursive: true, force: true });
    expect(run.output).not.toContain('I am another');
    expect(run.started).toBe(false);
  });

  it('has the fuses of the design', async () => {
    const { FuseV1Options, getCurrentFuseWire } = createRequire(import.meta.url)(
      '@electron/fuses',
    ) as typeof import('@electron/fuses');
    const wire = await getCurrentFuseWire(packaged);
    const on = (fuse: number) => String.fromCharCode(Number(Reflect.get(wire, fuse))) === '1';
    expect({
      runAsNode: on(FuseV1Options.RunAsNode),
      cookies: on(FuseV1Options.EnableCookieEncryption),
      nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: on(FuseV1Options.EnableNodeCliInspectArguments),
      integrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
    }).toEqual({
      runAsNode: false,
      cookies: true,
      nodeOptions: false,
      inspect: false,
      integrity: true,
      onlyAsar: true,
    });
  });
});
