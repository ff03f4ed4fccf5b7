import { Archive, LogOut, type LucideIcon, OctagonAlert, SearchX, Trash2 } from 'lucide-react';
import type { Medium, MediumState } from '../../../shared/media/register/model.ts';
import { StateBadge, type Tone } from '../../ui/state-badge.tsx';
import { useRegisterText } from './text.ts';

const looks: Readonly<Record<MediumState, { readonly tone: Tone; readonly icon: LucideIcon }>> = {
  kept: { tone: 'good', icon: Archive },
  out: { tone: 'info', icon: LogOut },
  lost: { tone: 'danger', icon: OctagonAlert },
  destroyed: { tone: 'quiet', icon: Trash2 },
};

/** Where a medium stands, as icon, word and colour. */
export function MediumStateBadge({ state }: Pick<Medium, 'state'>) {
  const t = useRegisterText();
  const { tone, icon } = looks[state];
  return (
    <StateBadge tone={tone} icon={icon}>
      {t(`state.${state}`)}
    </StateBadge>
  );
}

/** A medium that was not there at the last stocktake, and is not known to be lost. */
export function MissedBadge({ state, missedAt }: Pick<Medium, 'state' | 'missedAt'>) {
  const t = useRegisterText();
  if (missedAt === null || state !== 'kept') return null;
  return (
    <StateBadge tone="warn" icon={SearchX}>
      {t('missed')}
    </StateBadge>
  );
}
