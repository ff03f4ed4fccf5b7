import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { WORD_FIELDS } from '../../../main/entries/projection/memory.ts';
import { rememberRecent } from '../../../main/entries/projection/recent.ts';
import { repeatable, suggestVisitors, suggestWords } from '../../../main/entries/queries.ts';
import { seqOf } from '../../../main/trail/place.ts';
import { rows } from '../../../main/vault/db.ts';
import { entriesEvents } from '../../../shared/entries/events.ts';
import { VISIT_KINDS } from '../../../shared/entries/model.ts';
import { DAY } from '../../../shared/kernel/time.ts';
import { details, type Door, entering, furnish, leaving, MONDAY, openDoor } from './door.ts';
import { NAMES, Step, take } from './steps.ts';

let door: Door;
afterEach(() => door.remove());

describe('a replay of the whole chain into empty tables', () => {
  it('gives the same tables after every kind of event', async () => {
    door = openDoor();
    const { office, room, badges } = await furnish(door);
    const same = () => expect(door.differs()).toBeUndefined();
    same();
    await door.did('changeArea', {
      areaId: office,
      details: {
        name: '応接室',
        reading: 'おうせつしつ',
        level: 1,
        escort: 'nobody',
        badge: false,
        identity: false,
        guidance: '',
      },
      reason: '改称',
    });
    same();
    const { ids } = await door.did('expect', {
      details: details(room),
      party: [{ name: '佐藤 次郎', reading: '' }],
      expectedFrom: MONDAY,
      expectedUntil: null,
    });
    const [one = '', two = ''] = ids;
    same();
    await door.did(
      'enter',
      entering(details(room, { purpose: '修理' }), { visitId: one, badgeId: badges[0] }),
    );
    same();
    await door.did('cancel', { visitId: two, reason: '来なかった' });
    same();
    await door.did('correct', {
      visitId: one,
      changes: { name: '渡部 一郎', areaId: office, enteredAt: MONDAY - DAY },
      reason: '誤記',
    });
    same();
    await door.did('correct', { visitId: one, changes: { kind: 'delivery', escort: '' }, reason: '誤記' });
    same();
    await door.did('exitUnknown', { visitId: one, reason: '不在' });
    same();
    await door.did('returnBadge', { badgeId: badges[0] });
    same();
    await door.did('explain', { visitId: one, explanation: '裏口', source: '本人', exitedAt: MONDAY });
    same();
    const second = await door.did('enter', entering(details(room), { badgeId: badges[1] }));
    await door.did('loseBadge', { badgeId: badges[1], reason: '紛失' });
    same();
    await door.did('leave', leaving(second.ids[0] ?? '', { badgeReturned: false }));
    same();
    await door.did('findBadge', { badgeId: badges[1], reason: '発見' });
    same();
    await door.did('retireBadge', { badgeId: badges[2], reason: '破損' });
    same();
    await door.append(
      [null, MONDAY - DAY].map((exitedAt, index) => ({
        type: 'visit.imported' as const,
        version: 1,
        subject: `visit:01990000-0000-7000-9000-00000000000${index}` as const,
        data: {
          details: details(office),
          enteredAt: MONDAY - 2 * DAY,
          exitedAt,
          exitRecorded: false,
          file: 'log.csv',
          sha256: '0'.repeat(64),
          row: index + 2,
        },
      })),
    );
    same();
    await door.did('retireArea', { areaId: office, reason: '改修' });
    same();
    const written = rows<{ bytes: Buffer }>(door.test.ledger.read, 'SELECT bytes FROM chain_payload').map(
      ({ bytes }) => /"type":"([^"]+)"/u.exec(bytes.toString('utf8'))?.[1] ?? '',
    );
    expect(Object.keys(entriesEvents).filter((type) => !written.includes(type))).toEqual([]);
  }, 60_000);
});

