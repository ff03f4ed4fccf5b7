import type { AreaLevel, BadgeDetails } from '../../../shared/entries/model.ts';

/** The most badges registered at once (`entries.registerBadges`). */
export const LONGEST_RUN = 200;

/**
 * Badges numbered one after the other behind a prefix: 赤-01 … 赤-20. The figures are as wide as the last of them, two at
 * least, so that the labels sort as they hang. Numbers outside 1 to 9999 or too many give an empty run.
 */
export function badgeRun(
  prefix: string,
  first: number,
  count: number,
  level: AreaLevel,
): readonly BadgeDetails[] {
  const last = first + count - 1;
  const sound = Number.isInteger(first) && Number.isInteger(count) && first >= 1 && last <= 9999;
  if (!sound || count < 1 || count > LONGEST_RUN) return [];
  const width = Math.max(2, String(last).length);
  return Array.from({ length: count }, (_, at) => ({
    label: `${prefix.trim()}${String(first + at).padStart(width, '0')}`,
    level,
  }));
}
