import { statSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { emptyWal } from '../../main/vault/wal.ts';
import { row, rows } from '../../main/vault/db.ts';
import type { Ledger } from '../../main/vault/ledger.ts';
import { openLedger } from '../../main/vault/open-ledger.ts';
import type { NewSuimonEvent } from '../../shared/events.ts';
import { DAY, fiscalYear, fromJst } from '../../shared/kernel/time.ts';
import { indexText } from '../../shared/kernel/folding/tokens.ts';
import { details, type Door, entering, furnish, leaving, MONDAY, openDoor } from '../main/entries/door.ts';
import { officers } from '../main/trail/retention/eraser.ts';
import { plainPages } from '../main/vault/pages.ts';

let door: Door;
afterEach(() => door.remove());

/** Characters of four bytes that nothing else in the ledger holds, one pair for each field. */
const PAIRS = [
  '𪚥𡈽',
  '𠀋𡚴',
  '𡌛𡑮',
  '𡢽𠮟',
  '𡧃𡱖',
  '𡴭𡵅',
  '𡵸𡵢',
  '𡶡𡶜',
  '𡶒𡶷',
  '𡷠𡸳',
  '𡼞𡽶',
  '𡿺𢅻',
] as const;
const marked = (index: number): string => `${PAIRS[index] ?? ''}印`;

/** The marker as it stands in a payload, and as the terms that the search index is made of. */
const NEEDLES = PAIRS.flatMap((pair) => [
  Buffer.from(pair),
  ...[...pair].map((character) => Buffer.from(character)),
  ...indexText([pair], 'folded')
    .split(' ')
    .map((term) => Buffer.from(term)),
]);

const key = Buffer.alloc(32, 0x6b);

/** Closes the ledger and opens it again, which writes it anew after an erasure, for `look`. */
function reopened<T>(look: (ledger: Ledger) => T): T {
  const { file } = door.test.ledger;
  door.test.ledger.close();
  const ledger = openLedger(file, key, 'write');
  try {
    return look(ledger);
  } finally {
    ledger.close();
  }
}

function found(): string[] {
  return [...plainPages(door.test.ledger.file, key)]
    .filter(({ page }) => NEEDLES.some((needle) => page.includes(needle)))
    .map(({ at }) => at);
}

/** Rows of tables, the search index among them, that hold a marker. */
function rowsHolding(): string[] {
  const db = door.test.ledger.read;
  const tables = rows<{ name: string }>(
    db,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'",
  );
  return tables.flatMap(({ name }) =>
    rows<Record<string, unknown>>(db, `SELECT * FROM ${name}`)
      .filter((values) =>
        Object.values(values).some((value) => {
          const bytes = typeof value === 'string' ? Buffer.from(value) : value;
          return bytes instanceof Uint8Array && NEEDLES.some((needle) => Buffer.from(bytes).includes(needle));
        }),
      )
      .map(() => name),
  );
}

describe('U11 what was erased', () => {
  it('U11 is in no page of the file, free ones included, nor in the WAL, nor in the search index', async () => {
    door = openDoor(undefined, key);
    const { office, room, badges } = await furnish(door);
    const pair = officers(door.test, door.now);
    const others = async (count: number) => {
      for (let index = 0; index < count; index += 1) {
        const { ids } = await door.did(
          'enter',
          entering(
            details(office, {
              kind: index % 2 === 0 ? 'visitor' : 'staff',
              name: `来客${index}`,
              purpose: `用件${index % 9}`,
            }),
            { anotherPerson: true },
          ),
        );
        door.now += 60_000;
        await door.did('leave', leaving(ids[0] ?? '', { badgeReturned: false }));
      }
    };
    const visit = async () => {
      const fields = details(room, {
        name: marked(0),
        reading: marked(1),
        organisation: marked(2),
        purpose: marked(3),
        host: marked(4),
        escort: marked(5),
        belongings: marked(6),
        workReference: marked(7),
        note: marked(8),
      });
      const { ids } = await door.did('enter', entering(fields, { badgeId: badges[0], anotherPerson: true }));
      const [id = ''] = ids;
      door.now += 60_000;
      await door.did('correct', { visitId: id, changes: { name: marked(9) }, reason: marked(10) });
      await door.did('leave', leaving(id));
      return id;
    };
    await others(70);
    await visit();
    await others(40);
    await visit();
    const { ids } = await door.did('expect', {
      details: details(room, { name: marked(0) }),
      party: [],
      expectedFrom: door.now,
      expectedUntil: null,
    });
    await door.did('cancel', { visitId: ids[0] ?? '', reason: marked(11) });
    await others(30);
    door.now = fromJst(2032, 4, 1, 9) ?? 0;
    await others(30);

    expect(found().some((at) => at.startsWith('WAL'))).toBe(true);
    expect(emptyWal(door.test.ledger.write)).toBe(true);
    expect(found().length).toBeGreaterThan(0);
    expect([...new Set(rowsHolding())].toSorted()).toEqual([
      'chain_payload',
      'entries_known',
      'entries_search_data',
      'entries_visit',
      'entries_word',
    ]);
    expect((await door.did('search', { text: marked(9), filter: {}, limit: 10 })).rows).toHaveLength(2);

    const target = { ledger: 'entries', kind: 'visitor', fiscalYear: fiscalYear(MONDAY) } as const;
    const [event] = pair.erase(target, door.now);
    expect(event?.data).toMatchObject({ subjects: 73, part: 1, parts: 1 });
    expect(emptyWal(door.test.ledger.write)).toBe(true);
    expect(statSync(`${door.test.ledger.file}-wal`).size).toBe(0);
    expect(rowsHolding()).toEqual([]);
    expect((await door.did('search', { text: marked(9), filter: {}, limit: 10 })).rows).toEqual([]);
    expect((await door.did('search', { text: '来客', filter: {}, limit: 100 })).rows).toHaveLength(100);
    expect(row(door.test.ledger.read, 'SELECT count(*) AS n FROM entries_visit')).toEqual({ n: 100 });
    expect(door.differs()).toBeUndefined();
    expect(reopened((ledger) => rows(ledger.read, 'SELECT * FROM trail_residue'))).toEqual([]);
    expect(found()).toEqual([]);
  }, 60_000);

  it('U11 is gone from between the records that stay, however often their pages were rebuilt', async () => {
    door = openDoor(undefined, key);
    const { office } = await furnish(door);
    const pair = officers(door.test, door.now);
    const imported = (index: number): NewSuimonEvent => ({
      type: 'visit.imported',
      version: 1,
      subject: `visit:0198${((index * 7919) % 10_000).toString().padStart(4, '0')}-0000-7000-9000-00000000${index.toString().padStart(4, '0')}`,
      data: {
        details: details(office, {
          kind: index % 3 === 0 ? 'delivery' : 'visitor',
          name: index % 3 === 0 ? `${marked(index % 12)}${index}` : `来客${index}`,
          organisation: index % 3 === 0 ? `${marked((index + 1) % 12)}${index % 50}` : `会社${index % 50}`,
          purpose: index % 3 === 0 ? marked((index + 2) % 12) : '点検',
        }),
        enteredAt: MONDAY - ((index * 31) % 360) * DAY,
        exitedAt: null,
        exitRecorded: false,
        file: 'log.csv',
        sha256: '0'.repeat(64),
        row: index + 2,
      },
    });
    for (let from = 0; from < 3000; from += 100) {
      await door.append(Array.from({ length: 100 }, (_, index) => imported(from + index)));
    }
    const year = fiscalYear(MONDAY);
    for (const ago of [0, 1]) {
      pair.erase({ ledger: 'entries', kind: 'delivery', fiscalYear: year - ago }, door.now);
    }
    expect(emptyWal(door.test.ledger.write)).toBe(true);
    expect(row(door.test.ledger.read, 'SELECT count(*) AS n FROM entries_visit')).toEqual({ n: 2000 });
    expect(rowsHolding()).toEqual([]);
    expect(door.differs()).toBeUndefined();
    expect(reopened((ledger) => row(ledger.read, 'SELECT count(*) AS n FROM entries_visit'))).toEqual({
      n: 2000,
    });
    expect(found()).toEqual([]);
  }, 60_000);
});
