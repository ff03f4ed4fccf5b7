import type { Entering } from '../../shared/entries/contract.ts';

/** A visitor of an area without rules, known apart by `mark`. */
export function visitor(areaId: string, mark: string): Entering {
  return {
    visitId: null,
    details: {
      kind: 'visitor',
      name: `訪問 ${mark}`,
      reading: '',
      organisation: '株式会社みなと電機',
      purpose: '点検',
      host: '山本 花子',
      escort: '',
      identity: 'not-seen',
      areaId,
      belongings: '',
      workReference: '',
      note: '',
    },
    badgeId: null,
    followIn: 'nobody',
    party: [],
    expectedUntil: null,
    enteredAt: null,
    lateReason: '',
    anotherPerson: false,
  };
}
