import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export type Tone = 'good' | 'info' | 'warn' | 'danger' | 'quiet';

export const toneClasses: Readonly<Record<Tone, string>> = {
  good: 'border-good bg-good-soft text-good',
  info: 'border-info bg-info-soft text-info',
  warn: 'border-warn bg-warn-soft text-warn',
  danger: 'border-danger bg-danger-soft text-danger',
  quiet: 'border-line-strong bg-sunken text-ink-soft',
};

/** A state: icon, word and colour, never colour alone. */
export function StateBadge({
  tone,
  icon: Icon,
  children,
}: {
  readonly tone: Tone;
  readonly icon: LucideIcon;
  readonly children: ReactNode;
}) {
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-4 border px-1.5 text-xs leading-5 font-bold whitespace-nowrap ${toneClasses[tone]}`}
    >
      <Icon aria-hidden size={14} className="shrink-0" />
      {children}
    </span>
  );
}
