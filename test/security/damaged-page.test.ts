import { closeSync, cpSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../main/trail/verification.ts';
import { unwritable } from '../../main/trail/unwritable.ts';
import { VaultFault } from '../../main/vault/fault.ts';
import { openLedger } from '../../main/vault/open-ledger.ts';
import { doorLedger } from '../faults/door-ledger.ts';
import { visitor } from '../faults/door-work.ts';
import { AREA, type DoorLedger } from '../faults/door-ledger.ts';
import { enter } from '../../main/entries/commands.ts';
import { sessionOn } from '../main/session.ts';

const PAGE = 4096;
const VISITS = 120;

let door: DoorLedger;
beforeAll(async () => {
  door = doorLedger(randomBytes(32));
  const ledger = openLedger(door.file, Buffer.from(door.key, 'hex'), 'write');
  const session = sessionOn(ledger, Date.now);
  for (let n = 0; n < VISITS; n += 1) {
    const reply = await session.change((db, now) => enter(db, visitor(AREA, String(n)), now));
    expect(reply.ok).toBe(true);
  }
  ledger.close();
});
afterAll(() => door.remove());

/** Turns one bit of a page over, in a copy of the ledger. */
function flipped(page: number, place: number): string {
  const file = join(dirname(door.file), `flipped-${page}.suimon`);
  cpSync(door.file, file);
  const handle = openSync(file, 'r+');
  const byte = Buffer.alloc(1);
  readSync(handle, byte, 0, 1, page * PAGE + place);
  writeSync(handle, Buffer.of((byte[0] ?? 0) ^ 0x10), 0, 1, page * PAGE + place);
  closeSync(handle);
  return file;
}

async function outcome(file: string): Promise<string> {
  try {
    const ledger = openLedger(file, Buffer.from(door.key, 'hex'), 'write');
    try {
      const verification = await verifyLedger(
        ledger,
        () => undefined,
        () => false,
      );
      return verification.state === 'broken' ? verification.first.kind : verification.state;
    } finally {
      ledger.close();
    }
  } catch (error) {
    if (error instanceof VaultFault) return error.fault;
    if (unwritable(error) === 'damaged') return 'damaged';
    throw error;
  }
}

describe('A2 one bit turned over', () => {
  it('in any page of the file is found, at the opening or by verification', async () => {
    expect(await outcome(door.file)).toBe('verified');
    const pages = statSync(door.file).size / PAGE;
    expect(pages).toBeGreaterThan(60);
    for (let page = 0; page < pages; page += 1) {
      const found = await outcome(flipped(page, (page * 97) % PAGE));
      expect(['ledger-damaged', 'file-damaged', 'damaged'], `page ${page}`).toContain(found);
    }
  }, 120_000);
});
