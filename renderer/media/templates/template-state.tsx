import { Archive, CircleCheck, Hourglass, type LucideIcon, RefreshCw, Undo2 } from 'lucide-react';
import type { TemplateState } from '../../../shared/media/templates/model.ts';
import { StateBadge, type Tone } from '../../ui/state-badge.tsx';
import { useTemplatesText } from './text.ts';

const states: Readonly<Record<TemplateState, { readonly tone: Tone; readonly icon: LucideIcon }>> = {
  draft: { tone: 'warn', icon: Hourglass },
  'in-force': { tone: 'good', icon: CircleCheck },
  changing: { tone: 'warn', icon: RefreshCw },
  retired: { tone: 'quiet', icon: Archive },
  discarded: { tone: 'quiet', icon: Undo2 },
};

/** The state of a template as icon, word and colour. */
export function TemplateStateBadge({ state }: { readonly state: TemplateState }) {
  const t = useTemplatesText();
  const { tone, icon } = states[state];
  return (
    <StateBadge tone={tone} icon={icon}>
      {t(`state.${state}`)}
    </StateBadge>
  );
}
