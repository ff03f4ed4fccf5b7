import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownHead } from '../../../main/trail/append.ts';
import { storeCheckpoint } from '../../../main/trail/checkpoints.ts';
import { entryHash, payloadDigest } from '../../../main/trail/entry.ts';
import { place } from '../../../main/trail/place.ts';
import { verifyLedger } from '../../../main/trail/verification.ts';
import { rows } from '../../../main/vault/db.ts';
import { filler, SITE, type TestLedger, testLedger } from './ledger.ts';

const ENTRIES = 40;

let test: TestLedger;
beforeEach(() => {
  test = testLedger();
  test.write(
    Array.from({ length: ENTRIES - 1 }, (_, n) => filler(n)),
    2_000,
  );
});
afterEach(() => test.remove());

const verify = () =>
  verifyLedger(
    test.ledger,
    () => undefined,
    () => false,
  );

/** What somebody does who holds the key and goes past the program: the triggers do not bind him. */
function forge(sql: string): void {
  const db = test.ledger.write;
  for (const { name } of rows<{ name: string }>(
    db,
    "SELECT name FROM sqlite_schema WHERE type = 'trigger'",
  )) {
    db.exec(`DROP TRIGGER ${name}`);
  }
  db.exec('PRAGMA foreign_keys = OFF');
  db.exec('PRAGMA ignore_check_constraints = ON');
  db.exec(sql);
}

const at = (seq: number) => place(1, seq);

function checkpoint(): void {
  storeCheckpoint(test.ledger.write, test.sign, 3_000);
}

describe('verification of a chain that nobody touched', () => {
  it('names its size and head, the checkpoints it holds, and compares the views', async () => {
    checkpoint();
    const head = ownHead(test.ledger.read)?.hash.toString('hex');
    expect(await verify()).toEqual({
      state: 'verified',
      size: ENTRIES,
      head,
      checkpoints: 1,
      viewsCompared: true,
    });
  });

  it('sees the ledger as it was when it began, while others go on writing', async () => {
    let written = false;
    const verification = await verifyLedger(
      test.ledger,
      () => {
        if (written) return;
        written = true;
        test.write([filler(99)], 4_000);
      },
      () => false,
    );
    expect(written).toBe(true);
    expect(verification).toMatchObject({ state: 'verified', size: ENTRIES });
  });

  it('stops when it is told to', async () => {
    expect(
      await verifyLedger(
        test.ledger,
        () => undefined,
        () => true,
      ),
    ).toEqual({
      state: 'cancelled',
      verifiedUpTo: ENTRIES,
    });
  });
});

describe('U9 a chain that somebody altered', () => {
  it.each([
    [
      'a payload edited',
      `UPDATE chain_payload SET bytes = CAST(bytes || x'20' AS BLOB) WHERE place = ${at(7)}`,
      7,
      'wrong-payload',
    ],
    ['a payload removed', `DELETE FROM chain_payload WHERE place = ${at(7)}`, 7, 'payload-missing'],
    [
      'a payload put in the place of another',
      `UPDATE chain_payload SET bytes = (SELECT bytes FROM chain_payload WHERE place = ${at(8)}) WHERE place = ${at(7)}`,
      7,
      'wrong-payload',
    ],
    [
      'an entry edited',
      `UPDATE chain_entry SET payload = zeroblob(32) WHERE place = ${at(7)}`,
      7,
      'wrong-hash',
    ],
    ['a hash edited', `UPDATE chain_entry SET hash = zeroblob(32) WHERE place = ${at(7)}`, 7, 'wrong-hash'],
    [
      'an entry hung elsewhere',
      `UPDATE chain_entry SET prev = zeroblob(32) WHERE place = ${at(7)}`,
      7,
      'wrong-previous',
    ],
    ['an entry removed', `DELETE FROM chain_entry WHERE place = ${at(7)}`, 7, 'missing-entry'],
    [
      'an entry removed and the rest moved up',
      `DELETE FROM chain_entry WHERE place = ${at(7)}; DELETE FROM chain_payload WHERE place = ${at(7)};
       UPDATE chain_entry SET place = place - 1, seq = seq - 1 WHERE place > ${at(7)};
       UPDATE chain_payload SET place = place - 1 WHERE place > ${at(7)}`,
      7,
      'wrong-previous',
    ],
    [
      'the last entry doubled',
      `INSERT INTO chain_entry SELECT place + 1, site, seq + 1, prev, payload, hash FROM chain_entry WHERE place = ${at(ENTRIES)};
       INSERT INTO chain_payload SELECT place + 1, bytes FROM chain_payload WHERE place = ${at(ENTRIES)}`,
      ENTRIES + 1,
      'wrong-previous',
    ],
  ])('%s is found, and the first bad entry named', async (_, sql, seq, kind) => {
    forge(sql);
    expect(await verify()).toMatchObject({ state: 'broken', first: { seq, kind } });
  });

  it('a chain cut short behind a checkpoint is found', async () => {
    checkpoint();
    forge(
      `DELETE FROM chain_payload WHERE place > ${at(30)}; DELETE FROM chain_entry WHERE place > ${at(30)}`,
    );
    expect(await verify()).toEqual({
      state: 'broken',
      first: { seq: 31, kind: 'shorter-than-checkpoint' },
      verifiedUpTo: 30,
    });
  });

  it('a checkpoint with another signature is found', async () => {
    checkpoint();
    forge(
      "UPDATE chain_checkpoint SET note = replace(note, '— suimon/test-site ', '— suimon/test-site AAAA')",
    );
    expect(await verify()).toMatchObject({
      state: 'broken',
      first: { seq: ENTRIES, kind: 'checkpoint-signature' },
    });
  });
});

describe('U8 a key holder who rewrites the chain from some entry on', () => {
  it('differs from the checkpoint made before', async () => {
    checkpoint();
    const stored = rows<{ seq: number; prev: Buffer; payload: Buffer }>(
      test.ledger.read,
      'SELECT seq, prev, payload FROM chain_entry WHERE seq >= 20 ORDER BY seq',
    );
    const forged = Buffer.from('{"forged":true}');
    let prev = stored[0]?.prev ?? Buffer.alloc(32);
    const statements = stored.map(({ seq, payload }) => {
      const digest = seq === 20 ? payloadDigest(forged) : payload;
      const hash = entryHash(SITE, seq, prev, digest);
      const statement = `UPDATE chain_entry SET prev = x'${prev.toString('hex')}', payload = x'${digest.toString('hex')}',
        hash = x'${hash.toString('hex')}' WHERE place = ${at(seq)}`;
      prev = hash;
      return statement;
    });
    forge(
      [
        `UPDATE chain_payload SET bytes = x'${forged.toString('hex')}' WHERE place = ${at(20)}`,
        ...statements,
      ].join(';'),
    );
    expect(await verify()).toEqual({
      state: 'broken',
      first: { seq: ENTRIES, kind: 'checkpoint-differs' },
      verifiedUpTo: ENTRIES,
    });
  });
});

describe('A3 views that do not follow from the chain', () => {
  it('are found by comparing them with a replay, and the table is named', async () => {
    forge("UPDATE accounts_site SET name = 'another'");
    expect(await verify()).toMatchObject({
      state: 'broken',
      first: { kind: 'views-differ', table: 'accounts_site' },
    });
  });

  it('a row too many is found', async () => {
    forge("INSERT INTO trail_subject (subject, place) VALUES ('visit:x', 1)");
    expect(await verify()).toMatchObject({ state: 'broken', first: { table: 'trail_subject' } });
  });
});
