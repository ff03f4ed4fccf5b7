import { useCallback } from 'react';
import { defineText, useCodeText } from '../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of the entry log. */
export const useText = defineText('entries', ja, en);

/** Words for a code of the entry log, with what fills its placeholders. */
export function useWords(): (
  code: string | undefined,
  detail?: Readonly<Record<string, string | number>>,
) => string | undefined {
  const words = useCodeText('entries');
  return useCallback((code, detail) => words(code, detail), [words]);
}
