import { SheetFacts } from '../../ui/sheet/page.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { useFormat } from '../../ui/use-format.ts';
import type { ByTwo, ToHandOver } from './handover-store.ts';
import { Groups, Two, useOffice } from './slip-parts.tsx';
import { useProposalsText } from './text.ts';

const TODO = ['slip.todo1', 'slip.todo2', 'slip.todo3'] as const;

/** 初期パスワード通知書: an initial password on paper, for the one it is meant for. */
export function PasswordSlip({
  handed: { name, identifier, password },
  onClose,
  ...byTwo
}: ByTwo &
  Pick<Extract<ToHandOver, { readonly kind: 'password' }>, 'handed'> & { readonly onClose: () => void }) {
  const t = useProposalsText();
  const format = useFormat();
  const office = useOffice();
  return (
    <Sheet
      title={t('slip.title')}
      office={office}
      issued={format.dateTime(byTwo.at)}
      stamps={[t('slip.stampMaker'), t('slip.stampDecider'), t('slip.stampReceiver')]}
      secret={<p>{t('slip.once')}</p>}
      onClose={onClose}
      parts={[
        {
          kind: 'block',
          content: (
            <SheetFacts
              facts={[
                { label: t('slip.name'), value: <strong>{name}</strong> },
                { label: t('slip.identifier'), value: <strong className="font-mono">{identifier}</strong> },
                { label: t('slip.password'), value: <Groups label={t('slip.password')} rows={[password]} /> },
              ]}
            />
          ),
        },
        {
          kind: 'block',
          content: (
            <>
              <p className="font-bold">{t('slip.todo')}</p>
              <ol className="list-decimal pl-6">
                {TODO.map((key) => (
                  <li key={key}>{t(key)}</li>
                ))}
              </ol>
            </>
          ),
        },
        { kind: 'block', content: <Two {...byTwo} /> },
      ]}
    />
  );
}
