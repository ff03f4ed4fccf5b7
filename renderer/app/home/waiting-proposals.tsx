import { Link } from 'react-router';
import { refuseDecision } from '../../../shared/accounts/proposal-rules.ts';
import type { Proposal } from '../../../shared/accounts/proposals.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { directoryOf } from '../../accounts/people/use-standing.ts';
import { useProposalsText } from '../../accounts/proposals/text.ts';
import { useMade, useSubject } from '../../accounts/proposals/words.tsx';
import { useQueryOf } from '../../api/queries.ts';
import { useText } from '../i18n.ts';
import { useSession } from '../session.ts';

const SHOWN = 6;

/** The proposals that wait: those this person could confirm first, then their own. Nothing where there are none. */
export function WaitingProposals({
  proposals,
  now,
}: {
  readonly proposals: readonly Proposal[];
  readonly now: Instant;
}) {
  const t = useText();
  const { me } = useSession();
  const list = useQueryOf('accounts', 'list', {});
  if (list.data === undefined) return null;
  const rows = list.data;
  const directory = directoryOf(rows);
  const open = proposals.filter(({ state }) => state === 'open');
  const mine = open.filter(({ madeBy }) => madeBy === me.accountId);
  const toConfirm = open.filter(
    (proposal) => refuseDecision(proposal, me.accountId, directory, now) === undefined,
  );
  const part = (title: string, some: readonly Proposal[]) =>
    some.length === 0 ? null : (
      <section>
        <h3 className="mt-3 text-sm font-bold">{title}</h3>
        <ul>
          {some.slice(0, SHOWN).map((proposal) => (
            <Row key={proposal.id} proposal={proposal} rows={rows} now={now} />
          ))}
        </ul>
      </section>
    );
  return (
    <>
      {part(t('home.toConfirmList'), toConfirm)}
      {part(t('home.mineList'), mine)}
    </>
  );
}

function Row({
  proposal,
  rows,
  now,
}: {
  readonly proposal: Proposal;
  readonly rows: Parameters<ReturnType<typeof useSubject>>[1];
  readonly now: Instant;
}) {
  const words = useProposalsText();
  const made = useMade();
  const subject = useSubject();
  return (
    <li className="border-b border-line">
      <Link
        to={`/accounts/proposals/${proposal.id}`}
        className="focus-ring flex flex-wrap gap-x-3 px-1 py-1.5 hover:bg-hover"
      >
        <span className="font-bold text-accent underline">{subject(proposal.content, rows)}</span>
        <span>{words(`kind.${proposal.content.kind}`)}</span>
        <span className="ml-auto text-sm text-ink-soft tabular-nums">{made(proposal, now)}</span>
      </Link>
    </li>
  );
}
