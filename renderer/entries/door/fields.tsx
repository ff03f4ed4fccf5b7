import type { ReactNode } from 'react';
import { useState } from 'react';
import type { ChannelName, Input } from '../../api/bridge.ts';
import { useQueryOf } from '../../api/queries.ts';
import { ComboBox } from '../../ui/combo-box.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { useDebounced } from '../../ui/use-debounced.ts';
import { useText } from '../text.ts';
import type { TextFieldName } from './draft.ts';
import type { Door } from './use-door.ts';

/** How much of the form's six columns a field takes. */
const widths = {
  third: 'col-span-2',
  half: 'col-span-3',

  whole: 'col-span-full',
  own: '',
} as const;
export type FieldWidth = keyof typeof widths;

/** One field of the form, by its dot path: Enter and errors lead to it. `own`: it stands outside the form's columns. */
export function Field({
  path,
  width = 'half',
  children,
}: {
  readonly path: string;
  readonly width?: FieldWidth;
  readonly children: ReactNode;
}) {
  return (
    <div data-field={path} className={`min-w-0 ${widths[width]}`}>
      {children}
    </div>
  );
}

interface TextProps {
  readonly door: Door;
  readonly name: TextFieldName;
  readonly required?: boolean | undefined;
  readonly width?: FieldWidth;
}

function common({ door, name, required }: TextProps) {
  const path = `details.${name}`;
  return {
    name: path,
    value: door.draft[name],
    onChange: (text: string) => door.set(name, text),
    onBlur: () => door.leave(path),
    error: door.errorOf(path),
    required,
  } as const;
}

/** A field of one line. */
export function Line(props: TextProps) {
  const t = useText();
  return (
    <Field path={`details.${props.name}`} width={props.width ?? 'half'}>
      <TextField {...common(props)} label={t(`field.${props.name}`)} />
    </Field>
  );
}

/** A field of several lines: Shift+Enter makes a line, since Enter goes on. */
export function Lines(props: TextProps) {
  const t = useText();
  return (
    <Field path={`details.${props.name}`} width="whole">
      <TextArea {...common(props)} rows={2} label={t(`field.${props.name}`)} description={t('door.lines')} />
    </Field>
  );
}

type WordField = Input<'entries', 'suggestWords' & ChannelName<'entries'>>['field'];

/** A field of one line that offers what was written in it before. */
export function WordLine(props: TextProps & { readonly name: WordField }) {
  const { door, name } = props;
  const t = useText();
  const [typing, setTyping] = useState(false);
  const text = useDebounced(door.draft[name], 40);
  const words = useQueryOf(
    'entries',
    'suggestWords',
    { field: name, text },
    { enabled: door.enabled && typing, keepPrevious: true, staleTime: 30_000 },
  );
  const items = typing ? (words.data ?? []) : [];
  const fields = common(props);
  return (
    <Field path={`details.${name}`}>
      <ComboBox
        {...fields}
        label={t(`field.${name}`)}
        items={items}
        keyOf={(item) => String(items.indexOf(item))}
        textOf={(item) => item}
        onChange={(next) => {
          setTyping(true);
          fields.onChange(next);
        }}
        onBlur={() => {
          setTyping(false);
          fields.onBlur();
        }}
      />
    </Field>
  );
}
