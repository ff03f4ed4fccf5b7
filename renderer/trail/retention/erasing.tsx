import { useCallback, useState } from 'react';
import type { ErasingProgress } from '../../../shared/trail/retention/model.ts';
import { useCommand, usePush } from '../../api/queries.ts';
import { ProgressBar } from '../../ui/progress.tsx';
import { useRetentionText } from './text.ts';

/** How far an erasure is that somebody has just confirmed, with a way to stop it. Nothing at other times. */
export function Erasing() {
  const t = useRetentionText();
  const cancel = useCommand('trail', 'cancelErasure');
  const [progress, setProgress] = useState<ErasingProgress>();
  const heard = useCallback((message: ErasingProgress) => setProgress(message), []);
  usePush('trail', 'erasing', heard);
  if (progress === undefined || progress.done >= progress.total) return null;
  return (
    <div className="flex flex-col gap-1 px-4 pt-4">
      <ProgressBar
        label={t('erasing.going')}
        value={progress.done}
        max={progress.total}
        onCancel={() => cancel.mutate({})}
      />
      <p className="text-sm text-ink-soft">{t('erasing.about')}</p>
    </div>
  );
}
