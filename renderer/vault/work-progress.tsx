import { useCallback, useState } from 'react';
import type { VaultProgress } from '../../shared/vault/model.ts';
import { usePush } from '../api/queries.ts';
import { ProgressBar } from '../ui/progress.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useVaultText } from './text.ts';

const LABELS = {
  backup: { copying: 'make.copying', checking: 'make.copying' },
  drill: { copying: 'drill.copying', checking: 'drill.checking' },
  restore: { copying: 'restore.copying', checking: 'restore.checking' },
} as const;

/** How far main is with long work on a backup, and a way to stop it. */
export function WorkProgress({
  work,
  onCancel,
}: {
  readonly work: VaultProgress['work'];
  readonly onCancel: () => void;
}) {
  const t = useVaultText();
  const format = useFormat();
  const [progress, setProgress] = useState<VaultProgress>();
  const heard = useCallback(
    (message: VaultProgress) => {
      if (message.work === work) setProgress(message);
    },
    [work],
  );
  usePush('vault', 'progress', heard);
  const { step = 'copying', done = 0, total = 0 } = progress ?? {};
  const shown = step === 'copying' ? format.bytes : format.number;
  return (
    <ProgressBar
      label={t(LABELS[work][step])}
      value={done}
      max={total}
      text={t('make.text', { done: shown(done), total: shown(total) })}
      onCancel={onCancel}
    />
  );
}
