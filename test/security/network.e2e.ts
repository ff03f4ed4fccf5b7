import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { copySite } from '../../resources/tooling/demo/site-folder.mjs';
import { launcher } from '../../resources/tooling/electron.mjs';
import { root } from '../../resources/tooling/paths.mjs';
import { PASSWORD, PEOPLE } from '../e2e/site.ts';

const hasStrace = spawnSync('strace', ['-V']).status === 0;

/** Calls that reach for a network: a name, an address or a datagram of the internet families. */
const INTERNET = /\b(?:connect|bind|sendto|sendmsg|sendmmsg)\(.*(?:AF_INET6?\b|sin6?_port)/u;

interface Outcome {
  /** The traced calls of the internet families. */
  readonly calls: readonly string[];
  /** How many network calls were traced at all, those of the desktop's local sockets included. */
  readonly traced: number;
  readonly said: unknown;
}

/** Runs the driven program under strace, from its start to its end. */
async function traced(planted: boolean): Promise<Outcome> {
  const folder = copySite(inject('site'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20 }));
  const { executablePath, app } = await launcher();
  const driver = join(folder, 'driver');
  mkdirSync(driver);
  copyFileSync(join(root, 'test', 'security', 'network', 'drive.cjs'), join(driver, 'drive.cjs'));
  writeFileSync(join(driver, 'package.json'), '{"name":"drive","productName":"Suimon","main":"drive.cjs"}');
  const report = join(folder, 'app', 'driven.json');
  const trace = join(folder, 'trace');
  const drive = {
    main: join(app, 'dist', 'main', 'main.cjs'),
    report,
    identifier: PEOPLE.officer.identifier,
    password: PASSWORD,
    planted,
  };
  const strace = ['-f', '--seccomp-bpf', '-e', 'trace=network', '-o', trace];
  const child = spawn('strace', [...strace, executablePath, driver, `--site-folder=${folder}`], {
    env: { ...process.env, SUIMON_DRIVE: JSON.stringify(drive) },
    stdio: 'ignore',
  });
  await new Promise((resolve) => child.once('close', resolve));
  const lines = readFileSync(trace, 'utf8').split('\n');
  return {
    calls: lines.filter((line) => INTERNET.test(line)),
    traced: lines.length,
    said: JSON.parse(readFileSync(report, 'utf8')),
  };
}

test.skipIf(!hasStrace)(
  'P6 a day at the door, with printers looked for, a PDF made and a hostile page, makes no internet connect, bind or send under strace',
  async () => {
    const { calls, traced: all, said } = await traced(false);
    expect(said).toMatchObject({
      done: {
        work: { inside: true, verified: 'verified' },
        sheets: { printers: true, pdf: '%PDF-' },
      },
    });
    expect(JSON.stringify(said)).not.toContain('went through');
    expect(calls).toEqual([]);
    expect(all).toBeGreaterThan(100);
  },
);

test.skipIf(!hasStrace)('P6 a planted connection is caught by the same trace', async () => {
  const { calls } = await traced(true);
  expect(calls).toHaveLength(1);
  expect(calls[0]).toContain('sin_port=htons(9)');
});
