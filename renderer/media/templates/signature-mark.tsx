import { BadgeCheck, ShieldX } from 'lucide-react';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useTemplatesText } from './text.ts';

/** Whether the signature under a version holds, as it was verified just now. */
export function SignatureMark({ holds }: { readonly holds: boolean }) {
  const t = useTemplatesText();
  return holds ? (
    <StateBadge tone="good" icon={BadgeCheck}>
      {t('versions.holds')}
    </StateBadge>
  ) : (
    <StateBadge tone="danger" icon={ShieldX}>
      {t('versions.broken')}
    </StateBadge>
  );
}
