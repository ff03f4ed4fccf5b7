import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The commands that the manual gives for verifying a form without this program: the first block, and the one for the request. */
export function commandsOfManual(): readonly [string, string] {
  const manual = readFileSync(join('resources', 'manual', 'ja', '09-baitai.md'), 'utf8');
  const [verify = '', request = ''] = [...manual.matchAll(/```sh\n(.*?)```/gsu)].map(
    ({ 1: script = '' }) => script,
  );
  if (!verify.includes('openssl pkeyutl') || !request.includes('openssl dgst'))
    throw new Error('the manual has no commands');
  return [verify, request];
}

/** What Debian's openssl says of a text in `form.txt`, by the commands of the manual. */
export function opensslSays(text: string): {
  readonly verified: boolean;
  readonly signed: string;
  readonly said: string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'suimon-form-'));
  try {
    writeFileSync(join(folder, 'form.txt'), text);
    const [verify] = commandsOfManual();
    const { stdout, stderr } = spawnSync('sh', ['-c', verify], { cwd: folder, encoding: 'utf8' });
    const said = `${stdout}${stderr}`;
    return {
      verified: stdout.includes('Signature Verified Successfully'),
      signed: readFileSync(join(folder, 'signed.bin'), 'utf8'),
      said,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The digest of what is asked, and the one that was signed, by the commands of the manual. */
export function digestsOf(text: string): { readonly asked: string; readonly signed: string } {
  const folder = mkdtempSync(join(tmpdir(), 'suimon-form-'));
  try {
    writeFileSync(join(folder, 'form.txt'), text);
    const said = execFileSync('sh', ['-c', commandsOfManual().join('\n')], { cwd: folder, encoding: 'utf8' });
    return {
      asked: /([0-9a-f]{64}) \*request\.json$/mu.exec(said)?.[1] ?? '',
      signed: /^"digest":"([0-9a-f]{64})"$/mu.exec(said)?.[1] ?? '',
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
