import type { ReactNode } from 'react';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  /** Takes the whole width. */
  readonly wide?: boolean;
}

const columnClasses = { 1: '', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-2 lg:grid-cols-3' } as const;

/** What is known of a record, by name. Facts without a value are shown as such. */
export function FactList({
  facts,
  columns = 2,
}: {
  readonly facts: readonly Fact[];
  readonly columns?: 1 | 2 | 3;
}) {
  return (
    <dl className={`grid grid-cols-1 gap-x-6 gap-y-2 ${columnClasses[columns]}`}>
      {facts.map(({ label, value, wide = false }) => (
        <div key={label} className={`min-w-0 ${wide ? 'col-span-full' : ''}`}>
          <dt className="text-xs text-ink-soft">{label}</dt>
          <dd className="break-words">
            {value === null || value === undefined || value === '' ? '－' : value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
