import { useEffect, useState } from 'react';
import type { Instant } from '../../shared/kernel/time.ts';

/** The time of now, anew at every multiple of `every` milliseconds. */
export function useNow(every = 30_000): Instant {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    let timer: number;
    const wait = (): void => {
      timer = window.setTimeout(
        () => {
          setNow(Date.now());
          wait();
        },
        every - (Date.now() % every) + 5,
      );
    };
    wait();
    return () => window.clearTimeout(timer);
  }, [every]);
  return now;
}
