import { useState } from 'react';
import { useText } from '../../app/i18n.ts';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { handedOver, type ToHandOver, useHandover } from './handover-store.ts';
import { PasswordSlip } from './password-slip.tsx';
import { ShareSlip } from './share-slip.tsx';
import { useProposalsText } from './text.ts';

/** Where what is to be handed over is shown, one sheet after the other. Stands once, in the shell. */
export default function HandoverArea() {
  const [first] = useHandover(({ waiting }) => waiting);
  if (first === undefined) return null;
  const key = first.kind === 'password' ? first.handed.accountId : `${first.share.pair}${first.share.half}`;
  return <Shown key={`${first.at} ${key}`} sheet={first} />;
}

/** A sheet is shown once: closing it takes a word that it was taken down. */
function Shown({ sheet }: { readonly sheet: ToHandOver }) {
  const t = useProposalsText();
  const app = useText();
  const [leaving, setLeaving] = useState(false);
  const close = (): void => setLeaving(true);
  return (
    <>
      {sheet.kind === 'password' ? (
        <PasswordSlip {...sheet} onClose={close} />
      ) : (
        <ShareSlip {...sheet} onClose={close} />
      )}
      <ConfirmDialog
        title={t('slip.leave')}
        isOpen={leaving}
        onClose={() => setLeaving(false)}
        tone="danger"
        confirm={t('slip.taken')}
        cancel={app('action.back')}
        explanation={<p>{t('slip.leaveAsk')}</p>}
        onConfirm={handedOver}
      />
    </>
  );
}
