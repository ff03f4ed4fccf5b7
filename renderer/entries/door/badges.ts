import type { Area, Badge } from '../../../shared/entries/model.ts';
import { requirements } from '../../../shared/entries/rules.ts';
import { type Draft, partyOf } from './draft.ts';

const natural = new Intl.Collator('ja', { numeric: true });

/** Badges in the order in which they hang: by label, figures by their value (赤-2 before 赤-10). */
export function inOrder(badges: readonly Badge[]): readonly Badge[] {
  return badges.toSorted((one, other) => natural.compare(one.label, other.label));
}

/** The free badges good enough for an area, the lowest level that does first. */
export function fittingBadges(badges: readonly Badge[], area: Area | undefined): readonly Badge[] {
  const level = area?.level ?? 1;
  return inOrder(badges.filter((badge) => badge.state === 'free' && badge.level >= level)).toSorted(
    (one, other) => one.level - other.level,
  );
}

/**
 * The badges of the person and of each of the party: what was chosen, otherwise the next free one that fits where one is
 * asked for. null: none. No badge is proposed twice.
 */
export function badgesFor(
  draft: Draft,
  badges: readonly Badge[],
  area: Area | undefined,
): readonly (string | null)[] {
  const choices = [draft.badge, ...partyOf(draft).map((member) => member.badge)];
  const taken = new Set<string>(choices);
  const rest = fittingBadges(badges, area).filter((badge) => !taken.has(badge.id));
  const wanted = draft.mode === 'enter' && requirements(area, draft.kind).badge;
  return choices.map((choice) => {
    if (choice === 'none') return null;
    if (choice !== 'auto') return choice;
    return wanted ? (rest.shift()?.id ?? null) : null;
  });
}
