import { useState } from 'react';
import type { KnownVisitor } from '../../../shared/entries/model.ts';
import { useQueryOf } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { useDebounced } from '../../ui/use-debounced.ts';
import { useFormat } from '../../ui/use-format.ts';
import { useText } from '../text.ts';
import { Field } from './fields.tsx';
import type { Door } from './use-door.ts';

/** A remembered visitor as offered: who, from where, what for, and when last. */
export function KnownLine({ known }: { readonly known: KnownVisitor }) {
  const t = useText();
  const format = useFormat();
  return (
    <span className="block min-w-0">
      <span className="block truncate">
        <strong>{known.name}</strong>
        {known.organisation === '' ? null : <span className="ml-2 text-sm">{known.organisation}</span>}
      </span>
      <span className="block truncate text-xs text-ink-soft tabular-nums">
        {[
          known.reading,
          known.purpose,
          t('door.last', { at: format.shortDate(known.lastAt), n: known.visits }),
        ]
          .filter((word) => word !== '')
          .join(t('list.dot'))}
      </span>
    </span>
  );
}

/** The name, with the people the ledger remembers: one of them fills the rest of the form. */
export function NameField({ door }: { readonly door: Door }) {
  const t = useText();
  const [typing, setTyping] = useState(false);
  const text = useDebounced(door.draft.name, 40);
  const found = useQueryOf(
    'entries',
    'suggestVisitors',
    { text, kind: door.draft.kind },
    { enabled: door.enabled && typing && text.trim() !== '', keepPrevious: true, staleTime: 5_000 },
  );
  const items = typing && door.draft.name.trim() !== '' ? (found.data ?? []) : [];
  return (
    <Field path="details.name">
      <ComboBox
        label={t('field.name')}
        name="details.name"
        required
        autoFocus
        value={door.draft.name}
        items={items}
        keyOf={(known) => String(items.indexOf(known))}
        textOf={(known) => known.name}
        renderItem={(known) => <KnownLine known={known} />}
        onPick={(known) => {
          setTyping(false);
          door.fill(known);
        }}
        onChange={(next) => {
          setTyping(true);
          door.set('name', next);
        }}
        onBlur={() => {
          setTyping(false);
          door.leave('details.name');
        }}
        error={door.errorOf('details.name')}
      />
    </Field>
  );
}

/** The same person seems to be inside or expected: see that visit, take it, or say that this is another. */
export function SamePerson({
  door,
  onShow,
}: {
  readonly door: Door;
  readonly onShow: (visitId: string) => void;
}) {
  const t = useText();
  const { refused } = door;
  const visitId = refused?.detail?.['visit'];
  if (refused === null || typeof visitId !== 'string') return null;
  if (refused.code !== 'same-person-inside' && refused.code !== 'same-person-expected') return null;
  const announced = refused.code === 'same-person-expected';
  return (
    <div
      role="group"
      aria-label={t('same.label')}
      className="col-span-full rounded-8 border border-warn bg-warn-soft p-3 text-sm"
    >
      <p>{t(announced ? 'same.expected' : 'same.inside', refused.detail ?? {})}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        {announced ? (
          <Button size="sm" variant="solid" onPress={() => void door.submitAs(visitId)}>
            {t('same.take')}
          </Button>
        ) : null}
        <Button size="sm" onPress={() => onShow(visitId)}>
          {t('same.show')}
        </Button>
        <Button size="sm" onPress={() => void door.submitAnother()}>
          {t('same.another')}
        </Button>
      </div>
    </div>
  );
}
