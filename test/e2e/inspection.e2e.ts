import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { asking } from '../main/media/requests-desk.ts';
import { chooseNext, someSite, start } from './harness.ts';
import { PASSWORD, PEOPLE } from './site.ts';
import * as steps from './steps.ts';

/** A drive that the account of the program can read. */
function drive(): string {
  const folder = mkdtempSync(join(tmpdir(), 'suimon-drive-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, '図面'));
  for (let n = 0; n < 300; n += 1) writeFileSync(join(folder, '図面', `${n}.txt`), String(n));
  return folder;
}

test('the packaged program reads a drive in a thread of its own: what the system’s dialog chose, told as it goes, kept whole', async () => {
  const program = await start(someSite());
  const { page } = program;
  await steps.signIn(page, { identifier: PEOPLE.officer.identifier, password: PASSWORD });
  const folder = drive();
  await chooseNext(program, folder);
  const now = Date.now();
  const form = asking('', {
    from: now - 3_600_000,
    until: now + 86_400_000,
    organisation: '',
    bearer: '責任者',
  });
  const found = await page.evaluate(async (details) => {
    const { suimon } = window;
    if (suimon === undefined) throw new Error('no bridge');
    const value = <T>(reply: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
      if (!reply.ok) throw new Error(reply.refusal.code);
      return reply.value;
    };
    const [area] = value(await suimon.entries.areas({}));
    if (area === undefined) throw new Error('no area');
    const told: number[] = [];
    suimon.on('media', 'inspecting', ({ files }) => told.push(files));
    const { id } = value(await suimon.media.submit({ details: { ...details, areaId: area.id } }));
    const chosen = value(await suimon.media.chooseDrive({}));
    const listing = value(
      await suimon.media.listContents({ requestId: id, way: 'entry', folder: chosen?.id ?? '' }),
    );
    const files = value(await suimon.media.listing({ listingId: listing?.id ?? '', offset: 0, limit: 1 }));
    const inspection = value(await suimon.media.inspection({ requestId: id }));
    return { chosen, listing, first: files.rows[0], told, missing: inspection.missing.entry };
  }, form);
  expect(found.chosen?.path).toBe(folder);
  expect(found.listing).toMatchObject({ files: 300, problems: 0, source: folder, way: 'entry' });
  expect(found.first).toMatchObject({
    path: '図面/0.txt',
    size: 1,
    sha256: createHash('sha256').update('0').digest('hex'),
  });
  expect(found.told.length).toBeGreaterThan(0);
  expect(found.missing).toEqual(['check-missing']);
});
