import { entryHash, payloadDigest } from '../../../main/trail/entry.ts';
import { place } from '../../../main/trail/place.ts';
import { row, rows, run, type WriteDb } from '../../../main/vault/db.ts';

/** What somebody does who holds the ledger's key and goes past the program: no trigger and no constraint binds them. */
export function unbind(db: WriteDb): void {
  for (const { name } of rows<{ name: string }>(
    db,
    "SELECT name FROM sqlite_schema WHERE type = 'trigger'",
  )) {
    db.exec(`DROP TRIGGER ${name}`);
  }
  db.exec('PRAGMA foreign_keys = OFF');
  db.exec('PRAGMA ignore_check_constraints = ON');
}

/** Gives entry `seq` another payload and makes every hash after it anew, so that the chain holds together again. */
export function rewrite(db: WriteDb, site: string, seq: number, payload: (bytes: Buffer) => Buffer): void {
  const last = row<{ seq: number }>(db, 'SELECT max(seq) AS seq FROM chain_entry')?.seq ?? 0;
  let prev = row<{ hash: Buffer }>(
    db,
    'SELECT hash FROM chain_entry WHERE place = ?',
    place(1, seq - 1),
  )?.hash;
  if (prev === undefined) throw new Error('no entry before');
  for (let at = seq; at <= last; at += 1) {
    const stored = row<{ bytes: Buffer }>(
      db,
      'SELECT bytes FROM chain_payload WHERE place = ?',
      place(1, at),
    );
    if (stored === undefined) throw new Error(`no payload ${at}`);
    const bytes = at === seq ? payload(stored.bytes) : stored.bytes;
    const digest = payloadDigest(bytes);
    const hash = entryHash(site, at, prev, digest);
    run(db, 'UPDATE chain_payload SET bytes = ? WHERE place = ?', bytes, place(1, at));
    run(
      db,
      'UPDATE chain_entry SET prev = ?, payload = ?, hash = ? WHERE place = ?',
      prev,
      digest,
      hash,
      place(1, at),
    );
    prev = hash;
  }
}
