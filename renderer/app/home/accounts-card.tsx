import {
  AlarmClock,
  CircleCheck,
  Hourglass,
  KeyRound,
  ListChecks,
  LockKeyhole,
  type LucideIcon,
} from 'lucide-react';
import { Link } from 'react-router';
import type { Waiting } from '../../../shared/accounts/model.ts';
import { PROPOSALS_READ } from '../../accounts/people/use-standing.ts';
import { useQueryOf } from '../../api/queries.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Card } from '../../ui/list-detail.tsx';
import { QueryStates } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useNow } from '../../ui/use-now.ts';
import { useText } from '../i18n.ts';
import { useSession } from '../session.ts';
import { Figure } from './figure.tsx';
import { WaitingProposals } from './waiting-proposals.tsx';

/** What waits in account work: proposals, passwords that were handed over, the check, the keys. */
export function AccountsCard() {
  const t = useText();
  const { me } = useSession();
  const waiting = useQueryOf('accounts', 'waiting', {}, { every: 60_000 });
  const proposals = useQueryOf('accounts', 'proposals', { limit: PROPOSALS_READ });
  const now = useNow();
  const only = me.roles.every((role) => role === 'administrator');
  return (
    <Card>
      <h2 className="mb-3 text-lg font-bold">{t('home.accountsTitle')}</h2>
      <QueryStates query={waiting}>
        {(data) => (
          <>
            <dl className="grid grid-cols-1 gap-3 min-[48rem]:grid-cols-3">
              <Figure
                icon={Hourglass}
                label={t('home.toConfirm')}
                value={t('home.count', { n: data.toConfirm })}
                alarm={data.toConfirm > 0}
              />
              <Figure icon={Hourglass} label={t('home.mine')} value={t('home.count', { n: data.mine })} />
              <Figure icon={KeyRound} label={t('home.handed')} value={t('home.people', { n: data.handed })} />
            </dl>
            <WaitingProposals proposals={proposals.data ?? []} now={now} />
            <Matters waiting={data} now={now} />
          </>
        )}
      </QueryStates>
      {only ? <p className="mt-3 text-sm text-ink-soft">{t('home.accountsOnly')}</p> : null}
      <div className="mt-4 flex flex-wrap gap-3">
        <LinkButton to="/accounts/proposals">{t('home.proposalsOpen')}</LinkButton>
        <LinkButton to="/accounts">{t('home.accountsOpen')}</LinkButton>
      </div>
    </Card>
  );
}

function Matter({
  icon: Icon,
  grave,
  to,
  children,
}: {
  readonly icon: LucideIcon;
  readonly grave: boolean;
  /** Where it is seen to. */
  readonly to?: string;
  readonly children: string;
}) {
  return (
    <li className={`flex items-start gap-2 py-1 ${grave ? 'font-bold text-danger' : ''}`}>
      <Icon aria-hidden size={18} className="mt-0.5 shrink-0" />
      {to === undefined ? (
        children
      ) : (
        <Link to={to} className="focus-ring underline">
          {children}
        </Link>
      )}
    </li>
  );
}

/** What is due or missing, in sentences. */
function Matters({ waiting, now }: { readonly waiting: Waiting; readonly now: number }) {
  const t = useText();
  const { may } = useSession();
  const format = useFormat();
  const { checkDueAt, recoveryMissing, rotationDue } = waiting;
  const late = checkDueAt < now;
  return (
    <ul className="mt-3">
      <Matter
        icon={late ? AlarmClock : ListChecks}
        grave={late}
        {...(may('accounts.toCheck') ? { to: '/accounts/check' } : {})}
      >
        {t(late ? 'home.checkLate' : 'home.checkDue', { at: format.shortDate(checkDueAt) })}
      </Matter>
      {recoveryMissing ? (
        <Matter icon={LockKeyhole} grave to="/accounts/keys">
          {t('home.recoveryMissing')}
        </Matter>
      ) : (
        <Matter icon={CircleCheck} grave={false}>
          {t('home.recoveryThere')}
        </Matter>
      )}
      {rotationDue ? (
        <Matter icon={KeyRound} grave to="/accounts/keys">
          {t('home.rotationDue')}
        </Matter>
      ) : null}
    </ul>
  );
}
