import { CalendarClock, FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { type BackupsView, EveryHours, Keep } from '../../shared/vault/model.ts';
import { useCommand } from '../api/queries.ts';
import { useCodeText, useRefusalText } from '../app/i18n.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog, Dialog } from '../ui/dialog.tsx';
import { ErrorText } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Section } from '../ui/list-detail.tsx';
import { TextField } from '../ui/text-field.tsx';
import { notify } from '../ui/toast.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useNow } from '../ui/use-now.ts';
import { ChosenPlace } from './make-panel.tsx';
import { useVaultText } from './text.ts';

/** When backups are made by themselves, where, and how many are kept. */
export function SchedulePanel({ view }: { readonly view: BackupsView }) {
  const t = useVaultText();
  const format = useFormat();
  const now = useNow();
  const [open, setOpen] = useState<'change' | 'stop'>();
  const { schedule, dueAt } = view;
  const close = () => setOpen(undefined);
  return (
    <Section title={t('schedule.title')}>
      <div className="flex flex-col gap-2">
        {schedule === null ? (
          <p>{t('schedule.none')}</p>
        ) : (
          <>
            <p className="break-words">
              {t('schedule.now', {
                hours: schedule.everyHours,
                folder: schedule.folder,
                keep: schedule.keep,
              })}
            </p>
            <p className="text-sm text-ink-soft">
              {dueAt === null || dueAt <= now
                ? t('schedule.dueNow')
                : t('schedule.due', { at: format.dayTime(dueAt, now) })}
            </p>
          </>
        )}
        <div className="flex flex-wrap gap-2">
          <Button icon={CalendarClock} onPress={() => setOpen('change')}>
            {t('schedule.change')}
          </Button>
          {schedule === null ? null : (
            <Button variant="text" onPress={() => setOpen('stop')}>
              {t('schedule.stop')}
            </Button>
          )}
        </div>
      </div>
      {open === 'change' ? <Change view={view} onClose={close} /> : null}
      {open === 'stop' ? <Stop onClose={close} /> : null}
    </Section>
  );
}

function Stop({ onClose }: { readonly onClose: () => void }) {
  const t = useVaultText();
  const words = useRefusalText();
  const set = useCommand('vault', 'schedule');
  return (
    <ConfirmDialog
      title={t('schedule.stopDo')}
      isOpen
      onClose={onClose}
      explanation={<p>{t('schedule.stopAsk')}</p>}
      confirm={t('schedule.stopDo')}
      tone="danger"
      pending={set.isPending}
      error={words(set.error)}
      onConfirm={() =>
        set.mutate(
          { folder: null, times: null },
          {
            onSuccess: () => {
              notify(t('schedule.stopped'));
              onClose();
            },
          },
        )
      }
    />
  );
}

function Change({ view, onClose }: { readonly view: BackupsView; readonly onClose: () => void }) {
  const t = useVaultText();
  const words = useRefusalText();
  const code = useCodeText('vault');
  const choose = useCommand('vault', 'chooseFolder');
  const set = useCommand('vault', 'schedule');
  const [every, setEvery] = useState(String(view.schedule?.everyHours ?? 24));
  const [keep, setKeep] = useState(String(view.schedule?.keep ?? 14));
  const [tried, setTried] = useState(false);
  const chosen = choose.data ?? undefined;
  const found = {
    every: EveryHours.safeParse(Number(every)).success ? undefined : 'every-hours-range',
    keep: Keep.safeParse(Number(keep)).success ? undefined : 'keep-range',
    folder: chosen === undefined && view.schedule === null ? 'backup-no-folder' : undefined,
  };
  const shown = (field: keyof typeof found) => (tried ? code(found[field]) : undefined);
  const submit = () => {
    setTried(true);
    if (Object.values(found).some((problem) => problem !== undefined)) return;
    set.mutate(
      { folder: chosen?.id ?? null, times: { everyHours: Number(every), keep: Number(keep) } },
      {
        onSuccess: () => {
          notify(t('schedule.saved'));
          onClose();
        },
      },
    );
  };
  const problem = words(set.error ?? choose.error) ?? shown('folder');
  return (
    <Dialog title={t('schedule.title')} isOpen onClose={onClose} size="sm">
      <Form label={t('schedule.title')} onSubmit={submit} className="flex flex-col gap-4">
        <div className="flex flex-col gap-2">
          <p className="text-sm font-bold">{t('schedule.folder')}</p>
          {chosen !== undefined ? (
            <ChosenPlace folder={chosen} />
          ) : view.schedule === null ? null : (
            <p className="break-all">{view.schedule.folder}</p>
          )}
          <div>
            <Button icon={FolderOpen} onPress={() => choose.mutate({})}>
              {t('schedule.choose')}
            </Button>
          </div>
        </div>
        <TextField
          label={t('schedule.every')}
          description={t('schedule.everyHint')}
          inputMode="numeric"
          required
          value={every}
          onChange={setEvery}
          error={shown('every')}
        />
        <TextField
          label={t('schedule.keep')}
          description={t('schedule.keepHint')}
          inputMode="numeric"
          required
          value={keep}
          onChange={setKeep}
          error={shown('keep')}
        />
        {problem === undefined ? null : (
          <div role="alert">
            <ErrorText>{problem}</ErrorText>
          </div>
        )}
        <div className="flex justify-end">
          <Button type="submit" variant="solid" pending={set.isPending}>
            {t('schedule.save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
