import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCompareHandlers } from '../../main/trail/compare/handlers.ts';
import { ownHead } from '../../main/trail/append.ts';
import { originOf, writeCheckpoint } from '../../main/trail/checkpoint.ts';
import { notesUpTo, keyAt, keysOfSite, storeCheckpoint } from '../../main/trail/checkpoints.ts';
import { headAt } from '../../main/trail/queries.ts';
import { clearViews, replay } from '../../main/trail/replay.ts';
import { verifyLedger } from '../../main/trail/verification.ts';
import { newSignatureKey, signWith } from '../../main/vault/signatures.ts';
import { refuse } from '../../shared/kernel/result.ts';
import type { FileCompared } from '../../shared/trail/model.ts';
import { rewrite, unbind } from '../main/trail/forge.ts';
import { filler, SITE, type TestLedger, testLedger, written } from '../main/trail/ledger.ts';
import { sessionOn } from '../main/session.ts';

/** Checkpoints are made at every tenth entry; entry 25 is the one that is altered. */
const ALTERED = 25;
const SIZES = [10, 20, 30, 40];

let test: TestLedger;
/** What is kept elsewhere: the notes as they were, and the head of each size. */
let notes: readonly string[];
let heads: readonly (string | undefined)[];
let chosen: string | undefined;
const handlers = createCompareHandlers(() => Promise.resolve(chosen));
const session = () => sessionOn(test.ledger, () => 9_000);

beforeEach(() => {
  test = testLedger();
  let seq = 1;
  for (const size of SIZES) {
    test.write(
      Array.from({ length: size - seq }, (_, n) => filler(seq + n)),
      2_000,
    );
    seq = size;
    storeCheckpoint(test.ledger.write, test.sign, 2_000);
  }
  notes = [...notesUpTo(test.ledger.read, 40)];
  heads = Array.from({ length: 41 }, (_, size) => headAt(test.ledger.read, size));
  chosen = undefined;
});
afterEach(() => test.remove());

/** Alters one entry as somebody does who holds every key: chain, checkpoints and views are all made anew and fit. */
function rewriteAll(): void {
  const db = test.ledger.write;
  unbind(db);
  rewrite(db, SITE, ALTERED, (bytes) =>
    Buffer.from(bytes.toString('utf8').replace('"previous":', '"previous":7')),
  );
  db.exec('DELETE FROM chain_checkpoint');
  for (const size of SIZES) {
    const { algorithm, spki } = keyAt(keysOfSite(db), size);
    const head = { siteNo: 1, site: SITE, seq: size, hash: Buffer.from(headAt(db, size) ?? '', 'hex') };
    db.prepare('INSERT INTO chain_checkpoint (size, at, note) VALUES (?, 2000, ?)').run(
      size,
      writeCheckpoint(head, algorithm, spki, test.sign),
    );
  }
  clearViews(db);
  for (const _ of replay(db, db, 1, ownHead(db)?.seq ?? 0));
}

const slip = (size: number, head: string | undefined) =>
  handlers.compareSlip({ size: String(size), head: head ?? '' }, session());

async function file(texts: readonly string[]): Promise<FileCompared> {
  chosen = join(test.folder, 'checkpoints.txt');
  writeFileSync(chosen, texts.join('\n'));
  const reply = await handlers.compareFile({}, session());
  if (!reply.ok || reply.value === null) throw new Error(JSON.stringify(reply));
  return reply.value;
}

/** A checkpoint of the chain as it was, at any size, as somebody kept it. */
function keptNote(size: number): string {
  const { algorithm, spki } = keyAt(keysOfSite(test.ledger.read), size);
  const head = { siteNo: 1, site: SITE, seq: size, hash: Buffer.from(heads[size] ?? '', 'hex') };
  return writeCheckpoint(head, algorithm, spki, test.sign);
}

