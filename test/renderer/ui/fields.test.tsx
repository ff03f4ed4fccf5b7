import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { ComboBox } from '../../../renderer/ui/combo-box.tsx';
import { DateTimeField } from '../../../renderer/ui/date-time-field.tsx';
import { Form } from '../../../renderer/ui/form.tsx';
import { fromJst, type Instant } from '../../../shared/kernel/time.ts';

afterEach(cleanup);

const people = [
  { id: '1', name: '齋藤 実' },
  { id: '2', name: '斉藤 恵' },
];

function Door({ onSubmit }: { readonly onSubmit: (name: string) => void }) {
  const [name, setName] = useState('');
  return (
    <Form label="door" onSubmit={() => onSubmit(name)}>
      <ComboBox
        label="氏名"
        value={name}
        onChange={setName}
        items={name === '' ? [] : people}
        keyOf={(person) => person.id}
        textOf={(person) => person.name}
      />
      <button type="submit">入室</button>
    </Form>
  );
}

function field(): HTMLInputElement {
  return screen.getByRole<HTMLInputElement>('combobox', { name: '氏名' });
}

describe('a field with suggestions', () => {
  test('offers what was found, and the arrows and Enter take one without submitting', () => {
    const sent: string[] = [];
    render(<Door onSubmit={(name) => sent.push(name)} />);
    fireEvent.change(field(), { target: { value: 'さい' } });
    expect(screen.getAllByRole('option', { hidden: true }).map((option) => option.textContent)).toEqual([
      '齋藤 実',
      '斉藤 恵',
    ]);
    fireEvent.keyDown(field(), { key: 'ArrowDown' });
    fireEvent.keyDown(field(), { key: 'ArrowDown' });
    const enter = fireEvent.keyDown(field(), { key: 'Enter' });
    expect([field().value, enter, sent]).toEqual(['斉藤 恵', false, []]);
  });

  test('leaves Enter to the form when nothing is highlighted', () => {
    render(<Door onSubmit={() => undefined} />);
    fireEvent.change(field(), { target: { value: 'さい' } });
    expect(fireEvent.keyDown(field(), { key: 'Enter' })).toBe(true);
    expect(screen.queryAllByRole('option', { hidden: true })).toEqual([]);
  });

  test('neither chooses nor submits by the Enter that ends an IME composition', () => {
    render(<Door onSubmit={() => undefined} />);
    fireEvent.change(field(), { target: { value: 'さい' } });
    fireEvent.keyDown(field(), { key: 'ArrowDown' });
    const enter = fireEvent.keyDown(field(), { key: 'Enter', isComposing: true });
    expect([field().value, enter]).toEqual(['さい', false]);
  });

  test('closes with Escape and keeps what was typed', () => {
    render(<Door onSubmit={() => undefined} />);
    fireEvent.change(field(), { target: { value: 'さい' } });
    fireEvent.keyDown(field(), { key: 'Escape' });
    expect([field().value, field().getAttribute('aria-expanded')]).toEqual(['さい', 'false']);
  });
});

describe('a field for a day and time', () => {
  const seen: (Instant | null | undefined)[] = [];
  function Entered() {
    const [at, setAt] = useState<Instant | null | undefined>(null);
    return (
      <DateTimeField
        label="入室"
        value={at}
        onChange={(next) => {
          seen.push(next);
          setAt(next);
        }}
      />
    );
  }
  const type = (text: string): HTMLInputElement => {
    const input = screen.getByRole<HTMLInputElement>('textbox', { name: '入室' });
    fireEvent.focus(input);
    fireEvent.change(input, { target: { value: text } });
    fireEvent.blur(input);
    return input;
  };

  test('reads an era date and tidies it when it is left', () => {
    render(<Entered />);
    expect(type('令和8年11月23日 14時5分').value).toBe('2026-11-23 14:05');
    expect(seen.at(-1)).toBe(fromJst(2026, 11, 23, 14, 5));
  });

  test('says that an era has no such day, keeps what was typed, and gives undefined', () => {
    render(<Entered />);
    expect(type('H31.5.1 10:00').value).toBe('H31.5.1 10:00');
    expect(seen.at(-1)).toBeUndefined();
    expect(screen.getByText(/その元号にその日はありません/u)).toBeDefined();
  });

  test('is null when emptied', () => {
    render(<Entered />);
    type('2026-11-23 14:05');
    type('');
    expect(seen.at(-1)).toBeNull();
  });
});