async function check(): Promise<void> {
  const db = door.test.ledger.read;
  const worn = rows(
    db,
    'SELECT badge FROM entries_visit WHERE badge_open = 1 GROUP BY badge HAVING count(*) > 1',
  );
  expect(worn).toEqual([]);
  expect(
    rows(db, "SELECT no FROM entries_badge WHERE state = 'lent' ORDER BY no"),
    'a badge is lent exactly while it is open for a visit',
  ).toEqual(rows(db, 'SELECT badge AS no FROM entries_visit WHERE badge_open = 1 ORDER BY badge'));
  const board = await door.did('board', {});
  const counts = await door.did('counts', {});
  const states = rows<{ state: string; n: number }>(
    db,
    'SELECT state, count(*) AS n FROM entries_visit GROUP BY state',
  );
  const of = (state: string) => states.find((found) => found.state === state)?.n ?? 0;
  expect([board.inside.length, counts.inside]).toEqual([of('inside'), of('inside')]);
  expect([board.unknown.length, counts.unknown]).toEqual([of('unknown'), of('unknown')]);
  const day = '(sort_at + 32400000) / 86400000';
  for (const [span, bucket] of [
    [0, day],
    [1, `${day} / 32`],
  ]) {
    expect(
      rows(
        db,
        `SELECT bucket, area, kind, state, n FROM entries_count WHERE span = ${span} ORDER BY 1, 2, 3, 4`,
      ),
    ).toEqual(
      rows(
        db,
        `SELECT ${bucket} AS bucket, area, kind, state, count(*) AS n FROM entries_visit GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
      ),
    );
  }
  expect(
    rows(
      db,
      `SELECT person, sum(visits) AS visits FROM (SELECT person, visits FROM entries_known UNION ALL
         SELECT v.person, 1 FROM entries_recent r JOIN entries_visit v ON v.no = r.no) GROUP BY person ORDER BY person`,
    ),
  ).toEqual(rows(db, 'SELECT person, count(*) AS visits FROM entries_visit GROUP BY person ORDER BY person'));
  expect(
    rows(
      db,
      `SELECT text, sum(n) AS n FROM (SELECT text, n FROM entries_word WHERE field = 'purpose' UNION ALL
         SELECT v.purpose, 1 FROM entries_recent r JOIN entries_visit v ON v.no = r.no WHERE v.purpose <> '')
       GROUP BY text ORDER BY text`,
    ),
  ).toEqual(
    rows(
      db,
      "SELECT purpose AS text, count(*) AS n FROM entries_visit WHERE purpose <> '' GROUP BY purpose ORDER BY purpose",
    ),
  );
  for (const { no, name } of rows<{ no: number; name: string }>(db, 'SELECT no, name FROM entries_visit')) {
    const { rows: found } = await door.did('search', { text: name, filter: {}, limit: 100 });
    expect(found.find((visit) => visit.no === seqOf(no))).toMatchObject({ name, exact: true });
  }
}

/** What is offered while typing is the same whether the latest visits are remembered already or wait to be. */
function checkOffered(): void {
  const db = door.test.ledger.write;
  const offered = () => ({
    people: NAMES.flatMap((name) =>
      VISIT_KINDS.map((kind) => suggestVisitors(db, name.slice(0, 1), kind, door.now)),
    ),
    words: WORD_FIELDS.flatMap((field) => ['', '点'].map((text) => suggestWords(db, field, text, door.now))),
    again: [repeatable(db, door.now), repeatable(db, door.now + DAY)],
  });
  db.exec('BEGIN');
  const before = offered();
  rememberRecent(db);
  const after = offered();
  db.exec('ROLLBACK');
  expect(before).toEqual(after);
}

describe('whatever is done at the door', () => {
  it('nobody shares a badge, every count is right, everybody is found, and a replay gives the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(Step, { minLength: 10, maxLength: 90, size: 'max' }), async (steps) => {
        door = openDoor();
        try {
          const { office, room, badges } = await furnish(door);
          const ids: string[] = [];
          for (const step of steps) await take(door, step, [office, room], badges, ids);
          await check();
          checkOffered();
          expect(door.differs()).toBeUndefined();
        } finally {
          door.remove();
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
