import { useEffect } from 'react';
import { call } from '../api/client.ts';

const EVERY = 15_000;

/** Tells main, at most every 15 s, that somebody is working, so that the session does not lock itself. */
export function useAttendance(): void {
  useEffect(() => {
    let told = 0;
    const seen = (): void => {
      const now = Date.now();
      if (now - told < EVERY) return;
      told = now;
      // Without a session the call itself ends the window's; any other refusal shows at the person's next action.
      call('accounts', 'attend', {}).catch(() => undefined);
    };
    const kinds = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const kind of kinds) window.addEventListener(kind, seen, { passive: true, capture: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, seen, { capture: true });
    };
  }, []);
}
