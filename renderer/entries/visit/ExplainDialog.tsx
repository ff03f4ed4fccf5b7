import { useState } from 'react';
import type { Visit } from '../../../shared/entries/model.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { useCommand } from '../../api/queries.ts';
import { DateTimeField } from '../../ui/date-time-field.tsx';
import { ReasonDialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { useText, useWords } from '../text.ts';

interface Props {
  readonly visit: Visit;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What somebody knows of an exit nobody saw: the explanation, whose word it is, and the time only if it is known. */
export function ExplainDialog({ visit, isOpen, onClose }: Props) {
  const t = useText();
  const words = useWords();
  const explain = useCommand('entries', 'explain');
  const [source, setSource] = useState('');
  const [exitedAt, setExitedAt] = useState<Instant | null | undefined>(null);
  const [tried, setTried] = useState(false);
  const refused = explain.error?.refusal;
  const atTime = refused?.field === 'exitedAt';
  const refusedWords = refused === undefined ? undefined : words(refused.code, refused.detail);
  return (
    <ReasonDialog
      title={t('explain.title', { name: visit.name })}
      isOpen={isOpen}
      onClose={onClose}
      label={t('explain.what')}
      confirm={t('action.explain')}
      pending={explain.isPending}
      error={atTime ? undefined : refusedWords}
      onConfirm={(explanation) => {
        setTried(true);
        if (source.trim() === '' || exitedAt === undefined) return;
        explain.mutate(
          { visitId: visit.id, explanation, source, exitedAt },
          {
            onSuccess: () => {
              notify(t('explain.done', { name: visit.name }));
              onClose();
            },
          },
        );
      }}
    >
      <p className="text-sm">{t('explain.why')}</p>
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t('explain.source')}
          required
          value={source}
          onChange={setSource}
          error={tried && source.trim() === '' ? words('required') : undefined}
          description={t('explain.sourceHint')}
        />
        <DateTimeField
          label={t('explain.exitedAt')}
          required={false}
          value={exitedAt}
          onChange={setExitedAt}
          error={atTime ? refusedWords : undefined}
          description={t('explain.exitedHint')}
        />
      </div>
    </ReasonDialog>
  );
}
