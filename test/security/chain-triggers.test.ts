import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rows, type WriteDb } from '../../main/vault/db.ts';
import type { Ledger } from '../../main/vault/ledger.ts';
import { addEntries, sampleLedger } from '../main/vault/sample-ledger.ts';

const P2 = 2 ** 40 + 2;
const HASH = `x'${'ab'.repeat(32)}'`;

const ATTACKS = [
  `UPDATE chain_entry SET hash = ${HASH} WHERE place = ${P2}`,
  'UPDATE chain_entry SET seq = seq + 1, place = place + 1',
  `UPDATE OR REPLACE chain_entry SET place = ${P2} WHERE place = ${P2 + 1}`,
  `DELETE FROM chain_entry WHERE place = ${P2}`,
  'DELETE FROM chain_entry',
  `INSERT OR REPLACE INTO chain_entry VALUES (${P2}, 1, 2, ${HASH}, ${HASH}, ${HASH})`,
  `REPLACE INTO chain_entry VALUES (${P2}, 1, 2, ${HASH}, ${HASH}, ${HASH})`,
  `INSERT INTO chain_entry VALUES (${P2}, 1, 2, ${HASH}, ${HASH}, ${HASH}) ON CONFLICT DO UPDATE SET hash = excluded.hash`,
  `INSERT INTO chain_entry VALUES (${2 ** 40 + 99}, 1, 99, ${HASH}, ${HASH}, ${HASH})`,
  `UPDATE chain_payload SET bytes = x'00' WHERE place = ${P2}`,
  `DELETE FROM chain_payload WHERE place = ${P2}`,
  'DELETE FROM chain_payload',
  `INSERT OR REPLACE INTO chain_payload VALUES (${P2}, x'00')`,
  `INSERT INTO chain_payload VALUES (${P2}, x'00') ON CONFLICT DO UPDATE SET bytes = excluded.bytes`,
  "UPDATE chain_checkpoint SET note = 'x'",
  'DELETE FROM chain_checkpoint',
  "INSERT OR REPLACE INTO chain_checkpoint VALUES (2, 0, 'x')",
  "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE type = 'trigger'",
];

const everything =
  'SELECT * FROM chain_entry LEFT JOIN chain_payload USING (place) LEFT JOIN chain_checkpoint ON size = seq';

describe('U7 the chain cannot be changed', () => {
  let ledger: Ledger;
  let before: unknown[];

  beforeAll(() => {
    ledger = sampleLedger();
    addEntries(ledger, 3, 'entry');
    ledger.write.exec("INSERT INTO chain_checkpoint VALUES (2, 0, 'note')");
    before = rows(ledger.read, everything);
  });

  afterAll(() => ledger.close());

  it.each(ATTACKS)('U7 through the connection that writes: %s', (attack) => {
    expect(() => ledger.write.exec(attack)).toThrow(
      /^chain: |UNIQUE constraint failed: chain_|may not be modified/u,
    );
    expect(rows(ledger.write, everything)).toEqual(before);
  });

  it('U7 through the connection that reads, by any statement', () => {
    for (const attack of ATTACKS.filter((text) => !text.startsWith('PRAGMA'))) {
      expect(() => ledger.read.prepare(attack).run()).toThrow('readonly');
    }
    expect(rows(ledger.read, everything)).toEqual(before);
  });

  it('U7 through a snapshot, even one told that it may write', () => {
    const snapshot = ledger.snapshot();
    const db: WriteDb = snapshot.db;
    db.exec('COMMIT; PRAGMA query_only = OFF');
    for (const attack of ATTACKS.filter((text) => !text.startsWith('PRAGMA'))) {
      expect(() => db.exec(attack)).toThrow('readonly');
    }
    snapshot.close();
    expect(rows(ledger.read, everything)).toEqual(before);
  });

  it('U7 in a scratch ledger as well', () => {
    const scratch = ledger.scratch();
    scratch.db.exec(`INSERT INTO chain_site VALUES (1, 'misaki', 1);
      INSERT INTO chain_entry VALUES (${2 ** 40 + 1}, 1, 1, ${HASH}, ${HASH}, ${HASH})`);
    expect(() => scratch.db.exec('DELETE FROM chain_entry')).toThrow('chain: delete');
    expect(() => scratch.db.exec(`UPDATE chain_entry SET hash = x'${'cd'.repeat(32)}'`)).toThrow(
      'chain: update',
    );
    scratch.close();
  });

  it('U7 lets go of the payloads that an erasure names and of no others, and takes none back', () => {
    const own = sampleLedger();
    addEntries(own, 4, 'entry');
    const db = own.write;
    const places = () =>
      rows<{ seq: number }>(db, 'SELECT place - 1099511627776 AS seq FROM chain_payload ORDER BY place').map(
        ({ seq }) => seq,
      );
    expect(places()).toEqual([1, 2, 3, 4]);
    db.exec(`INSERT INTO trail_erased VALUES (${P2}, ${P2 + 1}, ${P2 + 2})`);
    for (const attack of [
      'DELETE FROM chain_payload',
      `DELETE FROM chain_payload WHERE place = ${P2 - 1}`,
      `DELETE FROM chain_payload WHERE place = ${P2 + 2}`,
      `DELETE FROM chain_entry WHERE place = ${P2}`,
      `UPDATE chain_payload SET bytes = x'00' WHERE place = ${P2}`,
    ]) {
      expect(() => db.exec(attack), attack).toThrow(/^chain: (?:delete|update)$/u);
    }
    expect(places()).toEqual([1, 2, 3, 4]);
    db.exec(`DELETE FROM chain_payload WHERE place BETWEEN ${P2} AND ${P2 + 1}`);
    expect(places()).toEqual([1, 4]);
    expect(() => db.exec(`INSERT INTO chain_payload VALUES (${P2 + 1}, x'00')`)).toThrow('chain: erased');
    expect(() => db.exec(`INSERT OR REPLACE INTO chain_payload VALUES (${P2}, x'00')`)).toThrow(
      'chain: erased',
    );
    expect(places()).toEqual([1, 4]);
    own.close();
  });
});
