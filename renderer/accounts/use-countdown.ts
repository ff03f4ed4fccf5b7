import { useCallback, useEffect, useState } from 'react';

/** Counts whole seconds down to 0. `from` starts it. */
export function useCountdown(): { readonly seconds: number; readonly from: (seconds: number) => void } {
  const [until, setUntil] = useState(0);
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (seconds <= 0) return undefined;
    const timer = window.setTimeout(
      () => setSeconds(Math.max(0, Math.ceil((until - Date.now()) / 1000))),
      250,
    );
    return () => window.clearTimeout(timer);
  });
  const from = useCallback((wanted: number) => {
    setUntil(Date.now() + wanted * 1000);
    setSeconds(wanted);
  }, []);
  return { seconds, from };
}
