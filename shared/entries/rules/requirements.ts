import { fold } from '../../kernel/folding/fold.ts';
import { type AreaDetails, type Badge, type VisitDetails, type VisitKind } from '../model.ts';
import { refusal } from '../refusals.ts';
import { firstRefusal, type Refused } from './decision.ts';

/** What has to be filled in before somebody of this kind may enter an area. */
export interface Requirements {
  readonly purpose: boolean;
  readonly host: boolean;
  readonly escort: boolean;
  readonly badge: boolean;
  readonly identity: boolean;
}

/**
 * What an area asks of somebody at its door. Everybody says why they enter (guideline 3.5 (10): reason and period of every
 * entry are recorded); a visitor names whom they visit; identity and badge are for people from outside, deliveries included.
 */
export function requirements(
  area: Pick<AreaDetails, 'escort' | 'badge' | 'identity'> | undefined,
  kind: VisitKind,
): Requirements {
  const outsider = kind !== 'staff';
  return {
    purpose: true,
    host: kind === 'visitor',
    escort: area !== undefined && (area.escort === 'everybody' || (area.escort === 'visitors' && outsider)),
    badge: area !== undefined && area.badge && outsider,
    identity: area !== undefined && area.identity && outsider,
  };
}

/** Whether two names are one and the same for the log: width, kana, variants of kanji and spaces set aside. */
export function sameName(one: string, other: string): boolean {
  return fold(one) === fold(other);
}

/** Checks the words of a form against what the area asks; `names` are all who enter. In the order of the form. */
export function checkDetails(
  details: VisitDetails,
  names: readonly string[],
  needs: Requirements,
): Refused | undefined {
  return firstRefusal([
    needs.purpose && details.purpose === ''
      ? refusal('purpose-required', { field: 'details.purpose' })
      : undefined,
    needs.host && details.host === '' ? refusal('host-required', { field: 'details.host' }) : undefined,
    needs.escort && details.escort === ''
      ? refusal('escort-required', { field: 'details.escort' })
      : undefined,
    details.escort !== '' && names.some((name) => sameName(name, details.escort))
      ? refusal('escort-is-visitor', { field: 'details.escort' })
      : undefined,
    needs.identity && details.identity === 'not-seen'
      ? refusal('identity-required', { field: 'details.identity' })
      : undefined,
  ]);
}

/** The badge somebody is to wear: named in the form's field, and what the log knows of it. */
export interface BadgeChoice {
  readonly field: string;
  readonly badgeId: string | null;
  readonly badge: Badge | undefined;
}

/** Checks the badges lent to a party: there where asked for, free, high enough for the area, each lent once. */
export function checkBadges(
  choices: readonly BadgeChoice[],
  level: number,
  required: boolean,
): Refused | undefined {
  const seen = new Set<string>();
  return firstRefusal(
    choices.map(({ field, badgeId, badge }) => {
      if (badgeId === null) return required ? refusal('badge-required', { field }) : undefined;
      if (badge === undefined) return refusal('badge-missing', { field });
      const detail = { badge: badge.label };
      if (badge.state !== 'free') return refusal('badge-not-free', { field, detail });
      if (badge.level < level) return refusal('badge-level-low', { field, detail });
      if (seen.has(badgeId)) return refusal('badge-twice', { field, detail });
      seen.add(badgeId);
      return undefined;
    }),
  );
}
