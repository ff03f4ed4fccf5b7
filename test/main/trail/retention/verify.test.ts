import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownHead } from '../../../../main/trail/append.ts';
import { place } from '../../../../main/trail/place.ts';
import { erasures } from '../../../../main/trail/retention/queries.ts';
import { entries } from '../../../../main/trail/queries.ts';
import { verifyLedger } from '../../../../main/trail/verification.ts';
import { rows } from '../../../../main/vault/db.ts';
import { fiscalYear } from '../../../../shared/kernel/time.ts';
import { decodeRuns, encodeRuns } from '../../../../shared/trail/retention/runs.ts';
import {
  details,
  type Door,
  entering,
  FIRST,
  furnish,
  leaving,
  MONDAY,
  openDoor,
} from '../../entries/door.ts';
import { SITE } from '../ledger.ts';
import { CONFIRMER, officers, type Officers } from './eraser.ts';

const target = { ledger: 'entries', kind: 'visitor', fiscalYear: fiscalYear(MONDAY) } as const;

let door: Door;
let pair: Officers;
/** The entries after those of {@link furnish} and two accounts: a staff visit between those of two visitors, in and out. */
const A = FIRST + 2;
const ERASURE = A + 8;

beforeEach(async () => {
  door = openDoor();
  const { office } = await furnish(door);
  pair = officers(door.test, door.now);
  for (const kind of ['visitor', 'staff', 'visitor'] as const) {
    const { ids } = await door.did(
      'enter',
      entering(details(office, { kind, name: kind }), { anotherPerson: true }),
    );
    await door.did('leave', leaving(ids[0] ?? '', { badgeReturned: false }));
  }
});
afterEach(() => door.remove());

const verify = () =>
  verifyLedger(
    door.test.ledger,
    () => undefined,
    () => false,
  );

/** What somebody does who holds the key and goes past the program: the triggers do not bind him. */
function forge(sql: string): void {
  const db = door.test.ledger.write;
  for (const { name } of rows<{ name: string }>(
    db,
    "SELECT name FROM sqlite_schema WHERE type = 'trigger'",
  )) {
    db.exec(`DROP TRIGGER ${name}`);
  }
  db.exec('PRAGMA foreign_keys = OFF');
  db.exec(sql);
}

