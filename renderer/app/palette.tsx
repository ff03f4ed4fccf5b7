import { type KeyboardEvent, useId, useState } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useNavigate } from 'react-router';
import { useAccountsActions } from '../accounts/palette.ts';
import { useEntriesActions } from '../entries/palette.ts';
import { useRegisterActions } from '../media/register/palette.ts';
import { useMediaActions } from '../media/palette.ts';
import { useQueryOf } from '../api/queries.ts';
import { Kbd } from '../ui/kbd.tsx';
import { isComposing } from '../ui/keys.ts';
import { useDebounced } from '../ui/use-debounced.ts';
import { useFormat } from '../ui/use-format.ts';
import { useText } from './i18n.ts';
import { useShellActions } from './palette-actions.ts';
import { useSession } from './session.ts';

interface Found {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  readonly keys?: string | undefined;
  readonly act: () => void;
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Ctrl+K: every action by its name, and every visit this person may see, in one field. */
export default function Palette({
  onClose,
  onLock,
  onManual,
}: {
  readonly onClose: () => void;
  readonly onLock: () => void;
  readonly onManual: () => void;
}) {
  const t = useText();
  const id = useId();
  const format = useFormat();
  const navigate = useNavigate();
  const { may } = useSession();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const entries = useEntriesActions();
  const shell = useShellActions(onLock, onManual);
  const media = useMediaActions();
  const accounts = useAccountsActions();
  const register = useRegisterActions();
  const asked = useDebounced(text.trim());
  const search = useQueryOf(
    'entries',
    'search',
    { text: asked, filter: {}, limit: 8 },
    { enabled: asked !== '' && may('entries.search'), keepPrevious: true },
  );

  const go = (to: string) => () => void navigate(to);
  const wanted = folded(text.trim());
  const actions: readonly Found[] = [
    ...[...entries, ...media, ...register, ...accounts]
      .filter(({ channel }) => may(channel))
      .map(({ id: key, label, keys, to }) => ({ id: key, label, keys, act: go(to) })),
    ...shell,
  ].filter(({ label }) => folded(label).includes(wanted));
  const visits: readonly Found[] = (wanted === '' ? [] : (search.data?.rows ?? [])).map((row) => ({
    id: row.id,
    label: row.name,
    note: [row.organisation, row.areaName, row.enteredAt === null ? '' : format.dateTime(row.enteredAt)]
      .filter((part) => part !== '')
      .join('　'),
    act: go(`/entries/visits/${row.id}`),
  }));
  const found = [...actions, ...visits];
  const index = Math.min(at, found.length - 1);

  const choose = (one: Found | undefined): void => {
    if (one === undefined) return;
    onClose();
    one.act();
  };
  const pressed = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      choose(found[index]);
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && found.length > 0) {
      event.preventDefault();
      const next = (index + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length;
      setAt(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    }
  };

  const part = (title: string, rows: readonly Found[], from: number) =>
    rows.length === 0 ? null : (
      <div role="group" aria-label={title}>
        <div aria-hidden className="px-4 pt-2 text-xs font-bold text-ink-soft">
          {title}
        </div>
        {rows.map((row, place) => (
          <div
            key={row.id}
            id={`${id}-${from + place}`}
            role="option"
            tabIndex={-1}
            aria-selected={from + place === index}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(row)}
            className={`flex items-baseline gap-3 px-4 py-2 ${from + place === index ? 'bg-selected' : 'hover:bg-hover'}`}
          >
            <span className="font-bold">{row.label}</span>
            {row.note === undefined ? null : (
              <span className="truncate text-sm text-ink-soft">{row.note}</span>
            )}
            {row.keys === undefined ? null : (
              <span className="ml-auto">
                <Kbd>{row.keys}</Kbd>
              </span>
            )}
          </div>
        ))}
      </div>
    );

  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className="fixed inset-0 z-40 flex items-start justify-center bg-black/55 px-4 pt-[10vh]"
    >
      <Modal className="w-full max-w-2xl overflow-hidden rounded-12 bg-surface text-ink shadow-4">
        <AriaDialog aria-label={t('palette.title')} className="outline-none">
          <div className="p-3">
            <input
              type="text"
              role="combobox"
              aria-label={t('palette.field')}
              aria-expanded={found.length > 0}
              aria-controls={`${id}-l`}
              aria-activedescendant={found.length > 0 ? `${id}-${index}` : undefined}
              aria-autocomplete="list"
              autoFocus
              autoComplete="off"
              spellCheck={false}
              placeholder={t('palette.field')}
              className="field-box focus-ring min-h-12 text-lg"
              value={text}
              maxLength={200}
              onChange={(event) => {
                setText(event.target.value);
                setAt(0);
              }}
              onKeyDown={pressed}
            />
          </div>
          <div
            id={`${id}-l`}
            role="listbox"
            aria-label={t('palette.results')}
            className="max-h-[55vh] overflow-auto pb-2"
          >
            {part(t('palette.actions'), actions, 0)}
            {part(t('palette.visits'), visits, actions.length)}
          </div>
          <p role="status" className="px-4 pb-3 text-sm text-ink-soft">
            {found.length === 0 ? t('palette.none') : t('palette.count', { n: found.length })}
            {wanted !== '' && search.data?.more === true ? `　${t('palette.more')}` : ''}
          </p>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
