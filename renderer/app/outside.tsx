import { CircleHelp, Languages, Moon, Sun, Waves } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { chapterFor } from '../manual/chapters.ts';
import { Kbd } from '../ui/kbd.tsx';
import { useShortcut } from '../ui/use-shortcut.ts';
import { useText } from './i18n.ts';
import { usePreferences } from './preferences.ts';

const Manual = lazy(() => import('../manual/manual.tsx'));

/**
 * The page around everything that is shown before anybody has signed in. `help` is the address of the screen whose chapter of the
 * manual F1 opens: whoever cannot get in needs it most.
 */
export function Outside({
  children,
  wide = false,
  help = '/',
}: {
  readonly children: ReactNode;
  readonly wide?: boolean;
  readonly help?: string;
}) {
  const t = useText();
  const { language, theme, set } = usePreferences();
  const [reading, setReading] = useState(false);
  useShortcut('F1', () => setReading(true));
  const Lamp = theme === 'dark' ? Sun : Moon;
  const toggle = 'focus-ring inline-flex min-h-9 items-center gap-2 rounded-6 px-3 text-sm hover:underline';
  return (
    <div className="flex min-h-full flex-col bg-ground">
      <header className="flex flex-wrap items-center justify-between gap-4 bg-bar px-4 py-2 text-on-bar">
        <p className="flex items-center gap-2 text-lg font-bold">
          <Waves aria-hidden size={22} />
          {t('app.name')}
        </p>
        <div className="flex flex-wrap gap-1">
          <button type="button" className={toggle} onClick={() => setReading(true)}>
            <CircleHelp aria-hidden size={18} />
            {t('manual.title')}
            <Kbd>F1</Kbd>
          </button>
          <button
            type="button"
            lang={language === 'ja' ? 'en' : 'ja'}
            className={toggle}
            onClick={() => set({ language: language === 'ja' ? 'en' : 'ja' })}
          >
            <Languages aria-hidden size={18} />
            {t('bar.language')}
          </button>
          <button
            type="button"
            className={toggle}
            onClick={() => set({ theme: theme === 'dark' ? 'light' : 'dark' })}
          >
            <Lamp aria-hidden size={18} />
            {t(theme === 'dark' ? 'bar.light' : 'bar.dark')}
          </button>
        </div>
      </header>
      <main className="flex flex-1 items-center justify-center p-4">
        <div
          className={`w-full rounded-12 border border-line bg-surface p-8 ${wide ? 'max-w-3xl' : 'max-w-md'}`}
        >
          {children}
        </div>
      </main>
      <Suspense fallback={null}>
        {reading ? <Manual chapter={chapterFor(help)} onClose={() => setReading(false)} /> : null}
      </Suspense>
    </div>
  );
}
