import { Check } from 'lucide-react';
import { STEPS, type Step } from './steps.ts';
import { useWizardText } from './text.ts';

/** Where in the wizard one is. */
export function StepBar({ step }: { readonly step: Step }) {
  const t = useWizardText();
  const at = STEPS.indexOf(step);
  return (
    <nav aria-label={t('steps')} className="mt-3">
      <p className="text-sm text-ink-soft tabular-nums">{t('stepOf', { n: at + 1, total: STEPS.length })}</p>
      <ol className="mt-1 flex gap-1">
        {STEPS.map((one, place) => (
          <li
            key={one}
            aria-current={one === step ? 'step' : undefined}
            className={`flex min-w-0 flex-1 items-start gap-1 border-t-4 pt-1 text-xs ${
              place <= at ? 'border-accent' : 'border-line'
            } ${one === step ? 'font-bold' : 'text-ink-soft'}`}
          >
            {place < at ? <Check aria-hidden size={14} className="mt-0.5 shrink-0 text-accent" /> : null}
            <span className="max-[48rem]:sr-only">{t(`step.${one}`)}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
