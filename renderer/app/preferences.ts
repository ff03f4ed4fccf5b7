import { create } from 'zustand';

export const LANGUAGES = ['ja', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** How this machine shows things. Kept over restarts; says nothing about the ledger. */
export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  /** Dates in 和暦. */
  readonly era: boolean;
}

interface PreferencesStore extends Preferences {
  readonly set: (change: Partial<Preferences>) => void;
}

const KEY = 'suimon.preferences';
const usual: Preferences = { language: 'ja', theme: 'light', era: false };

/** Reads what was kept; anything not understood falls back to the usual. */
export function readPreferences(text: string | null): Preferences {
  if (text === null) return usual;
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== 'object' || kept === null) return usual;
    const { language, theme, era } = kept as Record<keyof Preferences, unknown>;
    return {
      language: LANGUAGES.find((one) => one === language) ?? usual.language,
      theme: THEMES.find((one) => one === theme) ?? usual.theme,
      era: typeof era === 'boolean' ? era : usual.era,
    };
  } catch {
    return usual;
  }
}

function show({ language, theme }: Preferences): void {
  document.documentElement.lang = language;
  document.documentElement.dataset['theme'] = theme;
}

/** Language, theme and calendar, with `set` to change them. */
export const usePreferences = create<PreferencesStore>((change, get) => ({
  ...readPreferences(localStorage.getItem(KEY)),
  set: (wanted) => {
    change(wanted);
    const { language, theme, era } = get();
    localStorage.setItem(KEY, JSON.stringify({ language, theme, era }));
    show({ language, theme, era });
  },
}));

show(usePreferences.getState());
