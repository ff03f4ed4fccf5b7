import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs';

export interface TabsProps<I extends string> {
  readonly label: string;
  readonly selected: I;
  readonly onSelect: (id: I) => void;
  readonly tabs: readonly { readonly id: I; readonly label: string; readonly count?: number | undefined }[];
  /** What the selected tab shows. */
  readonly children: ReactNode;
  readonly className?: string;
}

/** Several views of one thing, one at a time. */
export function Tabs<I extends string>({
  label,
  selected,
  onSelect,
  tabs,
  children,
  className = '',
}: TabsProps<I>) {
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => {
        const chosen = tabs.find((tab) => tab.id === key);
        if (chosen !== undefined) onSelect(chosen.id);
      }}
      className={`flex min-h-0 flex-1 flex-col ${className}`}
    >
      <TabList aria-label={label} className="flex shrink-0 flex-wrap gap-1 border-b border-line">
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="focus-ring -mb-px rounded-t-6 border-b-4 border-transparent px-4 py-2 text-sm text-ink-soft hover:bg-hover data-[selected]:border-accent data-[selected]:font-bold data-[selected]:text-accent"
          >
            {tab.label}
            {tab.count === undefined ? null : <span className="ml-2 tabular-nums">{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      <TabPanel key={selected} id={selected} className="flex min-h-0 flex-1 flex-col outline-none">
        {children}
      </TabPanel>
    </AriaTabs>
  );
}
