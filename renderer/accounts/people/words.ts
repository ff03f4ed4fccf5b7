import { useCallback } from 'react';
import type { Hours } from '../../../shared/accounts/hours.ts';
import type { Role } from '../../../shared/accounts/model.ts';
import { useText } from '../../app/i18n.ts';
import { useFormat } from '../../ui/use-format.ts';
import { usePeopleText } from './text.ts';

/** 1 January 2023 at noon in Japan, a Sunday: the day from which the names of weekdays are counted. */
const SUNDAY = Date.UTC(2023, 0, 1, 3);
const DAY_OF = (weekday: number): number => SUNDAY + weekday * 86_400_000;
/** Monday first, as offices write a week. */
export const WEEK: readonly number[] = [1, 2, 3, 4, 5, 6, 0];

/** The names of weekdays by number, 0 being Sunday. */
export function useWeekdays(): (weekday: number) => string {
  const format = useFormat();
  return useCallback((weekday: number) => format.weekday(DAY_OF(weekday)), [format]);
}

/** Minutes of the day as a time: 510 is 08:30. */
export function timeOfMinutes(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Allowed hours in words: 平日(月〜金) 08:30〜17:15. */
export function useHoursWords(): (hours: Hours | null) => string {
  const t = usePeopleText();
  const weekday = useWeekdays();
  return useCallback(
    (hours: Hours | null) => {
      if (hours === null) return t('hours.any');
      const chosen = WEEK.filter((day) => hours.days.includes(day));
      const days =
        chosen.length === 7
          ? t('hours.every')
          : chosen.join() === '1,2,3,4,5'
            ? t('hours.weekdays')
            : chosen.map(weekday).join(t('hours.list'));
      return t(hours.until <= hours.from ? 'hours.overnight' : 'hours.span', {
        days,
        from: timeOfMinutes(hours.from),
        until: timeOfMinutes(hours.until),
      });
    },
    [t, weekday],
  );
}

/** Roles in words, in one line. */
export function useRoleWords(): (roles: readonly Role[]) => string {
  const app = useText();
  return useCallback((roles: readonly Role[]) => roles.map((role) => app(`role.${role}`)).join('・'), [app]);
}
