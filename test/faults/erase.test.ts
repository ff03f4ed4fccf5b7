import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../main/trail/verification.ts';
import { row } from '../../main/vault/db.ts';
import { openLedger } from '../../main/vault/open-ledger.ts';
import type { NewSuimonEvent } from '../../shared/events.ts';
import { DAY, fiscalYear } from '../../shared/kernel/time.ts';
import { details, furnish, MONDAY, openDoor } from '../main/entries/door.ts';
import { temporaryFolder } from '../main/vault/fixture.ts';
import { bundled } from './bundled.ts';
import { runAndKill } from './kill.ts';

const KILLS = process.env['SUIMON_FAULTS'] === 'long' ? 200 : 8;
const VISITS = 1200;
const ERASED = VISITS / 2;

let child: string;
beforeAll(async () => {
  child = await bundled(new URL('erase-child.ts', import.meta.url).pathname);
}, 60_000);
afterAll(() => rmSync(dirname(child), { recursive: true, force: true }));

/** A closed ledger with a log of visitors and staff by turns, all of one fiscal year. */
async function logged(key: Buffer): Promise<{ readonly file: string; remove(): void }> {
  const door = openDoor(undefined, key);
  const { office } = await furnish(door);
  await door.append(
    Array.from(
      { length: VISITS },
      (_, index): NewSuimonEvent => ({
        type: 'visit.imported',
        version: 1,
        subject: `visit:01980000-0000-7000-9000-${index.toString().padStart(12, '0')}`,
        data: {
          details: details(office, { kind: index % 2 === 0 ? 'visitor' : 'staff', name: `来客${index}` }),
          enteredAt: MONDAY + index,
          exitedAt: null,
          exitRecorded: false,
          file: 'log.csv',
          sha256: '0'.repeat(64),
          row: index + 2,
        },
      }),
    ),
  );
  door.test.ledger.close();
  return { file: door.test.ledger.file, remove: () => door.remove() };
}

describe('F1 kill -9 at a random moment of an erasure, or while the file is written anew after it', () => {
  it(`leaves everything or nothing erased, and a ledger that verifies, ${KILLS} times`, async () => {
    const key = Buffer.alloc(32, 0x2e);
    const source = await logged(key);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const folder = temporaryFolder();
      const file = join(folder, 'ledger.suimon');
      copyFileSync(source.file, file);
      const args = [child, file, key.toString('hex'), String(fiscalYear(MONDAY)), String(MONDAY + DAY)];
      const { lines, errors } = await runAndKill(args, kill % 3 === 0 ? 2 : 1, 700);
      expect(errors).toBe('');
      const ledger = openLedger(file, key, 'write');
      const count = (table: string): number =>
        row<{ n: number }>(ledger.read, `SELECT count(*) AS n FROM ${table}`)?.n ?? -1;
      const gone = VISITS - count('entries_visit');
      expect([0, ERASED]).toContain(gone);
      expect(count('chain_entry') - count('chain_payload')).toBe(gone);
      if (lines.includes('erased')) expect(gone).toBe(ERASED);
      // Whatever was erased, opening has written the file anew.
      expect(count('trail_residue')).toBe(0);
      expect(
        await verifyLedger(
          ledger,
          () => undefined,
          () => false,
        ),
      ).toMatchObject({ state: 'verified' });
      ledger.close();
      expect(readdirSync(folder)).toEqual(['ledger.suimon']);
    }
    source.remove();
  }, 3_600_000);
});
