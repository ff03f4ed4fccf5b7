import { useMemo } from 'react';
import { usePreferences } from '../app/preferences.ts';
import { type Format, formatFor } from './format.ts';

/** Dates and numbers in the language and calendar chosen on this machine. */
export function useFormat(): Format {
  const language = usePreferences((kept) => kept.language);
  const era = usePreferences((kept) => kept.era);
  return useMemo(() => formatFor({ language, era }), [language, era]);
}
