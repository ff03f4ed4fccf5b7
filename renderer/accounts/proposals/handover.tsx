import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Confirmed, RecoveryShare } from '../../../shared/accounts/model.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { handedOver, useHandover } from './handover-store.ts';
import { useProposalsText } from './text.ts';

type Handed = Confirmed['handed'][number];

interface Two {
  readonly maker: string;
  readonly decider: string;
  readonly at: Instant;
}

/** Where what is to be handed over is shown, one after the other. Stands once, in the shell. */
export default function HandoverArea() {
  const [first] = useHandover(({ waiting }) => waiting);
  if (first === undefined) return null;
  const { confirmed, maker, decider, at } = first;
  return (
    <Handover key={at} confirmed={confirmed} maker={maker} decider={decider} at={at} onClose={handedOver} />
  );
}

/** What a confirmation brought to be handed over on paper. It is shown once; closing takes a word that it was taken down. */
function Handover({
  confirmed,
  onClose,
  ...two
}: Two & { readonly confirmed: Confirmed; readonly onClose: () => void }) {
  const t = useProposalsText();
  const [taken, setTaken] = useState(false);
  const [asked, setAsked] = useState(false);
  const close = (): void => {
    if (taken) onClose();
    else setAsked(true);
  };
  const shared = confirmed.shares.length > 0;
  return (
    <Dialog title={t('slip.title')} isOpen onClose={close} size="lg">
      <p className="mb-4 flex items-start gap-2 font-bold text-warn">
        <TriangleAlert aria-hidden size={20} className="mt-0.5 shrink-0" />
        {t('slip.once')}
      </p>
      <div className="flex flex-col gap-4">
        {confirmed.handed.map((handed) => (
          <PasswordSlip key={handed.accountId} handed={handed} {...two} />
        ))}
        {confirmed.shares.map((share) => (
          <ShareSlip key={`${share.pair}${share.half}`} share={share} {...two} />
        ))}
      </div>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-3">
        <div>
          <Checkbox isSelected={taken} onChange={setTaken} autoFocus={!shared}>
            {t('slip.ack')}
          </Checkbox>
          {asked && !taken ? (
            <div role="alert">
              <ErrorText>{t('slip.notYet')}</ErrorText>
            </div>
          ) : null}
        </div>
        <Button variant="solid" onPress={close}>
          {t('slip.finish')}
        </Button>
      </div>
    </Dialog>
  );
}

/** A secret in large groups that are copied without mistaking one sign for another. */
function Groups({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <p
      role="group"
      aria-label={label}
      className="my-2 flex flex-wrap gap-x-2 gap-y-1 font-mono text-2xl select-all"
    >
      {text.split(/(?<=-)/u).map((group, index) => (
        // A group can come twice.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index} className="rounded-4 bg-sunken px-2 py-1">
          {group}
        </span>
      ))}
    </p>
  );
}

function Slip({ title, children, maker, decider, at }: Two & SlipProps) {
  const t = useProposalsText();
  const format = useFormat();
  const { me } = useSession();
  return (
    <article aria-label={title} className="rounded-8 border-2 border-line-strong p-4">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-lg font-bold">{title}</h3>
        <span className="text-sm">{me.site.name}</span>
      </div>
      {children}
      <p className="mt-3 border-t border-line pt-2 text-sm text-ink-soft">
        {t('slip.two', { maker, decider, at: format.dateTime(at) })}
      </p>
    </article>
  );
}

interface SlipProps {
  readonly title: string;
  readonly children: React.ReactNode;
}

function PasswordSlip({ handed, ...two }: Two & { readonly handed: Handed }) {
  const t = useProposalsText();
  return (
    <Slip title={`${t('slip.title')} ${handed.name}`} {...two}>
      <FactList
        facts={[
          { label: t('slip.name'), value: <strong>{handed.name}</strong> },
          { label: t('slip.identifier'), value: <strong className="font-mono">{handed.identifier}</strong> },
        ]}
      />
      <p className="mt-2 text-xs text-ink-soft">{t('slip.password')}</p>
      <Groups label={t('slip.password')} text={handed.password} />
      <p className="mt-2 text-sm font-bold">{t('slip.todo')}</p>
      <ol className="list-decimal pl-6 text-sm">
        {(['slip.todo1', 'slip.todo2', 'slip.todo3'] as const).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ol>
    </Slip>
  );
}

function ShareSlip({ share, ...two }: Two & { readonly share: RecoveryShare }) {
  const t = useProposalsText();
  return (
    <Slip title={t('share.title', { pair: share.pair, half: share.half })} {...two}>
      <FactList
        facts={[
          { label: t('share.custodian'), value: <strong>{share.custodian}</strong> },
          { label: t('share.generation'), value: String(share.generation) },
        ]}
      />
      <div role="group" aria-label={t('share.rows')} className="my-2 flex flex-col gap-1 font-mono text-lg">
        {share.rows.map((row) => (
          <span key={row}>{row}</span>
        ))}
      </div>
      <p className="text-sm">{t('share.todo')}</p>
    </Slip>
  );
}
