import { useState } from 'react';
import { useQueryOf } from '../../../api/queries.ts';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { useDebounced } from '../../../ui/use-debounced.ts';
import { useText } from '../../text.ts';
import { Field } from './fields.tsx';
import { useFormText } from './text.ts';
import type { RequestForm } from './use-request-form.ts';

const PATH = 'details.medium.mediumId';

/** A medium of the utility's own, found in the register by its number or name; only one that is at its place can be chosen. */
export function RegisterMedium({ form }: { readonly form: RequestForm }) {
  const t = useFormText();
  const words = useText();
  const [typing, setTyping] = useState(false);
  const text = useDebounced(form.draft.mediumText.trim(), 40);
  const found = useQueryOf(
    'media',
    'media',
    { filter: { state: 'kept', ...(text === '' ? {} : { text }) }, offset: 0, limit: 20 },
    { enabled: typing, keepPrevious: true },
  );
  return (
    <Field path={PATH} width="whole">
      <ComboBox
        label={t('field.medium')}
        name={PATH}
        required
        description={t('field.mediumHint')}
        value={form.draft.mediumText}
        items={typing ? (found.data?.rows ?? []) : []}
        keyOf={({ id }) => id}
        textOf={({ number, name }) => `${number} ${name}`}
        renderItem={({ number, name, kind, keeper, place }) => (
          <>
            <strong>{number}</strong> {name}
            <span className="block text-sm text-ink-soft">
              {words(`kind.${kind}`)} {keeper} {place}
            </span>
          </>
        )}
        // What is typed is looked for; only what was picked is a medium.
        onChange={(mediumText) => {
          setTyping(true);
          form.change({ mediumText, mediumId: null });
        }}
        onPick={({ id, number, name, kind }) =>
          form.change({ mediumId: id, mediumText: `${number} ${name}`, mediumKind: kind })
        }
        onBlur={() => {
          setTyping(false);
          form.leave(PATH);
        }}
        error={form.errorOf(PATH)}
      />
    </Field>
  );
}
