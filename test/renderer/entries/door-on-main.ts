import { call } from '../../../renderer/api/client.ts';
import type { Entering } from '../../../shared/entries/contract.ts';
import type { VisitDetails } from '../../../shared/entries/model.ts';
import { DAY, MINUTE } from '../../../shared/kernel/time.ts';
import { type WindowOnMain, windowOnMain } from '../window-on-main.tsx';
import { AREA, VISITOR } from './samples.ts';

/** Who came the day before, has left, and is remembered. */
export const KNOWN = VISITOR;

/** Who is inside, with the badge 赤-01. */
export const INSIDE = { ...KNOWN, name: '齋藤 実', reading: 'さいとう みのる' } as const;

/** The door of a site, behind the window. */
export interface DoorOnMain extends WindowOnMain {
  readonly areaId: string;
  /** The visit of {@link INSIDE}. */
  readonly inside: string;
  badge(label: string): string;
  /** What `entries.enter` is called with for somebody who comes alone, now. */
  entering(who: Partial<VisitDetails>, badge: string | null): Entering;
}

/**
 * A founded site of its own behind the window, an officer at the desk: the central control room, the badges 赤-01 to 赤-04 (level
 * 3) and 青-01 (level 2), {@link KNOWN} of the day before and {@link INSIDE}. All of it goes in through the channels.
 */
export async function doorOnMain(): Promise<DoorOnMain> {
  const main = await windowOnMain();
  await main.signIn('officer');
  const { id: _, retired: __, ...room } = AREA;
  const { id: areaId } = await call('entries', 'defineArea', room);
  await call('entries', 'registerBadges', {
    badges: [
      ...['赤-01', '赤-02', '赤-03', '赤-04'].map((label) => ({ label, level: 3 as const })),
      { label: '青-01', level: 2 },
    ],
  });
  const ids = new Map((await call('entries', 'badges', {})).map(({ id, label }) => [label, id]));
  const badge = (label: string): string => {
    const id = ids.get(label);
    if (id === undefined) throw new Error(`no badge ${label}`);
    return id;
  };
  const entering: DoorOnMain['entering'] = (who, label) => ({
    visitId: null,
    details: { ...KNOWN, areaId, belongings: '', workReference: '', note: '', ...who },
    badgeId: label === null ? null : badge(label),
    followIn: 'nobody',
    party: [],
    expectedUntil: null,
    enteredAt: null,
    lateReason: '',
    anotherPerson: false,
  });
  const enter = async (who: Partial<VisitDetails>, label: string): Promise<string> => {
    const [visitId] = (await call('entries', 'enter', entering(who, label))).ids;
    if (visitId === undefined) throw new Error('nobody entered');
    return visitId;
  };
  const visitId = await enter(KNOWN, '赤-02');
  main.now += 40 * MINUTE;
  await call('entries', 'leave', {
    visits: [{ visitId, badgeReturned: true, exitedAt: null, lateReason: '' }],
  });
  main.now += DAY;
  const inside = await enter(INSIDE, '赤-01');
  main.now += 5 * MINUTE;
  main.forget();
  return Object.assign(main, { areaId, inside, badge, entering });
}
