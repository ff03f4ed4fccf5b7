import {
  Archive,
  CirclePause,
  CirclePlay,
  Clock,
  KeyRound,
  type LucideIcon,
  PencilLine,
  Signature,
  Users,
} from 'lucide-react';
import { useId } from 'react';
import { useSearchParams } from 'react-router';
import type { AccountRow } from '../../../shared/accounts/model.ts';
import { type Directory, refuseContent, refuseProposal } from '../../../shared/accounts/proposal-rules.ts';
import { partiesOf, type ProposalContent } from '../../../shared/accounts/proposals.ts';
import type { Refusal } from '../../../shared/kernel/result.ts';
import { useCodeText } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { ACCOUNT_ACTIONS, type AccountAction, AccountActionDialog } from './account-forms.tsx';
import { usePeopleText } from './text.ts';
import type { Standing } from './use-standing.ts';

const icons: Readonly<Record<AccountAction, LucideIcon>> = {
  'account-rename': PencilLine,
  'account-roles': Users,
  'account-hours': Clock,
  'account-reset': KeyRound,
  'account-key': Signature,
  'account-suspend': CirclePause,
  'account-restore': CirclePlay,
  'account-close': Archive,
};

/** A proposal of the kind, to ask the rules whether it can be made at all; what its form asks for is judged there. */
function sample(action: AccountAction, { id, name, reading }: AccountRow): ProposalContent {
  const reason = '';
  switch (action) {
    case 'account-rename':
      return { kind: action, accountId: id, name, reading, reason };
    case 'account-roles':
      return { kind: action, accountId: id, roles: [], reason };
    case 'account-hours':
      return { kind: action, accountId: id, hours: null, reason };
    case 'account-close':
      return { kind: action, accountIds: [id], reason };
    case 'account-suspend':
    case 'account-restore':
    case 'account-reset':
    case 'account-key':
      return { kind: action, accountId: id, reason };
  }
}

/** Actions that an account in this state is offered: what can never apply to it is not shown. */
export function offeredActions({ state }: AccountRow): readonly AccountAction[] {
  switch (state) {
    case 'active':
      return ACCOUNT_ACTIONS.filter((action) => action !== 'account-restore');
    case 'suspended':
      return ['account-restore', 'account-close'];
    case 'closed':
      return [];
  }
}

/** Why an action cannot be proposed now; undefined if it can. The rules by which main refuses. */
export function refuseAction(
  action: AccountAction,
  account: AccountRow,
  proposer: string,
  { directory, open }: { readonly directory: Directory; readonly open: Standing['open'] },
): Refusal | undefined {
  const content = sample(action, account);
  const refusal = refuseProposal(content, proposer, directory, open);
  // Which roles are chosen is judged in the form.
  return refusal ?? (action === 'account-roles' ? undefined : refuseContent(content, directory));
}

/** What may be proposed about an account. What cannot be now is grey, with the reason in words. */
export function AccountActions({
  account,
  standing,
}: {
  readonly account: AccountRow;
  readonly standing: Standing;
}) {
  const t = usePeopleText();
  const code = useCodeText('accounts');
  const id = useId();
  const { me, may, canWrite } = useSession();
  const [params, setParams] = useSearchParams();

  const mine = offeredActions(account).filter((action) =>
    partiesOf(action).propose.some((role) => me.roles.includes(role)),
  );
  const shown = may('accounts.propose') && canWrite ? mine : [];
  const refusals = new Map(
    shown.map((action) => [action, refuseAction(action, account, me.accountId, standing)]),
  );
  const reasons = [...new Set([...refusals.values()].flatMap((refusal) => refusal?.code ?? []))].map(
    (code_) => {
      const actions = shown.filter((action) => refusals.get(action)?.code === code_);
      return { reason: code_, actions, detail: refusals.get(actions[0] ?? 'account-close')?.detail };
    },
  );

  // Which form is open stands in the address, so that a link can ask for it.
  const asked = shown.find(
    (action) => action === params.get('propose') && refusals.get(action) === undefined,
  );
  const ask = (action: AccountAction | undefined): void =>
    setParams(action === undefined ? {} : { propose: action }, { replace: true });

  if (shown.length === 0) return null;
  return (
    <div className="border-b border-line px-4 py-3">
      <div role="group" aria-label={t('detail.actions')} className="flex flex-wrap gap-2">
        {shown.map((action) => {
          const refusal = refusals.get(action);
          return (
            <Button
              key={action}
              size="sm"
              icon={icons[action]}
              isDisabled={refusal !== undefined}
              {...(refusal === undefined ? {} : { 'aria-describedby': `${id}-${refusal.code}` })}
              onPress={() => ask(action)}
            >
              {t(`action.${action}`)}
            </Button>
          );
        })}
      </div>
      <p className="mt-2 text-sm text-ink-soft">{t('detail.twoPeople')}</p>
      {reasons.map(({ reason, actions, detail }) => (
        <p key={reason} id={`${id}-${reason}`} className="mt-1 text-sm">
          <strong>
            {t('detail.blocked')}: {actions.map((action) => t(`action.${action}`)).join('・')}
          </strong>
          <span className="block text-ink-soft">{code(reason, detail)}</span>
        </p>
      ))}
      {asked === undefined ? null : (
        <AccountActionDialog
          action={asked}
          account={account}
          standing={standing}
          onClose={() => ask(undefined)}
        />
      )}
    </div>
  );
}
