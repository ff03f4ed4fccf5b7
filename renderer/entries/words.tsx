import {
  Ban,
  CalendarClock,
  CircleHelp,
  Clock4,
  DoorOpen,
  Footprints,
  LogOut,
  type LucideIcon,
  MessageSquareText,
} from 'lucide-react';
import { useCallback } from 'react';
import type { VisitRow, VisitState } from '../../shared/entries/model.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import { StateBadge, type Tone } from '../ui/state-badge.tsx';
import { ja } from './messages.ja.ts';
import { useText } from './text.ts';

/** Somebody inside has stayed past the time announced. */
export function isOverdue(visit: Pick<VisitRow, 'state' | 'expectedUntil'>, now: Instant): boolean {
  return visit.state === 'inside' && visit.expectedUntil !== null && visit.expectedUntil < now;
}

const looks: Readonly<Record<VisitState | 'overdue', { readonly tone: Tone; readonly icon: LucideIcon }>> = {
  expected: { tone: 'info', icon: CalendarClock },
  inside: { tone: 'good', icon: DoorOpen },
  overdue: { tone: 'danger', icon: Clock4 },
  left: { tone: 'quiet', icon: LogOut },
  unknown: { tone: 'warn', icon: CircleHelp },
  explained: { tone: 'quiet', icon: MessageSquareText },
  cancelled: { tone: 'quiet', icon: Ban },
  passed: { tone: 'quiet', icon: Footprints },
};

/** The state of a visit as icon, word and colour. */
export function VisitStateBadge({
  visit,
  now,
}: {
  readonly visit: Pick<VisitRow, 'state' | 'expectedUntil'>;
  readonly now: Instant;
}) {
  const t = useText();
  const state = isOverdue(visit, now) ? 'overdue' : visit.state;
  const { tone, icon } = looks[state];
  return (
    <StateBadge tone={tone} icon={icon}>
      {t(`state.${state}`)}
    </StateBadge>
  );
}

const isKey = (key: string): key is keyof typeof ja => key in ja;

/** What a field of a command is called on screen, by its dot path (`details.host`, `party.0.name`, `visits.1.exitedAt`). */
export function useFieldLabel(): (path: string) => string {
  const t = useText();
  return useCallback(
    (path: string) => {
      const parts = path.split('.');
      const last = parts.at(-1) ?? '';
      const key = `field.${last.replace(/Id$/u, '')}`;
      if (!isKey(key)) return '';
      return parts[0] === 'party' ? t('party.field', { n: Number(parts[1]) + 2, field: t(key) }) : t(key);
    },
    [t],
  );
}
