import { randomFrom } from '../../../resources/tooling/demo/random.ts';
import type { Entering } from '../../../shared/entries/contract.ts';
import { bareInsert, bareRow, openBare } from '../ledgers/bare.ts';
import { startProgram } from '../ledgers/program.ts';
import type { Site } from '../ledgers/site.ts';
import { idFrom, somebody } from '../ledgers/visits.ts';
import { interleaved, p99, rate } from '../measure.ts';
import type { Suite } from '../suite.ts';

/** The form of somebody who enters; another person for each seed. */
export function entering({ areaIds }: Site, seed: number): Entering {
  const random = randomFrom(seed);
  const details = { ...somebody(random, areaIds), kind: 'staff', escort: '当直 二郎' } as const;
  return {
    visitId: null,
    details: { ...details, name: `${details.name} ${seed}` },
    badgeId: null,
    followIn: 'nobody',
    party: [],
    expectedUntil: null,
    enteredAt: null,
    lateReason: '',
    anotherPerson: false,
  };
}

/** Logging one person, durable: the whole command as main gets it, against one bare insert of the same row. */
export const log: Suite = {
  rows: ['entries/log', 'entries/log-p99'],
  async *measure({ quick, runs }, site) {
    const program = await startProgram(site.copy());
    const bare = openBare(site.copy(), site.key, 'write');
    const insert = bare.transaction(bareInsert(bare));
    const calls = quick ? 100 : 300;
    const forms = Array.from({ length: calls * (runs + 1) }, (_, seed) => entering(site, seed));
    const rows = forms.map(({ details }, seed) =>
      bareRow(idFrom(randomFrom(seed), Date.now()), details, Date.now(), null),
    );
    const times = await interleaved(
      { runs, calls },
      (call) => program.call('entries.enter', forms[call]),
      (call) => {
        const row = rows[call];
        if (row !== undefined) insert.immediate(row);
      },
    );
    yield {
      name: 'entries/log',
      unit: 'entries/s',
      value: rate(times.work),
      floor: rate(times.floor),
      target: 0.7,
      better: 'higher',
      runs,
    };
    yield {
      name: 'entries/log-p99',
      unit: 'ms',
      value: p99(times.work),
      floor: p99(times.floor),
      target: 2,
      better: 'lower',
      runs,
    };
    bare.close();
    await program.close();
  },
};
