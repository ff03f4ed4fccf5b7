import { type ReactNode, useState } from 'react';
import type { Input } from '../../../api/bridge.ts';
import { useQueryOf } from '../../../api/queries.ts';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { DateTimeField } from '../../../ui/date-time-field.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { useDebounced } from '../../../ui/use-debounced.ts';
import type { TextFieldName } from './draft.ts';
import { PATHS } from './problems.ts';
import { useFormText } from './text.ts';
import type { RequestForm } from './use-request-form.ts';

const widths = { third: 'col-span-2', half: 'col-span-3', whole: 'col-span-full' } as const;
type Width = keyof typeof widths;

/** One field of the form, by its dot path: Enter and errors lead to it. */
export function Field({
  path,
  width = 'half',
  children,
}: {
  readonly path: string;
  readonly width?: Width;
  readonly children: ReactNode;
}) {
  return (
    <div data-field={path} className={`min-w-0 ${widths[width]}`}>
      {children}
    </div>
  );
}

/** What belongs together on the paper form, under its heading. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="border-b border-line px-4 py-3 last:border-b-0">
      <h2 className="mb-2 border-l-4 border-accent pl-2 font-bold">{title}</h2>
      <div className="grid grid-cols-6 gap-x-3 gap-y-2">{children}</div>
    </section>
  );
}

interface TextProps {
  readonly form: RequestForm;
  readonly name: TextFieldName;
  readonly label: string;
  readonly required?: boolean;
  readonly width?: Width;
  readonly description?: string;
}

function common({ form, name, label, required = false, description }: TextProps) {
  const path = PATHS[name];
  return {
    label,
    name: path,
    required,
    description,
    value: form.draft[name],
    onChange: (text: string) => form.change({ [name]: text }),
    onBlur: () => form.leave(path),
    error: form.errorOf(path),
  } as const;
}

/** A field of one line. */
export function Line(props: TextProps) {
  return (
    <Field path={PATHS[props.name]} width={props.width ?? 'half'}>
      <TextField {...common(props)} />
    </Field>
  );
}

/** A field of several lines: Shift+Enter makes a line, since Enter goes on. */
export function Lines({ rows = 2, ...props }: TextProps & { readonly rows?: number }) {
  const t = useFormText();
  const { description } = props;
  const lines = t('field.lines');
  return (
    <Field path={PATHS[props.name]} width={props.width ?? 'whole'}>
      <TextArea
        {...common(props)}
        rows={rows}
        description={description === undefined ? lines : `${description}　${lines}`}
      />
    </Field>
  );
}

/** A field of one line that offers what was written in it before. */
export function WordLine(props: TextProps & { readonly name: Input<'media', 'suggest'>['field'] }) {
  const { form, name } = props;
  const [typing, setTyping] = useState(false);
  const text = useDebounced(form.draft[name], 40);
  const words = useQueryOf(
    'media',
    'suggest',
    { field: name, text },
    { enabled: typing, keepPrevious: true, staleTime: 30_000 },
  );
  const items = typing ? (words.data ?? []) : [];
  const fields = common(props);
  return (
    <Field path={PATHS[name]} width={props.width ?? 'half'}>
      <ComboBox
        {...fields}
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

/** A day and time. */
export function TimeField({
  form,
  name,
  label,
  required,
  description,
}: {
  readonly form: RequestForm;
  readonly name: 'from' | 'until' | 'returnDue';
  readonly label: string;
  readonly required: boolean;
  readonly description?: string;
}) {
  const path = `details.${name}`;
  return (
    <Field path={path} width="third">
      <DateTimeField
        label={label}
        name={path}
        required={required}
        value={form.draft[name]}
        onChange={(at) => form.change({ [name]: at })}
        onBlur={() => form.leave(path)}
        error={form.errorOf(path)}
        description={description}
      />
    </Field>
  );
}
