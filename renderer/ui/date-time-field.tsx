import { useState } from 'react';
import type { Instant } from '../../shared/kernel/time.ts';
import { useText } from '../app/i18n.ts';
import type { FieldProps } from './field.tsx';
import { parseDate, parseDateTime, type TypedDate } from './parse-date.ts';
import { TextField } from './text-field.tsx';
import { useFormat } from './use-format.ts';
import { useNow } from './use-now.ts';

export interface DateTimeFieldProps extends FieldProps {
  /** null: empty; undefined: what is typed is not a date. */
  readonly value: Instant | null | undefined;
  readonly onChange: (at: Instant | null | undefined) => void;
  /** `day` takes a day alone and gives its beginning in Japan. */
  readonly precision?: 'minute' | 'day';
  readonly className?: string;
}

function valueOf(parsed: TypedDate): Instant | null | undefined {
  return parsed.state === 'valid' ? parsed.at : parsed.state === 'empty' ? null : undefined;
}

/** A day and time in Japan, typed: 2026-11-23 14:05, R8.11.23 14:05, or 14:05 alone for today. Tidied when it is left. */
export function DateTimeField(props: DateTimeFieldProps) {
  const { value, onChange, precision = 'minute', error, onBlur, description, ...field } = props;
  const t = useText();
  const format = useFormat();
  const shown = (at: Instant): string => (precision === 'day' ? format.shortDate(at) : format.dateTime(at));
  const now = useNow(60_000);
  const read = (text: string): TypedDate =>
    precision === 'day' ? parseDate(text, now) : parseDateTime(text, now);

  // The text typed stands for as long as it means the value; a value set from outside replaces it.
  const [typed, setTyped] = useState<{ readonly text: string; readonly left: boolean }>({
    text: '',
    left: true,
  });
  const parsed = read(typed.text);
  const fresh = value !== undefined && valueOf(parsed) !== value;
  const text = fresh ? (value === null ? '' : shown(value)) : typed.text;
  const wrong = !fresh && typed.left && parsed.state === 'invalid' ? t(`refusal.${parsed.code}`) : undefined;

  return (
    <TextField
      {...field}
      value={text}
      error={wrong ?? error}
      description={description ?? t(precision === 'day' ? 'field.dateHint' : 'field.dateTimeHint')}
      onChange={(next) => {
        setTyped({ text: next, left: false });
        onChange(valueOf(read(next)));
      }}
      onBlur={() => {
        setTyped({ text: parsed.state === 'valid' && !fresh ? shown(parsed.at) : text, left: true });
        onBlur?.();
      }}
    />
  );
}
