import { CircleCheck, Info, type LucideIcon, OctagonAlert, TriangleAlert, X } from 'lucide-react';
import { useEffect } from 'react';
import { create } from 'zustand';
import { useText } from '../app/i18n.ts';
import { IconButton } from './button.tsx';
import { toneClasses } from './state-badge.tsx';

export type ToastTone = 'good' | 'info' | 'warn' | 'danger';

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: ToastTone;
}

interface Toasts {
  readonly shown: readonly Toast[];
  /** What is read aloud and not shown. */
  readonly spoken: string;
}

const useToasts = create<Toasts>(() => ({ shown: [], spoken: '' }));
let last = 0;

/** Says what happened, to be seen and read aloud. Good news goes away by itself; warnings stay until they are closed. */
export function notify(text: string, tone: ToastTone = 'good'): void {
  last += 1;
  const toast = { id: last, text, tone };
  useToasts.setState(({ shown }) => ({ shown: [...shown.slice(-2), toast] }));
}

/** Has something read aloud without showing it. */
export function announce(text: string): void {
  useToasts.setState({ spoken: text });
}

function drop(id: number): void {
  useToasts.setState(({ shown }) => ({ shown: shown.filter((toast) => toast.id !== id) }));
}

const icons: Readonly<Record<ToastTone, LucideIcon>> = {
  good: CircleCheck,
  info: Info,
  warn: TriangleAlert,
  danger: OctagonAlert,
};

function ToastCard({ toast }: { readonly toast: Toast }) {
  const t = useText();
  const { id, tone } = toast;
  useEffect(() => {
    if (tone !== 'good' && tone !== 'info') return undefined;
    const timer = window.setTimeout(() => drop(id), 6_000);
    return () => window.clearTimeout(timer);
  }, [id, tone]);
  const Icon = icons[tone];
  return (
    <li
      className={`flex items-start gap-3 rounded-8 border-l-8 border bg-surface p-3 shadow-2 ${toneClasses[tone]}`}
    >
      <Icon aria-hidden size={20} className="mt-1 shrink-0" />
      <span className="flex-1 py-0.5 text-ink">{toast.text}</span>
      <IconButton icon={X} label={t('action.close')} onPress={() => drop(id)} className="-my-1 text-ink" />
    </li>
  );
}

/** Where {@link notify} shows. Stands once, in the shell. */
export function ToastArea() {
  const t = useText();
  const { shown, spoken } = useToasts();
  return (
    <section
      aria-label={t('toast.area')}
      className="pointer-events-none fixed bottom-4 left-4 z-50 w-96 max-w-[90vw] min-[64rem]:left-40"
    >
      <ul aria-live="polite" className="pointer-events-auto flex flex-col gap-2">
        {shown.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </ul>
      <p aria-live="polite" className="sr-only">
        {spoken}
      </p>
    </section>
  );
}
