import { History } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Form, FormErrorSummary } from '../../ui/form.tsx';
import { useFieldKeys } from '../../ui/use-field-keys.ts';
import { focusFirst } from '../../ui/field-order.ts';
import { isKey } from '../../ui/keys.ts';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { useText, useWords } from '../text.ts';
import { useFieldLabel } from '../words.tsx';
import { DoorFields } from './DoorFields.tsx';
import { RepeatDialog } from './RepeatDialog.tsx';
import type { Door } from './use-door.ts';

/** The door's form: everything by keyboard, in the order of the paper form. */
export function DoorForm({
  door,
  onShow,
}: {
  readonly door: Door;
  readonly onShow: (visitId: string) => void;
}) {
  const t = useText();
  const words = useWords();
  const labelOf = useFieldLabel();
  const frame = useRef<HTMLDivElement>(null);
  const [repeating, setRepeating] = useState(false);
  const [emptying, setEmptying] = useState(false);
  const { draft, wanted, clearWanted } = door;
  const entering = draft.mode === 'enter';

  useEffect(() => {
    if (wanted === null || frame.current === null) return;
    clearWanted();
    if (!focusFirst(frame.current, wanted))
      frame.current.querySelector<HTMLElement>('button[type="submit"]')?.focus();
  }, [wanted, clearWanted]);

  const submit = (): void => {
    if (!door.pending) void door.submit();
  };
  useShortcut('Ctrl+Enter', submit);
  useShortcut('F6', () => setRepeating(true));

  /** Enter adds to the party, and waits for an answer that is still owed. */
  const stay = (field: string): boolean => {
    if (field === 'joining' && draft.joining.trim() !== '') door.join();
    else if (field === 'followIn' && draft.followIn === null) door.leave('followIn');
    else return false;
    return true;
  };
  const keys = useFieldKeys(frame, submit, stay);
  const afterField = (event: KeyboardEvent<HTMLDivElement>): void => {
    const inside = frame.current?.contains(event.target as HTMLElement) === true && !event.defaultPrevented;
    if (inside && isKey(event.nativeEvent, 'Escape') && door.dirty) setEmptying(true);
    keys.onKeyDown(event);
  };

  const problems = door.problems.map(({ field, code, detail }) => ({
    label: labelOf(field),
    message: words(code, detail) ?? '',
    name: field,
  }));
  return (
    <div
      ref={frame}
      onKeyDownCapture={keys.onKeyDownCapture}
      onKeyDown={afterField}
      className="flex h-full flex-col"
    >
      <Form
        onSubmit={submit}
        label={t(entering ? 'door.title' : 'door.expectTitle')}
        className="flex min-h-0 flex-1 flex-col"
      >
        <div className="flex flex-wrap items-center justify-between gap-2 px-4 pt-3 pb-1">
          <h2 className="text-lg font-bold">
            {t(draft.visitId !== null ? 'door.arrivalTitle' : entering ? 'door.title' : 'door.expectTitle')}
          </h2>
          <div className="flex flex-wrap gap-2">
            <Button size="sm" icon={History} shortcut="F6" onPress={() => setRepeating(true)}>
              {t('repeat.open')}
            </Button>
          </div>
        </div>
        <div className="relative flex min-h-0 flex-1 scroll-py-10 flex-col gap-3 overflow-y-auto px-4 pt-1 pb-3">
          {door.restored ? (
            <p role="status" className="rounded-6 bg-info-soft px-3 py-2 text-sm text-info">
              {t('door.restored')}
            </p>
          ) : null}
          <FormErrorSummary errors={door.submitted && problems.length > 1 ? problems : []} />
          <DoorFields door={door} onShow={onShow} />
        </div>
        <div className="flex shrink-0 flex-wrap items-center gap-3 border-t border-line bg-surface px-4 py-2">
          <Button type="submit" variant="solid" shortcut="Ctrl+Enter" pending={door.pending}>
            {t(entering ? 'door.submit' : 'door.announce')}
          </Button>
          <Button variant="outline" shortcut="Esc" isDisabled={!door.dirty} onPress={() => setEmptying(true)}>
            {t('door.clear')}
          </Button>
        </div>
      </Form>
      <RepeatDialog
        isOpen={repeating}
        onClose={() => setRepeating(false)}
        onPick={(known) => {
          setRepeating(false);
          door.fill(known);
        }}
      />
      <ConfirmDialog
        title={t('door.clearTitle')}
        isOpen={emptying}
        onClose={() => {
          setEmptying(false);
        }}
        confirm={t('door.clear')}
        explanation={<p>{t('door.clearAsk')}</p>}
        onConfirm={() => {
          setEmptying(false);
          door.clear();
        }}
      />
    </div>
  );
}
