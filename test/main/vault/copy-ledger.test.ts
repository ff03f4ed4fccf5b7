import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ok, type Reply } from '../../../shared/kernel/result.ts';
import { Turns } from '../../../main/turns.ts';
import { openConnection, pagesAreSound } from '../../../main/vault/connection.ts';
import { compact } from '../../../main/vault/compact.ts';
import { copyLedger, type CopyOptions } from '../../../main/vault/copy-ledger.ts';
import { VaultFault } from '../../../main/vault/fault.ts';
import { connectionsOf } from '../../../main/vault/handles.ts';
import type { Ledger } from '../../../main/vault/ledger.ts';
import { openLedger } from '../../../main/vault/open-ledger.ts';
import type { LedgerEncryption } from '../../../shared/accounts/policy.ts';
import { PAGE, PageCodec } from '../../../main/vault/page-codec.ts';
import { SHA256, SHA512 } from './encryptions.ts';
import {
  addEntries,
  addEntry,
  entriesWithoutGap,
  integrity,
  sampleKey,
  sampleLedger,
} from './sample-ledger.ts';

const newKey = randomBytes(32);

/** Copies beside the ledger, whose writer is the test's own. */
async function copy(
  ledger: Ledger,
  over: Partial<CopyOptions<null>> = {},
): Promise<{ readonly target: string; readonly reply: Reply<null> }> {
  const turns = new Turns();
  const target = join(dirname(ledger.file), 'copy');
  const reply = await copyLedger<null>({
    ledger,
    target,
    progress: () => undefined,
    cancelled: () => false,
    inStillness: (work) => turns.take(work),
    whenWhole: async () => null,
    ...over,
  });
  return { target, reply };
}

function emptied(ledger: Ledger): Buffer {
  connectionsOf(ledger).writer.pragma('wal_checkpoint(TRUNCATE)');
  return readFileSync(ledger.file);
}

function entriesIn(file: string, key: Uint8Array): number {
  const opened = openLedger(file, key, 'write');
  try {
    expect(integrity(opened)).toBe('ok');
    return entriesWithoutGap(opened);
  } finally {
    opened.close();
  }
}

