import { Component, type ReactNode } from 'react';
import { useText } from './i18n.ts';

function Broken() {
  const t = useText();
  return (
    <main role="alert" className="flex min-h-full flex-col items-center justify-center gap-3 p-8 text-center">
      <p className="text-xl font-bold">{t('app.broken')}</p>
      <p>{t('app.brokenDo')}</p>
      <button
        type="button"
        className="focus-ring min-h-10 rounded-8 bg-accent px-4 font-bold text-on-accent"
        onClick={() => window.location.reload()}
      >
        {t('app.reload')}
      </button>
    </main>
  );
}

/** Catches what a screen threw, so that the window says something instead of going blank. */
export class Guard extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}
