import { CircleCheck, CircleSlash, CircleX } from 'lucide-react';
import { useState } from 'react';
import type { RecoveryPair } from '../../../shared/accounts/model.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/list-detail.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { DrillDialog } from './drill-dialog.tsx';
import { Cell, Row, Table } from './inventory.tsx';
import { IssueDialog, RevokeDialog } from './pair-forms.tsx';
import { useKeysText } from './text.ts';

const looks = {
  valid: { tone: 'good', icon: CircleCheck },
  used: { tone: 'quiet', icon: CircleSlash },
  revoked: { tone: 'quiet', icon: CircleX },
} as const;

type Open = { readonly what: 'issue' | 'revoke'; readonly pair: number } | { readonly what: 'drill' };

/** The pairs of custodians, and what may be done about them. */
export function Pairs({ pairs }: { readonly pairs: readonly RecoveryPair[] }) {
  const t = useKeysText();
  const format = useFormat();
  const { me, may, canWrite } = useSession();
  const [open, setOpen] = useState<Open>();
  const mayIssue = canWrite && me.roles.includes('administrator');
  const mayDrill = canWrite && may('accounts.drillShare') && pairs.some(({ state }) => state === 'valid');
  const free = [1, 2, 3, 4, 5, 6, 7, 8, 9].find((n) => pairs.every(({ pair }) => pair !== n)) ?? 1;
  const close = (): void => setOpen(undefined);
  return (
    <Card>
      <h2 className="mb-2 text-lg font-bold">{t('pairs.title')}</h2>
      <p className="mb-3 text-sm">{t('pairs.about')}</p>
      {pairs.length === 0 ? (
        <EmptyState title={t('pairs.none')}>{t('pairs.noneDo')}</EmptyState>
      ) : (
        <Table
          label={t('pairs.title')}
          heads={[
            t('pairs.pair'),
            t('pairs.custodians'),
            t('pairs.issued'),
            t('pairs.state'),
            t('pairs.drill'),
            ...(mayIssue ? [t('pairs.work')] : []),
          ]}
        >
          {pairs.map(({ pair, custodians, issuedAt, generation, state, drilledAt, drillResult }) => (
            <Row key={pair} name={t('pairs.pairValue', { n: pair })}>
              <Cell>{custodians.join('・')}</Cell>
              <Cell>{t('pairs.issuedValue', { at: format.date(issuedAt), n: generation })}</Cell>
              <Cell>
                <StateBadge {...looks[state]}>{t(`state.${state}`)}</StateBadge>
              </Cell>
              <Cell>
                {drilledAt === null || drillResult === null
                  ? t('drill.never')
                  : t(`drill.${drillResult}`, { at: format.date(drilledAt) })}
              </Cell>
              {mayIssue ? (
                <Cell>
                  <span className="flex flex-wrap gap-2">
                    <Button size="sm" onPress={() => setOpen({ what: 'issue', pair })}>
                      {t('pairs.reissue')}
                    </Button>
                    {state === 'valid' ? (
                      <Button size="sm" onPress={() => setOpen({ what: 'revoke', pair })}>
                        {t('pairs.revoke')}
                      </Button>
                    ) : null}
                  </span>
                </Cell>
              ) : null}
            </Row>
          ))}
        </Table>
      )}
      <div className="mt-3 flex flex-wrap gap-3">
        {mayIssue ? (
          <Button
            variant={pairs.length === 0 ? 'solid' : 'outline'}
            onPress={() => setOpen({ what: 'issue', pair: free })}
          >
            {t('pairs.issue')}
          </Button>
        ) : null}
        {mayDrill ? <Button onPress={() => setOpen({ what: 'drill' })}>{t('pairs.tryIt')}</Button> : null}
      </div>
      {open?.what === 'issue' ? <IssueDialog pair={open.pair} onClose={close} /> : null}
      {open?.what === 'revoke' ? <RevokeDialog pair={open.pair} onClose={close} /> : null}
      {open?.what === 'drill' ? <DrillDialog onClose={close} /> : null}
    </Card>
  );
}