describe('U8 a chain that a holder of every key has rewritten with its checkpoints and views', () => {
  it('U8 verifies in itself, and differs from the slip kept elsewhere, which is recorded', async () => {
    expect(await slip(40, heads[40])).toMatchObject({ ok: true, value: { result: 'equal' } });
    rewriteAll();
    expect(
      await verifyLedger(
        test.ledger,
        () => undefined,
        () => false,
      ),
    ).toMatchObject({ state: 'verified', checkpoints: 4 });
    for (const head of [heads[40], heads[40]?.slice(0, 16)]) {
      expect(await slip(40, head)).toEqual({
        ok: true,
        value: {
          result: 'differs',
          size: 40,
          head,
          taken: [],
          ledgerSize: 41 + (head === heads[40] ? 0 : 1),
        },
      });
    }
    expect(written(test.ledger.read, 1)).toMatchObject([
      {
        type: 'trail.compared',
        data: { source: 'slip', size: 40, head: heads[40]?.slice(0, 16), result: 'differs' },
      },
    ]);
    expect(await slip(20, heads[20])).toMatchObject({ value: { result: 'equal' } });
  });

  it('U8 is narrowed by a file of checkpoints to the entries between the last that is equal and the first that differs', async () => {
    rewriteAll();
    expect(await file(notes)).toEqual({
      name: 'checkpoints.txt',
      ledgerSize: 40,
      notes: [10, 20, 30, 40].map((size) => ({
        size,
        head: heads[size],
        signature: 'holds',
        result: size < ALTERED ? 'equal' : 'differs',
      })),
      known: { equalUpTo: 20, bad: { first: 21, last: 30 }, contradictory: [] },
    });
    expect(written(test.ledger.read, 1)).toMatchObject([
      { type: 'trail.compared', data: { source: 'file', size: 30, head: heads[30], result: 'differs' } },
    ]);
  });

  it('U8 is named to the very entry where a checkpoint was kept of the entry before and of itself', async () => {
    const kept = [keptNote(ALTERED - 1), keptNote(ALTERED), ...notes];
    rewriteAll();
    expect((await file(kept)).known).toEqual({
      equalUpTo: ALTERED - 1,
      bad: { first: ALTERED, last: ALTERED },
      contradictory: [],
    });
  });

  it('U8 made anew under another site key shows the kept checkpoints as signed by another key', async () => {
    const other = newSignatureKey('ed25519');
    const db = test.ledger.write;
    unbind(db);
    rewrite(db, SITE, 2, (bytes) =>
      Buffer.from(bytes.toString('utf8').replace('"previous":', '"previous":7')),
    );
    db.prepare('UPDATE accounts_site_key SET key = ?').run(other.public.key);
    const found = await file(notes);
    expect(found.notes.map(({ signature, result }) => [signature, result])).toEqual(
      SIZES.map(() => ['other-key', 'differs']),
    );
    expect(found.known).toEqual({ equalUpTo: 0, contradictory: [] });
  });
});

describe('checkpoints that are of no use', () => {
  it('a note somebody altered is not counted, and is said to be wrongly signed', async () => {
    const forged = (notes[3] ?? '').replace('\n40\n', '\n39\n');
    const found = await file([notes[0] ?? '', forged]);
    expect(found.notes.map(({ size, signature }) => [size, signature])).toEqual([
      [10, 'holds'],
      [39, 'fails'],
    ]);
    expect(found.known).toEqual({ equalUpTo: 10, contradictory: [] });
  });

  it('a note of another site is signed by another key', async () => {
    const { public: key, privateKey } = newSignatureKey('ed25519');
    const sign = (bytes: Uint8Array) => ({
      algorithm: key.algorithm,
      value: signWith(key.algorithm, privateKey, bytes).toString('base64'),
    });
    const head = { siteNo: 1, site: 'elsewhere', seq: 5, hash: Buffer.alloc(32, 1) };
    const note = writeCheckpoint(head, 'ed25519', Buffer.from(key.key, 'base64'), sign);
    expect(note).toContain(originOf('elsewhere'));
    expect((await file([note])).notes).toMatchObject([{ signature: 'other-key', result: 'differs' }]);
  });

  it('a file without any, or that cannot be read, is refused by name, and nothing is recorded', async () => {
    chosen = join(test.folder, 'letter.txt');
    writeFileSync(chosen, 'no checkpoint here\n');
    expect(await handlers.compareFile({}, session())).toEqual(
      refuse('checkpoint-file-none', { detail: { name: 'letter.txt' } }),
    );
    chosen = join(test.folder, 'gone.txt');
    expect(await handlers.compareFile({}, session())).toEqual(
      refuse('checkpoint-file-unreadable', { detail: { name: 'gone.txt' } }),
    );
    chosen = undefined;
    expect(await handlers.compareFile({}, session())).toEqual({ ok: true, value: null });
    expect(written(test.ledger.read, 1)).toMatchObject([{ type: 'clock.anomaly' }]);
  });

  it('a slip beyond the end says so and how long the ledger is; one that cannot be read records nothing', async () => {
    expect(await slip(77, heads[40])).toEqual({
      ok: true,
      value: { result: 'beyond', size: 77, head: heads[40], taken: [], ledgerSize: 40 },
    });
    expect(await slip(40, 'abc')).toEqual(
      refuse('slip-head-too-short', { field: 'head', detail: { n: 3, least: 16 } }),
    );
    expect(written(test.ledger.read, 1)).toMatchObject([{ seq: 41, data: { result: 'beyond' } }]);
  });
});
