import { QrCode } from '../../ui/sheet/codes.tsx';
import { SheetFacts } from '../../ui/sheet/page.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { useFormat } from '../../ui/use-format.ts';
import type { ByTwo, ToHandOver } from './handover-store.ts';
import { Groups, Two, useOffice } from './slip-parts.tsx';
import { useProposalsText } from './text.ts';

/** What a scanner types of a share's code, as main reads it (main/vault/recovery-share.ts). */
const PREFIX = 'SUIMON-RECOVERY-1:';

/** One custodian's half of a recovery key on paper: its rows, each with its own check, and their code. */
export function ShareSlip({
  share: { pair, half, generation, custodian, rows },
  onClose,
  ...byTwo
}: ByTwo &
  Pick<Extract<ToHandOver, { readonly kind: 'share' }>, 'share'> & { readonly onClose: () => void }) {
  const t = useProposalsText();
  const format = useFormat();
  const office = useOffice();
  return (
    <Sheet
      title={t('share.title', { pair, half })}
      office={office}
      number={`${pair}-${half}-${generation}`}
      issued={format.dateTime(byTwo.at)}
      stamps={[t('slip.stampMaker'), t('slip.stampDecider'), t('share.stampCustodian')]}
      secret={<p>{t('share.once', { name: custodian })}</p>}
      onClose={onClose}
      parts={[
        {
          kind: 'block',
          content: (
            <SheetFacts
              facts={[
                { label: t('share.custodian'), value: <strong>{custodian}</strong> },
                { label: t('share.generation'), value: String(generation) },
                { label: t('share.rows'), value: <Groups label={t('share.rows')} rows={rows} /> },
              ]}
            />
          ),
        },
        {
          kind: 'block',
          content: (
            <div className="flex items-center gap-[6mm]">
              <QrCode text={`${PREFIX}${rows.join('')}`} label={t('share.rows')} size={45} />
              <p>{t('share.todo')}</p>
            </div>
          ),
        },
        { kind: 'block', content: <Two {...byTwo} /> },
      ]}
    />
  );
}
