import { randomBytes, randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownHead } from '../../main/trail/append.ts';
import { storeCheckpoint } from '../../main/trail/checkpoints.ts';
import { entryHash } from '../../main/trail/entry.ts';
import { place } from '../../main/trail/place.ts';
import { verifyChain } from '../../main/trail/verify.ts';
import { row, rows, type WriteDb } from '../../main/vault/db.ts';
import { filler, SITE, type TestLedger, testLedger } from '../main/trail/ledger.ts';

const EDITS = process.env['SUIMON_FAULTS'] === 'long' ? 10_000 : 1_000;
const ENTRIES = 60;

let test: TestLedger;
let db: WriteDb;
beforeAll(() => {
  test = testLedger();
  db = test.ledger.write;
  test.write(
    Array.from({ length: ENTRIES - 1 }, (_, n) => filler(n)),
    2_000,
  );
  storeCheckpoint(db, test.sign, 3_000);
  for (const { name } of rows<{ name: string }>(
    db,
    "SELECT name FROM sqlite_schema WHERE type = 'trigger'",
  )) {
    db.exec(`DROP TRIGGER ${name}`);
  }
  db.exec('PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON');
});
afterAll(() => test.remove());

const hex = (bytes: Uint8Array) => `x'${Buffer.from(bytes).toString('hex')}'`;
const at = (seq: number) => place(1, seq);

interface Stored {
  readonly prev: Buffer;
  readonly payload: Buffer;
  readonly hash: Buffer;
  readonly bytes: Buffer;
}

function stored(seq: number): Stored {
  const found = row<Stored>(
    db,
    'SELECT prev, payload, hash, bytes FROM chain_entry JOIN chain_payload USING (place) WHERE place = ?',
    at(seq),
  );
  if (found === undefined) throw new Error(`no entry ${seq}`);
  return found;
}

/** The same bytes with one bit turned over. */
function turned(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const index = randomInt(copy.length);
  copy[index] = (copy[index] ?? 0) ^ (1 << randomInt(8));
  return copy;
}

/** Each kind of edit: its SQL for entry `seq`, and the first entry that verification has to name. */
const edits: readonly ((seq: number) => { readonly sql: string; readonly first: number })[] = [
  (seq) => ({
    sql: `UPDATE chain_payload SET bytes = ${hex(turned(stored(seq).bytes))} WHERE place = ${at(seq)}`,
    first: seq,
  }),
  (seq) => ({
    sql: `UPDATE chain_entry SET payload = ${hex(turned(stored(seq).payload))} WHERE place = ${at(seq)}`,
    first: seq,
  }),
  (seq) => ({
    sql: `UPDATE chain_entry SET prev = ${hex(turned(stored(seq).prev))} WHERE place = ${at(seq)}`,
    first: seq,
  }),
  (seq) => ({
    sql: `UPDATE chain_entry SET hash = ${hex(turned(stored(seq).hash))} WHERE place = ${at(seq)}`,
    first: seq,
  }),
  (seq) => ({ sql: `DELETE FROM chain_payload WHERE place = ${at(seq)}`, first: seq }),
  (seq) => ({ sql: `DELETE FROM chain_entry WHERE place = ${at(seq)}`, first: seq }),
  (seq) => ({
    sql: `DELETE FROM chain_entry WHERE place >= ${at(seq)}; DELETE FROM chain_payload WHERE place >= ${at(seq)}`,
    first: seq,
  }),
  (seq) => {
    const other = seq === ENTRIES ? seq - 1 : seq + 1;
    const [a, b] = [stored(seq).bytes, stored(other).bytes];
    return {
      sql: `UPDATE chain_payload SET bytes = ${hex(b)} WHERE place = ${at(seq)}; UPDATE chain_payload SET bytes = ${hex(a)} WHERE place = ${at(other)}`,
      first: Math.min(seq, other),
    };
  },
  (seq) => {
    const payload = randomBytes(32);
    const hash = entryHash(SITE, seq, stored(seq).prev, payload);
    return {
      sql: `UPDATE chain_entry SET payload = ${hex(payload)}, hash = ${hex(hash)} WHERE place = ${at(seq)}`,
      first: seq,
    };
  },
];

describe('U9 edits of the chain by somebody whom no trigger binds', () => {
  it(`are all found, and the first bad entry named, ${EDITS} times`, () => {
    for (let edit = 0; edit < EDITS; edit += 1) {
      const seq = randomInt(1, ENTRIES + 1);
      const kind = randomInt(edits.length);
      const chosen = edits[kind]?.(seq);
      if (chosen === undefined) throw new Error('no such edit');
      db.exec('BEGIN');
      db.exec(chosen.sql);
      const head = ownHead(db);
      if (head === undefined) throw new Error('no site');
      const steps = verifyChain(db, head);
      let step = steps.next();
      while (step.done !== true) step = steps.next();
      db.exec('ROLLBACK');
      expect(step.value, `edit ${kind} of entry ${seq}`).toMatchObject({
        sound: false,
        first: { seq: chosen.first },
      });
    }
  }, 600_000);
});
