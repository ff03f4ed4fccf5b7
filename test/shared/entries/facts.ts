import type { Entering, Expecting } from '../../../shared/entries/contract.ts';
import type { Area, Badge, Visit, VisitDetails } from '../../../shared/entries/model.ts';
import type { EnterFacts } from '../../../shared/entries/rules.ts';
import { fromJst, MINUTE } from '../../../shared/kernel/time.ts';

export const NOW = fromJst(2026, 4, 6, 9) ?? 0;

/** An id that says by its number which it is. */
export function id(n: number): string {
  return `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

export const room: Area = {
  id: id(100),
  name: '中央監視室',
  reading: 'ちゅうおうかんししつ',
  level: 2,
  escort: 'visitors',
  badge: true,
  identity: true,
  guidance: '',
  retired: false,
};

export const free: Badge = { id: id(200), label: '赤-01', level: 3, state: 'free', visitId: null };

export const about: VisitDetails = {
  kind: 'visitor',
  name: '渡邊 一郎',
  reading: 'わたなべ いちろう',
  organisation: 'みなと電機',
  purpose: '点検',
  host: '山本 花子',
  escort: '鈴木 実',
  identity: 'passport',
  areaId: room.id,
  belongings: '',
  workReference: '',
  note: '',
};

export function visit(over: Partial<Visit> = {}): Visit {
  return {
    ...about,
    id: id(1),
    no: 7,
    state: 'inside',
    groupId: null,
    badgeId: free.id,
    badgeLabel: free.label,
    badgeOpen: true,
    areaName: room.name,
    areaLevel: room.level,
    expectedFrom: null,
    expectedUntil: null,
    enteredAt: NOW - 60 * MINUTE,
    exitedAt: null,
    corrected: false,
    imported: false,
    ...over,
  };
}

export const form: Entering = {
  visitId: null,
  details: about,
  badgeId: free.id,
  followIn: 'nobody',
  party: [],
  expectedUntil: null,
  enteredAt: null,
  lateReason: '',
  anotherPerson: false,
};

export const announcement: Expecting = { details: about, party: [], expectedFrom: NOW, expectedUntil: null };

export function facts(over: Partial<EnterFacts> = {}): EnterFacts {
  return {
    area: room,
    badges: new Map([[free.id, free]]),
    visits: new Map(),
    namesakes: [],
    groupmates: 0,
    ids: [id(1), id(2), id(3), id(4)],
    ...over,
  };
}
