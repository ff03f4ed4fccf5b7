import { useState } from 'react';
import { useQueryOf } from '../../../api/queries.ts';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { useDebounced } from '../../../ui/use-debounced.ts';
import { useText } from '../../text.ts';
import { Field } from './fields.tsx';
import { useFormText } from './text.ts';
import type { RequestForm } from './use-request-form.ts';

const OFFERED = 20;

/** A medium of the register that is at its place, found by number or name. */
export function RegisterField({ form }: { readonly form: RequestForm }) {
  const t = useFormText();
  const words = useText();
  const [typing, setTyping] = useState(false);
  const text = useDebounced(form.draft.mediumText, 80);
  const found = useQueryOf(
    'media',
    'media',
    {
      filter: { state: 'kept', ...(text.trim() === '' ? {} : { text: text.slice(0, 100) }) },
      offset: 0,
      limit: OFFERED,
    },
    { enabled: typing, keepPrevious: true, staleTime: 5_000 },
  );
  const items = typing ? (found.data?.rows ?? []) : [];
  const path = 'details.medium.mediumId';
  return (
    <Field path={path} width="whole">
      <ComboBox
        label={t('field.medium')}
        name={path}
        required
        description={t('field.mediumHint')}
        value={form.draft.mediumText}
        items={items}
        keyOf={({ id }) => id}
        textOf={({ number, name }) => `${number} ${name}`}
        renderItem={(medium) => (
          <span className="block min-w-0">
            <span className="block truncate">
              <strong>{medium.number}</strong>
              <span className="ml-2">{medium.name}</span>
            </span>
            <span className="block truncate text-xs text-ink-soft">
              {[
                words(`kind.${medium.kind}`),
                words(`encryption.${medium.encryption}`),
                words(`confidentiality.${medium.upTo}`),
                medium.keeper,
              ].join(' / ')}
            </span>
          </span>
        )}
        onPick={({ id, number, name, kind }) => {
          setTyping(false);
          form.change({ mediumId: id, mediumText: `${number} ${name}`, mediumKind: kind });
        }}
        onChange={(mediumText) => {
          setTyping(true);
          form.change({ mediumText, mediumId: null });
        }}
        onBlur={() => {
          setTyping(false);
          form.leave(path);
        }}
        error={form.errorOf(path)}
      />
    </Field>
  );
}
