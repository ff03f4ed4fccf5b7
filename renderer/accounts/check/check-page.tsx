import { AlarmClock } from 'lucide-react';
import { useState } from 'react';
import type { AccountsToCheck } from '../../../shared/accounts/model.ts';
import { useQueryOf } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { Card } from '../../ui/list-detail.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { QueryStates } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useNow } from '../../ui/use-now.ts';
import { WorkPage } from '../work-page.tsx';
import { CheckForm, type Judged } from './check-form.tsx';
import { useCheckText } from './text.ts';

/** 利用者の点検: every account judged, signed; then what was judged is to be proposed. */
export function CheckPage() {
  const t = useCheckText();
  const query = useQueryOf('accounts', 'toCheck', {});
  const [done, setDone] = useState<readonly Judged[]>();
  return (
    <WorkPage title={t('title')}>
      <div className="flex flex-col gap-4 p-4">
        {done === undefined ? (
          <QueryStates query={query}>
            {(check) => (
              <>
                <Dates check={check} />
                <CheckForm check={check} onSigned={setDone} />
              </>
            )}
          </QueryStates>
        ) : (
          <FollowUp judged={done} onAgain={() => setDone(undefined)} />
        )}
      </div>
    </WorkPage>
  );
}

function Dates({ check: { lastAt, lastByName, dueAt } }: { readonly check: AccountsToCheck }) {
  const t = useCheckText();
  const format = useFormat();
  const now = useNow();
  return (
    <Card>
      <p className="mb-3 text-sm">{t('about')}</p>
      <FactList
        facts={[
          {
            label: t('last'),
            value:
              lastAt === null
                ? t('lastNone')
                : t('lastBy', { at: format.shortDate(lastAt), name: lastByName ?? '' }),
          },
          {
            label: t('due'),
            value:
              dueAt < now ? (
                <strong className="inline-flex items-center gap-1 text-danger">
                  <AlarmClock aria-hidden size={16} />
                  {t('overdue', { at: format.shortDate(dueAt) })}
                </strong>
              ) : (
                format.shortDate(dueAt)
              ),
          },
        ]}
      />
    </Card>
  );
}

/** What the check found is proposed next: closings together, changes one by one. */
function FollowUp({ judged, onAgain }: { readonly judged: readonly Judged[]; readonly onAgain: () => void }) {
  const t = useCheckText();
  const closings = judged.filter(({ judgement }) => judgement === 'close');
  const changes = judged.filter(({ judgement }) => judgement === 'change');
  return (
    <Card className="max-w-3xl">
      <h2 className="text-lg font-bold">{t('doneTitle')}</h2>
      {closings.length + changes.length === 0 ? (
        <p className="mt-2">{t('nothing')}</p>
      ) : (
        <>
          <p className="mt-2">{t('followUp')}</p>
          <ul className="mt-3 flex flex-col items-start gap-2">
            {closings.length === 0 ? null : (
              <li>
                <LinkButton to={`/accounts/close?ids=${closings.map(({ id }) => id).join(',')}`}>
                  {t('closeAll', { n: closings.length })}
                </LinkButton>
              </li>
            )}
            {changes.map(({ id, name }) => (
              <li key={id}>
                <LinkButton to={`/accounts/people/${id}?propose=account-roles`}>
                  {t('changeOne', { name })}
                </LinkButton>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="mt-4">
        <Button variant="text" onPress={onAgain}>
          {t('again')}
        </Button>
      </div>
    </Card>
  );
}
