import { useState } from 'react';
import type { Confirmed } from '../../../shared/accounts/model.ts';
import { Button } from '../../ui/button.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { SheetFacts } from '../../ui/sheet/page.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { Groups } from '../proposals/slip-parts.tsx';
import { useKeysText } from '../keys/text.ts';

/** The initial password that a recovery brought, shown once, and on paper. */
export function Recovered({
  handed: { name, identifier, password },
  custodians,
  onFinish,
}: {
  readonly handed: Confirmed['handed'][number];
  readonly custodians: readonly string[];
  readonly onFinish: () => void;
}) {
  const t = useKeysText();
  const format = useFormat();
  const [slip, setSlip] = useState(false);
  const [at] = useState(Date.now);
  const facts = [
    { label: t('recovery.person'), value: <strong>{name}</strong> },
    { label: t('recovery.identifier'), value: <strong className="font-mono">{identifier}</strong> },
    { label: t('recovery.password'), value: <Groups label={t('recovery.password')} rows={[password]} /> },
  ];
  return (
    <div className="flex flex-col gap-4">
      <h2 className="text-lg font-bold text-good">{t('recovery.done')}</h2>
      <p>{t('recovery.doneAbout')}</p>
      <FactList facts={facts} />
      <div className="flex flex-wrap gap-3">
        <Button variant="solid" autoFocus onPress={() => setSlip(true)}>
          {t('recovery.slip')}
        </Button>
        <Button onPress={onFinish}>{t('recovery.finish')}</Button>
      </div>
      {slip ? (
        <Sheet
          title={t('recovery.slipTitle')}
          office={custodians.join('・')}
          issued={format.dateTime(at)}
          stamps={[t('recovery.stampCustodianA'), t('recovery.stampCustodianB'), t('recovery.stampReceiver')]}
          secret={<p>{t('recovery.slipOnce')}</p>}
          onClose={() => setSlip(false)}
          parts={[{ kind: 'block', content: <SheetFacts facts={facts} /> }]}
        />
      ) : null}
    </div>
  );
}
