import { useCallback } from 'react';
import { settleBeforeLock } from '../api/before-lock.ts';
import { call } from '../api/client.ts';
import { notify } from '../ui/toast.tsx';
import { endSession } from './end-session.ts';
import { useRefusalText } from './i18n.ts';

/** Locks the session: main forgets the key, then the window drops all it knows. */
export function useLock(): () => void {
  const words = useRefusalText();
  return useCallback(() => {
    settleBeforeLock()
      .then(() => call('accounts', 'lock', {}))
      .then(
        () => endSession('locked'),
        (error: unknown) => notify(words(error instanceof Error ? error : new Error()) ?? '', 'danger'),
      );
  }, [words]);
}