describe('copying an open ledger', () => {
  it('under the same key gives the same bytes, and leaves nothing beside them', async () => {
    const ledger = sampleLedger();
    addEntries(ledger, 2000, 'x'.repeat(300));
    const { target, reply } = await copy(ledger);
    expect(reply).toEqual(ok(null));
    expect(readFileSync(target).equals(emptied(ledger))).toBe(true);
    expect(readdirSync(dirname(target)).filter((name) => name.startsWith('copy'))).toEqual(['copy']);
    ledger.close();
    expect(entriesIn(target, sampleKey)).toBe(2000);
  });

  it('A10 under another key: opens with it, every page sound, and with the old one no more', async () => {
    const ledger = sampleLedger();
    addEntries(ledger, 2000, 'y'.repeat(300));
    const { target, reply } = await copy(ledger, { newKey });
    expect(reply).toEqual(ok(null));
    const before = emptied(ledger);
    const after = readFileSync(target);
    expect(after.length).toBe(before.length);
    for (let at = 0; at < before.length; at += PAGE) {
      expect(after.subarray(at, at + PAGE).equals(before.subarray(at, at + PAGE))).toBe(false);
    }
    expect(after.subarray(0, 16).equals(before.subarray(0, 16))).toBe(false);
    ledger.close();
    const db = openConnection(target, newKey, 'alone');
    expect(pagesAreSound(db)).toBe(true);
    db.close();
    expect(() => openConnection(target, sampleKey, 'alone')).toThrow(
      new VaultFault('ledger-damaged', target),
    );
    expect(entriesIn(target, newKey)).toBe(2000);
  });

  it.each([
    ['the same key', undefined],
    ['another key', newKey],
  ])('under %s holds all that was written while it was made, also by checkpoints', async (_name, key) => {
    const ledger = sampleLedger();
    addEntries(ledger, 3000, 'z'.repeat(400));
    let seq = 3000;
    const { target, reply } = await copy(ledger, {
      ...(key && { newKey: key }),
      progress() {
        for (let n = 0; n < 5; n += 1) addEntry(ledger, (seq += 1), `during ${seq} ${'w'.repeat(500)}`);
        if (seq % 3 === 0) connectionsOf(ledger).writer.pragma('wal_checkpoint(PASSIVE)');
      },
    });
    expect(reply).toEqual(ok(null));
    expect(seq).toBeGreaterThan(3050);
    ledger.close();
    expect(entriesIn(target, key ?? sampleKey)).toBe(seq);
  });

  it('tells how many bytes of how many are done, to the last', async () => {
    const ledger = sampleLedger();
    addEntries(ledger, 1000, 'p'.repeat(500));
    const size = emptied(ledger).length;
    const told: (readonly [number, number])[] = [];
    await copy(ledger, { progress: (done, total) => told.push([done, total]) });
    expect(told.length).toBe(2 * Math.ceil(size / PAGE / 64));
    expect(told.every(([done], index) => done > (told[index - 1]?.[0] ?? 0))).toBe(true);
    expect(told.at(-1)).toEqual([2 * size, 2 * size]);
    ledger.close();
  });

  it('cancelled after any slice leaves nothing, and the ledger as it was', async () => {
    const ledger = sampleLedger();
    addEntries(ledger, 1000, 'c'.repeat(500));
    const before = emptied(ledger);
    const slices = Math.ceil(before.length / PAGE / 64);
    for (let stop = 1; stop <= 3 * slices; stop += 1) {
      let asked = 0;
      const { target, reply } = await copy(ledger, { newKey, cancelled: () => (asked += 1) === stop });
      expect(reply).toEqual({ ok: false, refusal: { code: 'cancelled' } });
      expect(existsSync(target)).toBe(false);
    }
    expect(emptied(ledger).equals(before)).toBe(true);
    ledger.close();
  });

  it('while a verification reads an earlier state is refused as busy, and leaves nothing', async () => {
    const ledger = sampleLedger();
    addEntry(ledger, 1, 'one');
    const snapshot = ledger.snapshot();
    addEntry(ledger, 2, 'two');
    const { target, reply } = await copy(ledger);
    expect(reply).toEqual({ ok: false, refusal: { code: 'busy' } });
    expect(existsSync(target)).toBe(false);
    snapshot.close();
    expect((await copy(ledger)).reply).toEqual(ok(null));
    ledger.close();
  });

  it('whose ledger is closed before the end, as by a rotation, is refused as busy, and leaves nothing', async () => {
    const ledger = sampleLedger();
    addEntries(ledger, 200, 'r'.repeat(500));
    const { target, reply } = await copy(ledger, {
      inStillness: (work) => {
        ledger.close();
        return work();
      },
    });
    expect(reply).toEqual({ ok: false, refusal: { code: 'busy' } });
    expect(existsSync(target)).toBe(false);
  });

  it('leaves a file that stands under the target alone', async () => {
    const ledger = sampleLedger();
    addEntry(ledger, 1, 'one');
    const target = join(dirname(ledger.file), 'copy');
    writeFileSync(target, 'kept');
    await expect(copy(ledger)).rejects.toThrow('EEXIST');
    expect(readFileSync(target, 'utf8')).toBe('kept');
    ledger.close();
  });

  it('A2 a bit flipped in any page is met, whatever the page is for; no copy is left and the ledger is not touched', async () => {
    const made = sampleLedger();
    addEntries(made, 200, 'd'.repeat(500));
    made.close();
    const whole = readFileSync(made.file);
    for (let page = 1; page < whole.length / PAGE; page += 1) {
      const flipped = Buffer.from(whole);
      const at = page * PAGE + ((page * 977) % PAGE);
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << (page % 8)), at);
      writeFileSync(made.file, whole);
      const ledger = openLedger(made.file, sampleKey, 'write');
      writeFileSync(made.file, flipped);
      const target = join(dirname(made.file), 'copy');
      await expect(copy(ledger), `page ${page + 1}`).rejects.toThrow(
        new VaultFault('ledger-damaged', made.file),
      );
      expect(existsSync(target)).toBe(false);
      expect(readFileSync(made.file).equals(flipped)).toBe(true);
      ledger.close();
    }
  });
});

