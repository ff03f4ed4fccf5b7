import { useEffect, useState } from 'react';

/** A value that follows after it has rested for so many milliseconds. */
export function useDebounced<T>(value: T, milliseconds = 120): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(value), milliseconds);
    return () => window.clearTimeout(timer);
  }, [value, milliseconds]);
  return rested;
}
