import fc from 'fast-check';
import { DAY, MINUTE } from '../../../shared/kernel/time.ts';
import { details, type Door, entering, leaving } from './door.ts';

/** Who comes to the door; the first two fold alike. */
export const NAMES = ['渡辺 一郎', '渡邊 一郎', '佐藤 次郎', '髙橋 三郎', '﨑山 四郎', '鈴木 五郎'];

/** One thing somebody does at the door; the numbers choose about whom and what. */
export const Step = fc.record({
  what: fc.constantFrom(
    'enter',
    'enter',
    'enter',
    'party',
    'expect',
    'arrive',
    'cancel',
    'leave',
    'leave',
    'exitUnknown',
    'explain',
    'correct',
    'returnBadge',
    'loseBadge',
    'findBadge',
    'wait',
  ),
  who: fc.nat(7),
  badge: fc.nat(2),
  name: fc.nat(NAMES.length - 1),
  flag: fc.boolean(),
});
export type Step = typeof Step extends fc.Arbitrary<infer T> ? T : never;

/** Does what a step says, if the rules allow it; ids of new visits go to `ids`. */
export async function take(
  door: Door,
  step: Step,
  areas: readonly string[],
  badges: readonly string[],
  ids: string[],
): Promise<void> {
  const { what, who, badge, name, flag } = step;
  const visitId = ids[who % Math.max(1, ids.length)] ?? '01990000-0000-7000-8000-00000000ffff';
  const badgeId = badges[badge] ?? '';
  const about = details(areas[flag ? 1 : 0] ?? '', {
    name: NAMES[name] ?? '',
    kind: flag ? 'visitor' : 'staff',
  });
  const kept = async (reply: ReturnType<Door['call']>): Promise<void> => {
    const answer = await reply;
    if (answer.ok && answer.value !== null && 'ids' in (answer.value as object)) {
      ids.push(...(answer.value as { ids: readonly string[] }).ids.filter((id) => !ids.includes(id)));
    }
  };
  switch (what) {
    case 'enter':
      return kept(
        door.call('enter', entering(about, { badgeId: flag ? badgeId : null, anotherPerson: who > 3 })),
      );
    case 'party': {
      const party = [
        {
          name: NAMES[(name + 1) % NAMES.length] ?? '',
          reading: '',
          badgeId: badges[(badge + 1) % 3] ?? null,
        },
      ];
      return kept(
        door.call('enter', entering(about, { badgeId, followIn: 'registered', party, anotherPerson: true })),
      );
    }
    case 'expect':
      return kept(
        door.call('expect', {
          details: about,
          party: [],
          expectedFrom: door.now + who * MINUTE,
          expectedUntil: null,
        }),
      );
    case 'arrive':
      return kept(door.call('enter', entering(about, { visitId, badgeId: flag ? badgeId : null })));
    case 'cancel':
      return kept(door.call('cancel', { visitId, reason: '延期' }));
    case 'leave':
      return kept(door.call('leave', leaving(visitId, { badgeReturned: flag })));
    case 'exitUnknown':
      return kept(door.call('exitUnknown', { visitId, reason: '不在' }));
    case 'explain':
      return kept(
        door.call('explain', {
          visitId,
          explanation: '裏口',
          source: '本人',
          exitedAt: flag ? door.now : null,
        }),
      );
    case 'correct':
      return kept(
        door.call('correct', {
          visitId,
          changes: flag ? { name: about.name, purpose: '修理' } : { enteredAt: door.now - who * DAY },
          reason: '誤記',
        }),
      );
    case 'returnBadge':
      return kept(door.call('returnBadge', { badgeId }));
    case 'loseBadge':
      return kept(door.call('loseBadge', { badgeId, reason: '紛失' }));
    case 'findBadge':
      return kept(door.call('findBadge', { badgeId, reason: '発見' }));
    case 'wait':
      door.now += who * 60 * MINUTE;
  }
}
