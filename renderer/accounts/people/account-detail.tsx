import { X } from 'lucide-react';
import { Link } from 'react-router';
import type { AccountDetail } from '../../../shared/accounts/model.ts';
import { concernedBy } from '../../../shared/accounts/proposals.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { useQueryOf } from '../../api/queries.ts';
import { IconButton } from '../../ui/button.tsx';
import { type Fact, FactList } from '../../ui/fact-list.tsx';
import { Section } from '../../ui/list-detail.tsx';
import { QueryStates } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useNow } from '../../ui/use-now.ts';
import { useProposalsText } from '../proposals/text.ts';
import { useMade } from '../proposals/words.tsx';
import { useSuiteWords } from '../policy/words.ts';
import { AccountActions } from './account-actions.tsx';
import { AccountStateBadge } from './account-state.tsx';
import { AccountStory } from './account-story.tsx';
import { usePeopleText } from './text.ts';
import { type Standing, useStanding } from './use-standing.ts';
import { useHoursWords, useRoleWords } from './words.ts';

function useFacts(account: AccountDetail, now: Instant): readonly Fact[] {
  const t = usePeopleText();
  const format = useFormat();
  const hours = useHoursWords();
  const roles = useRoleWords();
  const suite = useSuiteWords();
  const { keyAlgorithm, keyWanted, lastSignIn, passwordAt } = account;
  const age = format.duration(now - passwordAt);
  const key =
    keyAlgorithm === null
      ? t(keyWanted ? 'fact.keyWanted' : 'fact.keyNone')
      : keyWanted
        ? t('fact.keyReplaced', { suite: suite(keyAlgorithm) })
        : suite(keyAlgorithm);
  return [
    { label: t('fact.identifier'), value: <strong>{account.identifier}</strong> },
    { label: t('fact.roles'), value: roles(account.roles) },
    { label: t('fact.since'), value: format.dateTime(account.stateSince) },
    { label: t('fact.created'), value: format.dateTime(account.createdAt) },
    { label: t('fact.hours'), value: hours(account.hours) },
    {
      label: t('fact.lastSignIn'),
      value: lastSignIn === null ? t('fact.never') : format.dateTime(lastSignIn),
    },
    {
      label: t('fact.password'),
      value: account.mustChangePassword ? (
        <strong className="text-warn">{t('fact.passwordHanded', { at: format.dateTime(passwordAt) })}</strong>
      ) : (
        t('fact.passwordAge', { at: format.shortDate(passwordAt), age })
      ),
    },
    { label: t('fact.key'), value: key },
  ];
}

function Head({ account, onClose }: { readonly account: AccountDetail; readonly onClose: () => void }) {
  const t = usePeopleText();
  return (
    <header className="flex items-start justify-between gap-3 px-4 pt-3">
      <div className="min-w-0">
        <h2 className="text-xl font-bold break-words">
          {account.name}
          {account.reading === '' ? null : (
            <span className="ml-3 text-sm font-normal text-ink-soft">{account.reading}</span>
          )}
        </h2>
        <p className="mt-1">
          <AccountStateBadge state={account.state} />
        </p>
      </div>
      <IconButton icon={X} label={t('detail.close')} onPress={onClose} />
    </header>
  );
}

/** What waits about this account, each one step away. */
function Waiting({ id, standing }: { readonly id: string; readonly standing: Standing }) {
  const t = usePeopleText();
  const words = useProposalsText();
  const made = useMade();
  const now = useNow();
  const open = standing.open.filter(({ content }) => concernedBy(content).includes(id));
  if (open.length === 0) return null;
  return (
    <Section title={t('detail.open')}>
      <ul>
        {open.map((proposal) => (
          <li key={proposal.id} className="border-b border-line">
            <Link
              to={`/accounts/proposals/${proposal.id}`}
              className="focus-ring flex flex-wrap gap-x-3 px-1 py-1.5 hover:bg-hover"
            >
              <span className="font-bold text-accent underline">
                {words(`kind.${proposal.content.kind}`)}
              </span>
              <span className="text-sm text-ink-soft">{made(proposal, now)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Loaded({ account, onClose }: { readonly account: AccountDetail; readonly onClose: () => void }) {
  const t = usePeopleText();
  const now = useNow();
  const facts = useFacts(account, now);
  const standing = useStanding();
  return (
    <>
      <Head account={account} onClose={onClose} />
      {standing === undefined ? null : <AccountActions account={account} standing={standing} />}
      <div className="px-4 py-2">
        <FactList facts={facts} />
      </div>
      {standing === undefined ? null : <Waiting id={account.id} standing={standing} />}
      <Section title={t('detail.story')}>
        <AccountStory story={account.story} />
      </Section>
    </>
  );
}

/** An account: facts, what may be done next, what waits about it, and its story from the chain. */
export function AccountDetailPane({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const query = useQueryOf('accounts', 'account', { id });
  return (
    <QueryStates query={query}>{(account) => <Loaded account={account} onClose={onClose} />}</QueryStates>
  );
}
