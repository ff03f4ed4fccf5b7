import {
  Ban,
  Biohazard,
  CircleCheck,
  Clock4,
  CornerDownLeft,
  Hourglass,
  Inbox,
  LogIn,
  LogOut,
  type LucideIcon,
  PackageCheck,
  Siren,
  Stamp,
  Undo2,
  UserRoundX,
} from 'lucide-react';
import type { Instant } from '../../../shared/kernel/time.ts';
import { isOverdue } from '../../../shared/media/reminders/rules.ts';
import type { RequestRow, RequestRule, RequestState } from '../../../shared/media/requests/model.ts';
import { StateBadge, type Tone } from '../../ui/state-badge.tsx';
import { useRequestsText } from './text.ts';

const states: Readonly<Record<RequestState, { readonly tone: Tone; readonly icon: LucideIcon }>> = {
  submitted: { tone: 'warn', icon: Hourglass },
  endorsed: { tone: 'warn', icon: Hourglass },
  returned: { tone: 'warn', icon: CornerDownLeft },
  approved: { tone: 'good', icon: Stamp },
  notified: { tone: 'info', icon: Inbox },
  acknowledged: { tone: 'good', icon: CircleCheck },
  emergency: { tone: 'danger', icon: Siren },
  refused: { tone: 'quiet', icon: Ban },
  withdrawn: { tone: 'danger', icon: UserRoundX },
  retracted: { tone: 'quiet', icon: Undo2 },
};

/** The state of a request as icon, word and colour. */
export function RequestStateBadge({ state }: { readonly state: RequestState }) {
  const t = useRequestsText();
  const { tone, icon } = states[state];
  return (
    <StateBadge tone={tone} icon={icon}>
      {t(`state.${state}`)}
    </StateBadge>
  );
}

/** Where a medium is, as icon, word and colour; nothing while it has not been carried and need not be. */
export function WhereBadge({ row, now }: { readonly row: RequestRow; readonly now: Instant }) {
  const t = useRequestsText();
  const { whereabouts, kind, quarantined } = row;
  if (quarantined)
    return (
      <StateBadge tone="danger" icon={Biohazard}>
        {t('where.quarantined')}
      </StateBadge>
    );
  switch (whereabouts) {
    case 'not-yet':
      return null;
    case 'inside':
    case 'outside':
      return isOverdue(row, now) ? (
        <StateBadge tone="danger" icon={Clock4}>
          {t(`where.overdue.${whereabouts}`)}
        </StateBadge>
      ) : (
        <StateBadge tone="info" icon={whereabouts === 'inside' ? LogIn : LogOut}>
          {t(`where.${whereabouts}`)}
        </StateBadge>
      );
    case 'done':
      return (
        <StateBadge tone="quiet" icon={PackageCheck}>
          {t(
            kind === 'carry-in'
              ? 'where.done.in'
              : kind === 'carry-out'
                ? 'where.done.out'
                : 'where.done.transfer',
          )}
        </StateBadge>
      );
  }
}

/** What applies to a request and why, with where the guideline says so. */
export function RuleText({
  rule,
  ahead = true,
}: {
  readonly rule: RequestRule;
  /** It is still to be decided: what that means until then is said too. */
  readonly ahead?: boolean;
}) {
  const t = useRequestsText();
  const { by, officers, reasons } = rule;
  const permission = by === 'permission';
  return (
    <div>
      <p className="flex items-center gap-2 font-bold">
        {permission ? (
          <Stamp aria-hidden size={18} className="shrink-0 text-warn" />
        ) : (
          <Inbox aria-hidden size={18} className="shrink-0 text-info" />
        )}
        {t(permission ? (officers === 2 ? 'rule.permission2' : 'rule.permission1') : 'rule.notification')}
      </p>
      <ul className="mt-1 list-disc pl-6 text-sm">
        {reasons.length === 0 ? (
          <li>{t('rule.none')}</li>
        ) : (
          reasons.map((reason) => <li key={reason}>{t(`rule.${reason}`)}</li>)
        )}
      </ul>
      {ahead ? (
        <p className="mt-1 text-sm text-ink-soft">
          {t(
            permission
              ? officers === 2
                ? 'rule.permission2Do'
                : 'rule.permissionDo'
              : 'rule.notificationDo',
          )}
        </p>
      ) : null}
    </div>
  );
}

/** The plain truth, where a carry-in is allowed: nothing here keeps a medium from being connected. */
export function UsbNotice() {
  const t = useRequestsText();
  return <p className="rounded-6 border-l-4 border-info bg-info-soft px-3 py-2 text-sm">{t('detail.usb')}</p>;
}
