import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rows } from '../../../../main/vault/db.ts';
import { VISIT_KINDS } from '../../../../shared/entries/model.ts';
import type { NewSuimonEvent } from '../../../../shared/events.ts';
import { DAY, fiscalYear, jstDay, startOfJstDay } from '../../../../shared/kernel/time.ts';
import { details, type Door, furnish, openDoor } from '../../entries/door.ts';
import { NAMES, Step, take } from '../../entries/steps.ts';
import { officers } from './eraser.ts';

const Act = fc.oneof(
  { weight: 12, arbitrary: fc.record({ act: fc.constant('door' as const), step: Step }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('months' as const), days: fc.integer({ min: 30, max: 300 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('import' as const),
      rows: fc.integer({ min: 1, max: 60 }),
      from: fc.nat(5),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('erase' as const),
      kind: fc.constantFrom(...VISIT_KINDS),
      ago: fc.nat(2),
      runsOfEvent: fc.constantFrom(1, 3, 1000),
    }),
  },
);

let imported = 0;

function importing(door: Door, areaId: string, count: number, from: number): NewSuimonEvent[] {
  return Array.from({ length: count }, (_, index): NewSuimonEvent => {
    imported += 1;
    const enteredAt = door.now - ((index * 17) % 500) * DAY;
    return {
      type: 'visit.imported',
      version: 1,
      subject: `visit:01980000-0000-7000-9000-${imported.toString(16).padStart(12, '0')}`,
      data: {
        details: details(areaId, {
          name: NAMES[(from + index) % NAMES.length] ?? '',
          kind: VISIT_KINDS[(from + index) % 3] ?? 'visitor',
          purpose: `作業${index % 7}`,
          reading: index % 2 === 0 ? '' : 'よみ',
        }),
        enteredAt,
        exitedAt: index % 5 === 0 ? null : enteredAt + 1000,
        exitRecorded: index % 10 === 0,
        file: 'log.csv',
        sha256: '0'.repeat(64),
        row: index + 2,
      },
    };
  });
}

describe('whatever is done at the door, imported and erased', () => {
  it('a replay of the chain without the erased payloads gives the same tables, byte for byte', async () => {
    let erased = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(Act, { minLength: 20, maxLength: 110, size: 'max' }), async (acts) => {
        const door = openDoor();
        try {
          const { office, room, badges } = await furnish(door);
          const pair = officers(door.test, door.now);
          const ids: string[] = [];
          for (const act of acts) {
            switch (act.act) {
              case 'door':
                await take(door, act.step, [office, room], badges, ids);
                break;
              case 'months':
                door.now = startOfJstDay(jstDay(door.now) + act.days) + 9 * 3_600_000;
                break;
              case 'import':
                await door.append(importing(door, office, act.rows, act.from));
                break;
              case 'erase': {
                const { kind, ago, runsOfEvent } = act;
                const target = { ledger: 'entries', kind, fiscalYear: fiscalYear(door.now) - ago } as const;
                erased += pair.erase(target, door.now, runsOfEvent).length;
                expect(door.differs()).toBeUndefined();
              }
            }
          }
          expect(door.differs()).toBeUndefined();
          const { n } = rows<{ n: number }>(
            door.test.ledger.read,
            'SELECT count(*) AS n FROM trail_erased r CROSS JOIN chain_payload p ON p.place BETWEEN r.first AND r.last',
          )[0] ?? { n: -1 };
          expect(n, 'no erased payload is left').toBe(0);
        } finally {
          door.remove();
        }
      }),
      { numRuns: 15 },
    );
    expect(erased, 'something was erased').toBeGreaterThan(30);
  }, 180_000);
});
