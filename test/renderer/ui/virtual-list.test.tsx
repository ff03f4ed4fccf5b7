import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { VirtualList } from '../../../renderer/ui/virtual-list.tsx';

afterEach(cleanup);

const noRange = (): void => undefined;
const row = (index: number) => `row ${index}`;

function Rows({
  total,
  rowAt = row,
}: {
  readonly total: number;
  readonly rowAt?: (index: number) => string | undefined;
}) {
  const [selected, setSelected] = useState<number | null>(null);
  return (
    <VirtualList
      label="履歴"
      total={total}
      rowAt={rowAt}
      onRange={noRange}
      rowHeight={40}
      renderRow={(text) => text}
      selectedIndex={selected}
      onSelect={setSelected}
    />
  );
}

function chosen(): string | null | undefined {
  return screen.queryByRole('option', { selected: true })?.textContent;
}

test('of 1,000,000 rows only those in sight exist, each with its place', () => {
  render(<Rows total={1_000_000} />);
  const options = screen.getAllByRole('option');
  expect(options.length).toBeLessThan(60);
  expect([options[0]?.getAttribute('aria-posinset'), options[0]?.getAttribute('aria-setsize')]).toEqual([
    '1',
    '1000000',
  ]);
});

test('keys lead to the next row, the end and back to the beginning', () => {
  render(<Rows total={1_000_000} />);
  const list = screen.getByRole('listbox');
  const after = (...keys: readonly string[]) => {
    for (const key of keys) fireEvent.keyDown(list, { key });
    return chosen();
  };
  expect(after('ArrowDown')).toBe('row 0');
  expect(after('ArrowDown', 'ArrowDown')).toBe('row 2');
  expect(after('ArrowUp')).toBe('row 1');
  expect(after('End')).toBe('row 999999');
  expect(after('ArrowDown')).toBe('row 999999');
  expect(after('Home')).toBe('row 0');
});

test('a row that is still being read is chosen when it comes', () => {
  const { rerender } = render(<Rows total={10} rowAt={() => undefined} />);
  fireEvent.keyDown(screen.getByRole('listbox'), { key: 'End' });
  expect(chosen()).toBeUndefined();
  rerender(<Rows total={10} />);
  expect(chosen()).toBe('row 9');
});
