import { useState } from 'react';
import type { Policy } from '../../../shared/accounts/policy.ts';
import { useQueryOf } from '../../api/queries.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/list-detail.tsx';
import { LoadingState, QueryStates } from '../../ui/states.tsx';
import { useStanding } from '../people/use-standing.ts';
import { WorkPage } from '../work-page.tsx';
import { PolicyForm } from './policy-form.tsx';
import { usePolicyText } from './text.ts';
import { POLICY_FIELDS, usePolicyValue } from './words.ts';

/** 共通の決まり: what holds for everybody, and the form that proposes to change it. */
export function PolicyPage() {
  const t = usePolicyText();
  const policy = useQueryOf('accounts', 'policy', {});
  const standing = useStanding();
  const { me, canWrite } = useSession();
  const [changing, setChanging] = useState(false);
  const mayChange = canWrite && me.roles.includes('administrator');
  return (
    <WorkPage
      title={t('title')}
      actions={
        mayChange && !changing ? (
          <Button size="sm" onPress={() => setChanging(true)}>
            {t('change')}
          </Button>
        ) : null
      }
    >
      <div className="w-full max-w-3xl p-4">
        <Card>
          <p className="mb-4 text-sm">{t('about')}</p>
          <QueryStates query={policy}>
            {(now) =>
              !changing ? (
                <PolicyList policy={now} />
              ) : standing === undefined ? (
                <LoadingState />
              ) : (
                <PolicyForm policy={now} standing={standing} onCancel={() => setChanging(false)} />
              )
            }
          </QueryStates>
        </Card>
      </div>
    </WorkPage>
  );
}

function PolicyList({ policy }: { readonly policy: Policy }) {
  const t = usePolicyText();
  const value = usePolicyValue();
  return (
    <dl className="flex flex-col divide-y divide-line">
      {POLICY_FIELDS.map((field) => (
        <div key={field} className="grid gap-x-6 py-2 min-[48rem]:grid-cols-[16rem_1fr]">
          <dt>{t(field)}</dt>
          <dd>
            <strong>{value(policy, field)}</strong>
            <span className="block text-sm text-ink-soft">{t(`${field}.about`)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
