import type { LucideIcon } from 'lucide-react';

/** A number that answers a question, large. `alarm`: it should not be so. */
export function Figure({
  icon: Icon,
  label,
  value,
  alarm = false,
}: {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly value: string;
  readonly alarm?: boolean;
}) {
  return (
    <div
      className={`rounded-8 border p-3 ${alarm ? 'border-2 border-danger bg-danger-soft' : 'border-line'}`}
    >
      <dt className="flex items-center gap-1.5 text-sm text-ink-soft">
        <Icon aria-hidden size={16} className={alarm ? 'text-danger' : ''} />
        {label}
      </dt>
      <dd className={`text-3xl font-bold tabular-nums ${alarm ? 'text-danger' : ''}`}>{value}</dd>
    </div>
  );
}
