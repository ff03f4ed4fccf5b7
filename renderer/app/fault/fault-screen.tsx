import { OctagonAlert } from 'lucide-react';
import type { OpeningFault } from '../../../shared/accounts/model.ts';
import { Button } from '../../ui/button.tsx';
import { defineText } from '../i18n.ts';
import { Outside } from '../outside.tsx';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

const useText = defineText('fault', ja, en);

/** What a backup mends: the ledger and its keyslot file. */
const RESTORED: ReadonlySet<OpeningFault> = new Set([
  'ledger-missing',
  'ledger-plaintext',
  'ledger-damaged',
  'ledger-other-cipher',
  'keys-missing',
  'keys-damaged',
  'keys-altered',
  'keys-algorithm',
]);

/** A ledger that exists and cannot be opened: what happened, what is kept, what to do, and the file concerned. */
export default function FaultScreen({
  fault,
  file,
  onAgain,
  onRestore,
  onRecover,
}: {
  readonly fault: OpeningFault;
  readonly file: string;
  readonly onAgain: () => void;
  readonly onRestore: () => void;
  readonly onRecover: () => void;
}) {
  const t = useText();
  return (
    <Outside wide help="/backups">
      <div className="border-l-8 border-danger pl-4">
        <h1 className="flex items-center gap-2 text-2xl font-bold text-danger">
          <OctagonAlert aria-hidden size={28} />
          {t('title')}
        </h1>
        <p className="mt-1 text-sm text-ink-soft">{fault}</p>
      </div>
      <dl className="mt-6 flex flex-col gap-4">
        {(['what', 'kept', 'do'] as const).map((part) => (
          <div key={part}>
            <dt className="text-sm font-bold text-ink-soft">{t(part)}</dt>
            <dd>{t(`${fault}.${part}`)}</dd>
          </div>
        ))}
        <div>
          <dt className="text-sm font-bold text-ink-soft">{t('file')}</dt>
          <dd>
            <code className="block rounded-4 bg-sunken px-2 py-1 text-sm break-all">{file}</code>
          </dd>
        </div>
      </dl>
      <div className="mt-6 flex flex-wrap gap-3">
        <Button variant="solid" onPress={onAgain}>
          {t('again')}
        </Button>
        {RESTORED.has(fault) ? <Button onPress={onRestore}>{t('restore')}</Button> : null}
        {fault === 'secret-missing' ? <Button onPress={onRecover}>{t('recover')}</Button> : null}
      </div>
    </Outside>
  );
}
