import { useCallback } from 'react';
import { ja } from '../messages.ja.ts';
import { useTrailText } from '../text.ts';

type Key = keyof typeof ja;

function isKey(key: string): key is Key {
  return Object.hasOwn(ja, key);
}

/** The words for a type of event; the type itself where this version has none. */
export function useTypeWords(): (type: string) => string {
  const t = useTrailText();
  return useCallback(
    (type: string) => {
      const key = `type.${type}`;
      return isKey(key) ? t(key) : type;
    },
    [t],
  );
}