/** A byte of the header that SQLite keeps in a ledger file: how many bytes of each page it leaves free. */
function reservedIn(file: string, key: Uint8Array, encryption: LedgerEncryption): number | undefined {
  const page = readFileSync(file).subarray(0, PAGE);
  const codec = new PageCodec(key, page.subarray(0, 16), encryption);
  try {
    expect(codec.isGenuine(page, 1)).toBe(true);
    return codec.open(page, 1)[20 - 16];
  } finally {
    codec.close();
  }
}

describe.each([
  [SHA512, SHA256],
  [SHA256, SHA512],
] as const)('copying an open ledger from %s to %s', (from, to) => {
  it('holds all that was written before and meanwhile; opens in the new one alone, and goes back the same way', async () => {
    const ledger = sampleLedger(from);
    addEntries(ledger, 3000, 'm'.repeat(400));
    let seq = 3000;
    const { target, reply } = await copy(ledger, {
      newKey,
      newEncryption: to,
      progress() {
        for (let n = 0; n < 5; n += 1) addEntry(ledger, (seq += 1), `during ${seq} ${'w'.repeat(500)}`);
        if (seq % 3 === 0) connectionsOf(ledger).writer.pragma('wal_checkpoint(PASSIVE)');
      },
    });
    expect(reply).toEqual(ok(null));
    expect(seq).toBeGreaterThan(3050);
    ledger.close();
    expect(() => openConnection(target, newKey, 'alone', from)).toThrow(
      new VaultFault('ledger-damaged', target),
    );
    const db = openConnection(target, newKey, 'alone', to);
    expect(pagesAreSound(db)).toBe(true);
    db.close();

    const moved = openLedger(target, newKey, 'write', to);
    expect(integrity(moved)).toBe('ok');
    expect(entriesWithoutGap(moved)).toBe(seq);
    addEntry(moved, seq + 1, 'written in the new one');
    const back = `${target}-back`;
    expect((await copy(moved, { target: back, newKey: sampleKey, newEncryption: from })).reply).toEqual(
      ok(null),
    );
    moved.close();
    const again = openLedger(back, sampleKey, 'write', from);
    expect(integrity(again)).toBe('ok');
    expect(entriesWithoutGap(again)).toBe(seq + 1);
    again.close();
  });

  it('leaves the same room free on every page: made, copied, or written anew without what was erased', async () => {
    const ledger = sampleLedger(from);
    addEntries(ledger, 500, 'r'.repeat(300));
    emptied(ledger);
    expect(reservedIn(ledger.file, sampleKey, from)).toBe(80);
    const { target, reply } = await copy(ledger, { newKey, newEncryption: to });
    expect(reply).toEqual(ok(null));
    ledger.close();
    expect(reservedIn(target, newKey, to)).toBe(80);
    const db = openConnection(target, newKey, 'write', to);
    db.exec(
      'CREATE TABLE gone (a TEXT); INSERT INTO gone SELECT hex(randomblob(500)) FROM chain_entry; DROP TABLE gone',
    );
    const before = readFileSync(target).length;
    const fresh = compact(db, newKey);
    expect(pagesAreSound(fresh)).toBe(true);
    fresh.close();
    expect(readFileSync(target).length).toBeLessThanOrEqual(before);
    expect(reservedIn(target, newKey, to)).toBe(80);
  });

  it('gives snapshots and scratch ledgers that work, in its own encryption', () => {
    const ledger = sampleLedger(to);
    addEntries(ledger, 10, 'entry');
    const snapshot = ledger.snapshot();
    addEntry(ledger, 11, 'later');
    expect(snapshot.db.prepare('SELECT count(*) AS n FROM chain_entry').get()).toEqual({ n: 10 });
    const scratch = ledger.scratch();
    scratch.db.exec("INSERT INTO chain_site VALUES (1, 'misaki', 1)");
    for (const { db } of [snapshot, scratch]) {
      const digest = to === SHA512 ? '2' : '1';
      expect(Object.values(db.prepare('PRAGMA hmac_algorithm').get() ?? {})).toEqual([digest]);
    }
    ledger.close();
  });
});
