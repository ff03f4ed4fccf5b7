import { fold } from '../../../shared/kernel/folding/fold.ts';
import { useQueryOf } from '../../api/queries.ts';
import { ComboBox } from '../../ui/combo-box.tsx';
import type { FieldProps } from '../../ui/field.tsx';

const SHOWN = 8;

/** A keeper or place: free text, with those of the register offered. */
export function WordField({
  of,
  value,
  onChange,
  ...field
}: FieldProps & {
  readonly of: 'keepers' | 'places';
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const summary = useQueryOf('media', 'registerSummary', {});
  const typed = fold(value);
  const words = (summary.data?.[of] ?? [])
    .filter((word) => word !== value && fold(word).includes(typed))
    .slice(0, SHOWN);
  return (
    <ComboBox
      {...field}
      required
      value={value}
      onChange={onChange}
      items={words}
      keyOf={(word) => word}
      textOf={(word) => word}
    />
  );
}
