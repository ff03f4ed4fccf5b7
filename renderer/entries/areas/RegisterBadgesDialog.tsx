import { useState } from 'react';
import { AREA_LEVELS, type AreaLevel } from '../../../shared/entries/model.ts';
import { useCommand } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { useText, useWords } from '../text.ts';
import { badgeRun, LONGEST_RUN } from './badge-run.ts';

const LEVEL_IDS = ['1', '2', '3'] as const;

/** Registers a run of badges: prefix, first number, how many, level. All of them or none. */
export function RegisterBadgesDialog({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const t = useText();
  return (
    <Dialog title={t('badges.register')} isOpen={isOpen} onClose={onClose}>
      <RegisterForm onClose={onClose} />
    </Dialog>
  );
}

const numberIn = (text: string): number => Number(text.normalize('NFKC').trim() || 'NaN');

function RegisterForm({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const words = useWords();
  const register = useCommand('entries', 'registerBadges');
  const [prefix, setPrefix] = useState('');
  const [first, setFirst] = useState('1');
  const [count, setCount] = useState('20');
  const [level, setLevel] = useState<AreaLevel>(2);
  const [tried, setTried] = useState(false);

  const run = badgeRun(prefix, numberIn(first), numberIn(count), level);
  const refused = register.error?.refusal;
  const wrongRun = run.length === 0 ? t('badges.runWrong', { most: LONGEST_RUN }) : undefined;
  const submit = (): void => {
    setTried(true);
    if (run.length === 0 || prefix.trim() === '') return;
    register.mutate(
      { badges: [...run] },
      {
        onSuccess: () => {
          notify(
            t('badges.registered', {
              n: run.length,
              first: run[0]?.label ?? '',
              last: run.at(-1)?.label ?? '',
            }),
          );
          onClose();
        },
      },
    );
  };
  const changed =
    (set: (text: string) => void) =>
    (text: string): void => {
      set(text);
      register.reset();
    };
  return (
    <Form onSubmit={submit} className="flex flex-col gap-3">
      <p className="text-sm">{t('badges.registerHint')}</p>
      <div className="grid grid-cols-4 gap-3">
        <TextField
          label={t('badges.prefix')}
          required
          autoFocus
          maxLength={15}
          value={prefix}
          onChange={changed(setPrefix)}
          error={tried && prefix.trim() === '' ? words('required') : undefined}
        />
        <TextField label={t('badges.first')} inputMode="numeric" value={first} onChange={changed(setFirst)} />
        <TextField label={t('badges.count')} inputMode="numeric" value={count} onChange={changed(setCount)} />
        <Select
          label={t('badges.level')}
          value={LEVEL_IDS[level - 1] ?? '2'}
          onChange={(id) => setLevel(AREA_LEVELS.find((one) => String(one) === id) ?? level)}
          options={LEVEL_IDS.map((id) => ({ id, label: t('area.level', { level: id }) }))}
        />
      </div>
      <p aria-live="polite" className="text-lg font-bold tabular-nums">
        {wrongRun ??
          t('badges.preview', { n: run.length, first: run[0]?.label ?? '', last: run.at(-1)?.label ?? '' })}
      </p>
      {refused === undefined ? null : <ErrorText>{words(refused.code, refused.detail) ?? ''}</ErrorText>}
      <div className="flex justify-end gap-3">
        <Button onPress={onClose}>{t('action.back')}</Button>
        <Button type="submit" variant="solid" pending={register.isPending}>
          {t('badges.register')}
        </Button>
      </div>
    </Form>
  );
}
