import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Refusal } from '../../shared/kernel/result.ts';
import { RefusalError } from '../api/client.ts';
import { en as appEn } from './messages.en.ts';
import { ja as appJa } from './messages.ja.ts';
import { usePreferences } from './preferences.ts';

type Details = Readonly<Record<string, string | number>>;

/** Looks up a text by its key and fills its `{{placeholders}}`. */
export type Translate<K extends string> = (key: K, details?: Details) => string;

void i18next.use(initReactI18next).init({
  lng: usePreferences.getState().language,
  fallbackLng: 'ja',
  defaultNS: 'app',
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  resources: { ja: { app: appJa }, en: { app: appEn } },
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});
usePreferences.subscribe(({ language }) => {
  if (i18next.language !== language) void i18next.changeLanguage(language);
});

/** Adds a feature's texts and gives the hook that reads them. The keys of both languages are held equal by the compiler. */
export function defineText<K extends string>(
  feature: string,
  ja: Readonly<Record<K, string>>,
  en: Readonly<Record<K, string>>,
): () => Translate<K> {
  i18next.addResourceBundle('ja', feature, ja);
  i18next.addResourceBundle('en', feature, en);
  return () => {
    const { t } = useTranslation(feature);
    return useCallback((key: K, details: Details = {}) => t(key, details), [t]);
  };
}

/** The texts of the shell and the kit. */
export const useText = defineText('app', appJa, appEn);

function words(language: string, feature: string, code: string, details: Details): string {
  const t = i18next.getFixedT(language);
  const key = `refusal.${code}`;
  const home = [feature, 'app'].find((ns) => i18next.exists(key, { lng: language, ns }));
  return home === undefined ? t('refusal.unlisted', { ns: 'app', code }) : t(key, { ...details, ns: home });
}

/** The code that says most: what the schema found wrong, where main refused the input for its form. */
export function codeOf({ code, detail }: Refusal): string {
  const problem = detail?.['problem'];
  const known = typeof problem === 'string' && i18next.exists(`refusal.${problem}`, { lng: 'ja', ns: 'app' });
  return code === 'invalid-input' && known ? problem : code;
}

/** Turns the code of a field's error into words, with the feature's own words first. */
export function useCodeText(
  feature: string,
): (code: string | undefined, details?: Details) => string | undefined {
  const language = usePreferences((kept) => kept.language);
  return useCallback(
    (code: string | undefined, details: Details = {}) =>
      code === undefined || code === '' ? undefined : words(language, feature, code, details),
    [language, feature],
  );
}

/** Turns what a call threw into words: the refusal's own, or that something unforeseen happened. Nothing for no error. */
export function useRefusalText(): (error: Error | null | undefined) => string | undefined {
  const language = usePreferences((kept) => kept.language);
  return useCallback(
    (error: Error | null | undefined) => {
      if (error === null || error === undefined) return undefined;
      if (error instanceof RefusalError) {
        return words(language, error.feature, codeOf(error.refusal), error.refusal.detail ?? {});
      }
      return words(language, 'app', 'unforeseen', {});
    },
    [language],
  );
}
