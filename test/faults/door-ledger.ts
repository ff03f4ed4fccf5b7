import { expect } from 'vitest';
import { verifyLedger } from '../../main/trail/verification.ts';
import { row } from '../../main/vault/db.ts';
import { openLedger } from '../../main/vault/open-ledger.ts';
import { testLedger } from '../main/trail/ledger.ts';

export const AREA = '01990000-0000-7000-8000-0000000000aa';

export interface DoorLedger {
  readonly file: string;
  /** The ledger's key, hex. */
  readonly key: string;
  remove(): void;
}

/** A closed ledger with one area without rules, for processes that log visitors. */
export function doorLedger(key: Buffer): DoorLedger {
  const test = testLedger(key);
  test.write(
    [
      {
        type: 'area.defined',
        version: 1,
        subject: `area:${AREA}`,
        data: {
          name: '事務室',
          reading: '',
          level: 1,
          escort: 'nobody',
          badge: false,
          identity: false,
          guidance: '',
        },
      },
    ],
    Date.now(),
  );
  test.ledger.close();
  return { file: test.ledger.file, key: key.toString('hex'), remove: () => test.remove() };
}

/**
 * Opens the ledger as the next start of the program does and asserts that everything acknowledged (`in <id>`, `out <id>`)
 * is there; with `verify` also that chain and views are whole. Answers how many acknowledgements it found.
 */
export async function expectKept(
  door: DoorLedger,
  acknowledged: readonly string[],
  verify: boolean,
): Promise<number> {
  const ledger = openLedger(door.file, Buffer.from(door.key, 'hex'), 'write');
  try {
    const kept = acknowledged.filter((line) => line.startsWith('in ') || line.startsWith('out '));
    for (const line of kept) {
      const [what, id] = line.split(' ');
      const state = row<{ state: string }>(
        ledger.read,
        'SELECT state FROM entries_visit WHERE id = ?',
        id,
      )?.state;
      expect(what === 'in' ? ['inside', 'left'] : ['left'], line).toContain(state);
    }
    if (verify) {
      expect(
        await verifyLedger(
          ledger,
          () => undefined,
          () => false,
        ),
      ).toMatchObject({ state: 'verified' });
    }
    return kept.length;
  } finally {
    ledger.close();
  }
}

/** How many visits the ledger holds. */
export function visitsIn(door: DoorLedger): number {
  const ledger = openLedger(door.file, Buffer.from(door.key, 'hex'), 'write');
  try {
    return row<{ n: number }>(ledger.read, 'SELECT count(*) AS n FROM entries_visit')?.n ?? 0;
  } finally {
    ledger.close();
  }
}
