import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionContext } from '../../main/context.ts';
import { ownHead } from '../../main/trail/append.ts';
import { storeCheckpoint } from '../../main/trail/checkpoints.ts';
import { exportTrail } from '../../main/trail/export/run.ts';
import { ok } from '../../shared/kernel/result.ts';
import { sessionOn } from '../main/session.ts';
import { filler, type TestLedger, testLedger } from '../main/trail/ledger.ts';

/** A file system of 1 MiB in memory; undefined where this machine does not let us make one. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'suimon-test-export-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
}

const disk = smallDisk();
let test: TestLedger;
let session: SessionContext;

beforeAll(() => {
  test = testLedger();
  test.write(
    Array.from({ length: 600 }, (_, n) => filler(n)),
    2_000,
  );
  let now = 3_000;
  session = sessionOn(test.ledger, () => (now += 60_000), undefined, {
    checkpoint: () => {
      storeCheckpoint(test.ledger.write, test.sign, 2_500);
      return Promise.resolve(ok(null));
    },
  });
});
afterAll(() => {
  test.remove();
  if (disk === undefined) return;
  execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

describe.skipIf(disk === undefined)(
  'F3 an export onto a disk without room (skipped: no right to mount one)',
  () => {
    it('F3 wherever the room ends, it is refused and leaves nothing, and is not recorded; with room it is whole', async () => {
      const parent = disk ?? '';
      const outcomes: string[] = [];
      for (let free = 0; free <= 440; free += 20) {
        const full = join(parent, 'filler');
        writeFileSync(full, Buffer.alloc((1024 - free - 4) * 1024));
        const before = ownHead(test.ledger.read)?.seq ?? 0;
        const result = await exportTrail(session, parent, [], {
          progress: () => undefined,
          cancelled: () => false,
        });
        const after = ownHead(test.ledger.read)?.seq ?? 0;
        const left = readdirSync(parent).filter((name) => name !== 'filler');
        if (result.ok && result.value.state === 'done') {
          expect(left).toEqual([result.value.folder.slice(parent.length + 1)]);
          expect(readdirSync(result.value.folder)).toHaveLength(5);
          expect(after).toBe(before + 1);
          outcomes.push('done');
        } else {
          expect(result, `${free} KiB free`).toEqual({
            ok: false,
            refusal: { code: 'export-disk-full', detail: { folder: parent } },
          });
          expect(left).toEqual([]);
          expect(after).toBe(before);
          outcomes.push('refused');
        }
        for (const name of readdirSync(parent)) rmSync(join(parent, name), { recursive: true });
      }
      expect(outcomes.slice(0, 3)).toEqual(['refused', 'refused', 'refused']);
      expect(outcomes.at(-1)).toBe('done');
      expect(outcomes.lastIndexOf('refused')).toBeLessThan(outcomes.indexOf('done'));
    });
  },
);
