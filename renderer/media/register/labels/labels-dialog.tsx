import { useState } from 'react';
import type { Medium } from '../../../../shared/media/register/model.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorText } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useRegisterText } from '../text.ts';
import { LABELS_PER_PAGE, LabelsSheet } from './labels-sheet.tsx';

/** Which label to begin with, as typed in any width; undefined for anything but 1 to 24. */
export function firstLabel(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim();
  const first = /^\d{1,2}$/u.test(plain) ? Number(plain) : 0;
  return first >= 1 && first <= LABELS_PER_PAGE ? first : undefined;
}

/** Chooses the media to print labels for, and where on a sheet that was used in part they begin; then shows the paper. */
export function LabelsDialog({
  media,
  onClose,
}: {
  readonly media: readonly Medium[];
  readonly onClose: () => void;
}) {
  const t = useRegisterText();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState('1');
  const [tried, setTried] = useState(false);
  const [printing, setPrinting] = useState(false);
  const first = firstLabel(typed);
  const chosen = media.filter(({ id }) => !left.has(id));
  if (printing && first !== undefined) return <LabelsSheet media={chosen} first={first} onClose={onClose} />;
  const toggle = (id: string, on: boolean): void => {
    const next = new Set(left);
    if (on) next.delete(id);
    else next.add(id);
    setLeft(next);
  };
  return (
    <Dialog title={t('labels.title')} isOpen onClose={onClose}>
      <Form
        onSubmit={() => {
          setTried(true);
          if (first !== undefined && chosen.length > 0) setPrinting(true);
        }}
        className="flex flex-col gap-3"
      >
        <p className="text-sm">{t('labels.about', { n: media.length })}</p>
        <TextField
          label={t('labels.first')}
          inputMode="numeric"
          autoFocus
          maxLength={2}
          description={t('labels.firstHint')}
          value={typed}
          onChange={setTyped}
          error={first === undefined ? t('labels.range') : undefined}
          className="max-w-96"
        />
        {media.length === 1 ? null : (
          <div role="group" aria-label={t('labels.choose')}>
            <div className="flex gap-2">
              <Button size="sm" variant="text" onPress={() => setLeft(new Set())}>
                {t('labels.all')}
              </Button>
              <Button size="sm" variant="text" onPress={() => setLeft(new Set(media.map(({ id }) => id)))}>
                {t('labels.none')}
              </Button>
            </div>
            <ul className="max-h-72 overflow-y-auto rounded-8 border border-line px-3 py-1">
              {media.map(({ id, number, name }) => (
                <li key={id}>
                  <Checkbox isSelected={!left.has(id)} onChange={(on) => toggle(id, on)}>
                    <strong className="tabular-nums">{number}</strong> {name}
                  </Checkbox>
                </li>
              ))}
            </ul>
          </div>
        )}
        {tried && chosen.length === 0 ? <ErrorText>{t('labels.nothing')}</ErrorText> : null}
        <div className="flex justify-end gap-3">
          <Button onPress={onClose}>{t('action.back')}</Button>
          <Button type="submit" variant="solid">
            {t('labels.preview', { n: chosen.length })}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
