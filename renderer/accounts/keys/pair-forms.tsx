import { useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { LoadingState } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useStanding } from '../people/use-standing.ts';
import { ProposalForm } from '../proposals/proposal-form.tsx';
import { useKeysText } from './text.ts';

interface PairDialog {
  readonly pair: number;
  readonly onClose: () => void;
}

/** Proposes recovery sheets for two custodians; `pair` is offered as its number. */
export function IssueDialog({ pair: offered, onClose }: PairDialog) {
  const t = useKeysText();
  const standing = useStanding();
  const [pair, setPair] = useState(String(offered));
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const number = Number(pair.normalize('NFKC'));
  return (
    <Dialog title={t('issue.title')} isOpen onClose={onClose}>
      {standing === undefined ? (
        <LoadingState />
      ) : (
        <ProposalForm
          label={t('issue.title')}
          draft={{ kind: 'recovery-issue', pair: number, custodians: [first, second] }}
          problems={{
            first: first.trim() === '' ? 'required' : undefined,
            second: second.trim() === '' ? 'required' : undefined,
          }}
          standing={standing}
          onCancel={onClose}
        >
          {(field) => (
            <>
              <p className="text-sm">{t('issue.about')}</p>
              <TextField
                {...field('pair', t('issue.pair'))}
                label={t('issue.pair')}
                required
                inputMode="numeric"
                maxLength={1}
                description={t('issue.pairHint')}
                value={pair}
                onChange={setPair}
              />
              <TextField
                {...field('first', t('issue.first'))}
                label={t('issue.first')}
                required
                autoFocus
                maxLength={100}
                value={first}
                onChange={setFirst}
              />
              <TextField
                {...field('second', t('issue.second'))}
                label={t('issue.second')}
                required
                maxLength={100}
                value={second}
                onChange={setSecond}
              />
            </>
          )}
        </ProposalForm>
      )}
    </Dialog>
  );
}

/** Proposes that the sheets of a pair open nothing any more. */
export function RevokeDialog({ pair, onClose }: PairDialog) {
  const t = useKeysText();
  const standing = useStanding();
  const title = t('revoke.title', { n: pair });
  return (
    <Dialog title={title} isOpen onClose={onClose} tone="danger">
      {standing === undefined ? (
        <LoadingState />
      ) : (
        <ProposalForm
          label={title}
          draft={{ kind: 'recovery-revoke', pair }}
          standing={standing}
          onCancel={onClose}
          danger
        />
      )}
    </Dialog>
  );
}
