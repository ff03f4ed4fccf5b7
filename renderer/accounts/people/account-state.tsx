import { Archive, CircleCheck, CirclePause, type LucideIcon } from 'lucide-react';
import type { AccountState } from '../../../shared/accounts/model.ts';
import { StateBadge, type Tone } from '../../ui/state-badge.tsx';
import { usePeopleText } from './text.ts';

const looks: Readonly<Record<AccountState, { readonly tone: Tone; readonly icon: LucideIcon }>> = {
  active: { tone: 'good', icon: CircleCheck },
  suspended: { tone: 'danger', icon: CirclePause },
  closed: { tone: 'quiet', icon: Archive },
};

/** Where an account stands, as icon, word and colour. */
export function AccountStateBadge({ state }: { readonly state: AccountState }) {
  const t = usePeopleText();
  const { tone, icon } = looks[state];
  return (
    <StateBadge tone={tone} icon={icon}>
      {t(`state.${state}`)}
    </StateBadge>
  );
}