describe('a chain of which payloads were erased', () => {
  it('still verifies, names what went as stretches, and keeps every entry', async () => {
    const [event] = pair.erase(target, door.now);
    expect(event).toMatchObject({
      type: 'payloads.erased',
      data: { ...target, subjects: 2, entries: 4, part: 1, parts: 1, proposal: expect.any(String) },
    });
    expect(event?.type === 'payloads.erased' && decodeRuns(event.data.runs)).toEqual([
      { first: A, last: A + 1 },
      { first: A + 4, last: A + 5 },
    ]);
    expect(await verify()).toMatchObject({ state: 'verified', size: ERASURE, viewsCompared: true });
    expect(ownHead(door.test.ledger.read)?.seq).toBe(ERASURE);
  });

  it('says of each erased entry when, by whom and for which year, and goes on telling of the others', async () => {
    pair.erase(target, door.now);
    const found = entries(door.test.ledger.read, {}, undefined, 9);
    expect(found.map(({ seq, type, erased }) => [seq, type, erased?.seq])).toEqual([
      [ERASURE, 'payloads.erased', undefined],
      [ERASURE - 1, 'proposal.confirmed', undefined],
      [ERASURE - 2, 'proposal.made', undefined],
      [A + 5, 'erased', ERASURE],
      [A + 4, 'erased', ERASURE],
      [A + 3, 'visit.left', undefined],
      [A + 2, 'visit.entered', undefined],
      [A + 1, 'erased', ERASURE],
      [A, 'erased', ERASURE],
    ]);
    expect(found[3]).toMatchObject({
      erased: { at: door.now, ...target, proposedBy: '長谷 一', confirmedBy: '長谷 二' },
    });
    expect(erasures(door.test.ledger.read, 10)).toEqual([
      {
        ...target,
        seq: ERASURE,
        at: door.now,
        subjects: 2,
        entries: 4,
        proposedBy: '長谷 一',
        confirmedBy: '長谷 二',
      },
    ]);
    const [staff] = (await door.did('history', { filter: {}, offset: 0, limit: 10 })).rows;
    expect(staff).toMatchObject({ kind: 'staff', no: A + 2 });
    expect((await door.did('visit', { id: staff?.id ?? '' })).story).toHaveLength(2);
  });

  it.each([
    [
      'a payload that no erasure names',
      `DELETE FROM chain_payload WHERE place = ${place(1, A + 2)}`,
      A + 2,
      'payload-missing',
    ],
    [
      'a payload after the erasure',
      `DELETE FROM chain_payload WHERE place = ${place(1, ERASURE + 1)}`,
      ERASURE + 1,
      'payload-missing',
    ],
    [
      'the payload of the erasure itself',
      `DELETE FROM chain_payload WHERE place = ${place(1, ERASURE)}`,
      A,
      'payload-missing',
    ],
    [
      'an erased payload put back',
      `INSERT INTO chain_payload SELECT ${place(1, A + 1)}, x'7b7d'`,
      A + 1,
      'wrong-payload',
    ],
    [
      'an entry edited after erased ones',
      `UPDATE chain_entry SET payload = zeroblob(32) WHERE place = ${place(1, A + 3)}`,
      A + 3,
      'wrong-hash',
    ],
    [
      'an entry edited and a payload removed before it',
      `UPDATE chain_entry SET payload = zeroblob(32) WHERE place = ${place(1, A + 3)};
       DELETE FROM chain_payload WHERE place = ${place(1, A + 2)}`,
      A + 2,
      'payload-missing',
    ],
  ])('%s is found, and the first bad entry named', async (_, sql, seq, kind) => {
    pair.erase(target, door.now);
    door.test.write(
      [{ type: 'clock.anomaly', version: 1, subject: `site:${SITE}`, data: { previous: 1, now: 1 } }],
      door.now,
    );
    forge(sql);
    expect(await verify()).toMatchObject({ state: 'broken', first: { seq, kind } });
  });

  it('an erased payload put back just as it was is found by the erasure that names it', async () => {
    const [kept] = rows<{ bytes: Buffer }>(
      door.test.ledger.read,
      `SELECT bytes FROM chain_payload WHERE place = ${place(1, A + 1)}`,
    );
    pair.erase(target, door.now);
    forge(`INSERT INTO chain_payload VALUES (${place(1, A + 1)}, x'${kept?.bytes.toString('hex') ?? ''}')`);
    expect(await verify()).toMatchObject({ state: 'broken', first: { seq: ERASURE, kind: 'erasure-wrong' } });
  });

  const erasing = (seq: number) => ({
    type: 'payloads.erased' as const,
    version: 1,
    subject: `site:${SITE}` as const,
    data: {
      ...target,
      subjects: 1,
      entries: 1,
      runs: encodeRuns([{ first: seq, last: seq }]),
      part: 1,
      parts: 1,
      proposal: pair.decide({ kind: 'erasure', target, reason: 'x' }, door.now),
    },
  });

  it('an erasure of something other than a record of a ledger shows in the views', async () => {
    const badge = FIRST - 1;
    pair.write([erasing(badge)], door.now);
    expect(await verify()).toMatchObject({
      state: 'broken',
      first: { kind: 'views-differ', table: 'entries_badge' },
    });
  });

  it('an erasure names nothing twice, nor itself, nor what is still to come', () => {
    pair.erase(target, door.now);
    for (const [seq, why] of [
      [A, 'UNIQUE'],
      [ERASURE + 5, 'CHECK'],
      [ERASURE + 8, 'CHECK'],
    ] as const) {
      expect(() => pair.write([erasing(seq)], door.now)).toThrow(`${why} constraint failed: `);
    }
  });

  it('an erasure under a proposal of something else is found by its signature', async () => {
    const other = erasing(A);
    pair.write([{ ...other, data: { ...other.data, fiscalYear: target.fiscalYear - 1 } }], door.now);
    expect(await verify()).toMatchObject({
      state: 'broken',
      first: { seq: A + 8, kind: 'signature-invalid' },
    });
  });

  it('an erasure that nobody signed is not written', () => {
    expect(() => door.test.write([erasing(A)], door.now, CONFIRMER)).toThrow('payloads.erased unsigned');
    door.test.ledger.write.exec('ROLLBACK');
  });
});
