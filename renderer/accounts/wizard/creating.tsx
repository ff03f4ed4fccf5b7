import { ProgressBar } from '../../ui/progress.tsx';
import { useWizardText } from './text.ts';

/** The site is being made. Main tells nothing of how far it is: some two seconds, and one for each person's key. */
export function Creating({ people }: { readonly people: number }) {
  const t = useWizardText();
  return (
    <div role="status">
      <ProgressBar label={t('create.label', { seconds: people + 2 })} value={0} max={0} />
      <p className="mt-2 text-sm">{t('create.wait')}</p>
    </div>
  );
}
