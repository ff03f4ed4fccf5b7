import type { SessionContext } from '../../main/context.ts';
import type { Writer } from '../../main/trail/change.ts';
import type { Ledger } from '../../main/vault/ledger.ts';
import type { Entering } from '../../shared/entries/contract.ts';

const ACTOR = '01990000-0000-7000-8000-000000000004';

/** The context of a session on a ledger that was opened by its key alone. */
export function faultContext(ledger: Ledger, writer: Writer): SessionContext {
  return {
    actor: { id: ACTOR, name: '操田 颯太', roles: ['operator'] },
    me: {
      accountId: ACTOR,
      identifier: 'souta',
      name: '操田 颯太',
      roles: ['operator'],
      site: { code: 'test-site', name: 'テスト浄水場', room: '中央監視室' },
      failedSince: 0,
      mustChangePassword: false,
      idleMinutes: 10,
    },
    read: ledger.read,
    ledger,
    now: Date.now,
    push() {},
    ended: () => false,
    change: (decide) => writer.change(ACTOR, decide),
    changeInSteps: (steps, cancelled) => writer.changeInSteps(ACTOR, steps, cancelled),
    store: (work) => writer.store(work),
  };
}

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
