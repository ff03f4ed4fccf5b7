import type { KeyboardEvent } from 'react';
import type { KnownVisitor } from '../../../shared/entries/model.ts';
import { useQueryOf } from '../../api/queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { isComposing } from '../../ui/keys.ts';
import { EmptyState, QueryStates } from '../../ui/states.tsx';
import { useText } from '../text.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { KnownLine } from './NameField.tsx';

/** The keys by which the first of the list are chosen. */
const KEYS = '123456789abcdefghijklmnopqrstuvwxyz';

function Choices({
  known,
  onPick,
}: {
  readonly known: readonly KnownVisitor[];
  readonly onPick: (one: KnownVisitor) => void;
}) {
  const t = useText();
  if (known.length === 0) return <EmptyState title={t('repeat.none')}>{t('repeat.noneDo')}</EmptyState>;
  const pressed = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey || event.metaKey) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const buttons = [...event.currentTarget.querySelectorAll('button')];
      const at = buttons.findIndex((button) => button === document.activeElement);
      buttons[(at + step + buttons.length) % buttons.length]?.focus();
      return;
    }
    const chosen =
      event.key.length === 1 ? known[KEYS.indexOf(event.key.normalize('NFKC').toLowerCase())] : undefined;
    if (chosen === undefined) return;
    event.preventDefault();
    onPick(chosen);
  };
  return (
    <ol onKeyDown={pressed} className="flex flex-col">
      {known.map((one, index) => (
        <li key={`${one.name} ${one.organisation} ${one.areaId}`} className="border-b border-line">
          <button
            type="button"
            autoFocus={index === 0}
            onClick={() => onPick(one)}
            className="focus-ring flex w-full items-center gap-3 px-2 py-2 text-left hover:bg-hover"
          >
            <span aria-hidden className="w-6 text-center">
              <Kbd>{KEYS[index]?.toUpperCase() ?? '　'}</Kbd>
            </span>
            <span className="min-w-0 flex-1">
              <KnownLine known={one} />
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Who came the last time: one key fills the form with one of them. */
export function RepeatDialog({
  isOpen,
  onClose,
  onPick,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onPick: (known: KnownVisitor) => void;
}) {
  const t = useText();
  const known = useQueryOf('entries', 'repeatable', {}, { enabled: isOpen });
  return (
    <Dialog title={t('repeat.title')} isOpen={isOpen} onClose={onClose}>
      <p className="mb-2 text-sm text-ink-soft">{t('repeat.hint')}</p>
      <QueryStates query={known}>{(list) => <Choices known={list} onPick={onPick} />}</QueryStates>
    </Dialog>
  );
}
