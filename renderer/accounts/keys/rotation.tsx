import { useCallback, useState } from 'react';
import type { RotationProgress } from '../../../shared/accounts/model.ts';
import { refresh, useCommand, usePush } from '../../api/queries.ts';
import { useSession } from '../../app/session.ts';
import { ProgressBar } from '../../ui/progress.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useKeysText } from './text.ts';

const MEGABYTE = 1_000_000;

/** How far a rotation is that is under way, whoever or whatever began it; undefined while there is none. */
export function useRotation(): RotationProgress | undefined {
  const [progress, setProgress] = useState<RotationProgress>();
  const heard = useCallback((message: RotationProgress) => {
    setProgress(message.state === 'running' ? message : undefined);
    if (message.state !== 'running') refresh('accounts');
  }, []);
  usePush('accounts', 'rotation', heard);
  return progress;
}

/** The bar of a rotation, in megabytes. */
export function RotationBar({
  progress: { done, total },
  onCancel,
}: {
  readonly progress: RotationProgress;
  readonly onCancel?: () => void;
}) {
  const t = useKeysText();
  const format = useFormat();
  const megabytes = (bytes: number) => format.number(Math.ceil(bytes / MEGABYTE));
  return (
    <ProgressBar
      label={t('rotation.going')}
      value={done}
      max={total}
      text={t('rotation.bytes', { done: megabytes(done), total: megabytes(total) })}
      {...(onCancel === undefined ? {} : { onCancel })}
    />
  );
}

/** Below the bar at the top, on every page: a rotation going on, with a way to stop it for those who may. */
export default function RotationLine() {
  const { may } = useSession();
  const progress = useRotation();
  const cancel = useCommand('accounts', 'cancelRotation');
  if (progress === undefined) return null;
  return (
    <div role="status" className="border-b border-line bg-sunken px-4 py-2">
      <RotationBar
        progress={progress}
        {...(may('accounts.cancelRotation') ? { onCancel: () => cancel.mutate({}) } : {})}
      />
    </div>
  );
}
