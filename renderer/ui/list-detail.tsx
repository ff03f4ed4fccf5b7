import type { ReactNode } from 'react';

/** A page of the shell: its title, what may be done on it, its content. */
export function Page({
  title,
  places,
  actions,
  toolbar,
  children,
}: {
  readonly title: string;
  /** The ways to the other pages of the same ledger, above the title. */
  readonly places?: ReactNode;
  readonly actions?: ReactNode;
  /** Filters and search, under the title. */
  readonly toolbar?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line bg-surface px-4 py-2">
        {places === undefined ? null : <div className="-mx-2 w-full">{places}</div>}
        <h1 className="text-xl font-bold">{title}</h1>
        {actions === undefined ? null : <div className="flex flex-wrap gap-2">{actions}</div>}
        {toolbar === undefined ? null : <div className="w-full">{toolbar}</div>}
      </div>
      <div className="relative flex min-h-0 flex-1 flex-col overflow-auto">{children}</div>
    </div>
  );
}

/** A list at the left, the record at the right; below each other where there is no room. */
export function ListDetail({
  list,
  detail,
  listLabel,
  detailLabel,
  detailWidth = '27rem',
}: {
  readonly list: ReactNode;
  readonly detail: ReactNode;
  readonly listLabel: string;
  readonly detailLabel: string;
  /** Width of the right side, in CSS. */
  readonly detailWidth?: string;
}) {
  return (
    <div className="relative flex min-h-0 flex-1 flex-col overflow-auto min-[64rem]:flex-row min-[64rem]:overflow-hidden">
      <section
        aria-label={listLabel}
        className="flex min-w-0 flex-col bg-surface max-[64rem]:h-[70vh] max-[64rem]:min-h-72 max-[64rem]:shrink-0 min-[64rem]:min-h-0 min-[64rem]:flex-1"
      >
        {list}
      </section>
      <section
        aria-label={detailLabel}
        className="relative w-full min-w-0 shrink-0 overflow-y-auto border-line bg-surface max-[64rem]:border-t-4 min-[64rem]:w-(--detail) min-[64rem]:border-l"
        style={{ '--detail': detailWidth } as React.CSSProperties}
      >
        {detail}
      </section>
    </div>
  );
}

/** A part of a page under a heading of its own. */
export function Section({
  title,
  actions,
  children,
}: {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="p-4">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-lg font-bold">{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}

/** Something that belongs together, set off from the ground. */
export function Card({
  children,
  className = '',
}: {
  readonly children: ReactNode;
  readonly className?: string;
}) {
  return <div className={`rounded-8 border border-line bg-surface p-4 ${className}`}>{children}</div>;
}
