import { X } from 'lucide-react';
import { useNavigate, useParams } from 'react-router';
import { stateAt } from '../../../shared/accounts/proposal-rules.ts';
import type { Proposal } from '../../../shared/accounts/proposals.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { useQueryOf } from '../../api/queries.ts';
import { IconButton } from '../../ui/button.tsx';
import { ListDetail } from '../../ui/list-detail.tsx';
import { EmptyState, LoadingState, QueryStates } from '../../ui/states.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { PROPOSALS_READ, type Standing, useStanding } from '../people/use-standing.ts';
import { WorkPage } from '../work-page.tsx';
import { ProposalDecision } from './proposal-decision.tsx';
import { useProposalsText } from './text.ts';
import { ProposalStateBadge, useMade, useSubject } from './words.tsx';

const HOME = '/accounts/proposals';
const ROW_HEIGHT = 60;
const nothing = (): void => undefined;

/** 確認待ち: what waits for a second person, then what is done with; at the right the one that was chosen. */
export function ProposalsPage() {
  const t = useProposalsText();
  const { id = null } = useParams();
  const navigate = useNavigate();
  const standing = useStanding();
  const proposals = useQueryOf('accounts', 'proposals', { limit: PROPOSALS_READ });
  const close = (): void => void navigate(HOME);
  useShortcut('Escape', close, { enabled: id !== null });
  return (
    <WorkPage title={t('page.title')}>
      <ListDetail
        listLabel={t('page.list')}
        detailLabel={t('page.detail')}
        detailWidth="clamp(30rem, 55vw, 52rem)"
        list={
          <QueryStates query={proposals}>
            {(rows) => (
              <Rows
                rows={rows}
                standing={standing}
                selected={id}
                onSelect={(one) => void navigate(`${HOME}/${one.id}`)}
              />
            )}
          </QueryStates>
        }
        detail={
          id === null ? (
            <EmptyState title={t('page.choose')}>{t('page.chooseDo')}</EmptyState>
          ) : standing === undefined ? (
            <LoadingState />
          ) : (
            <Chosen key={id} id={id} standing={standing} onClose={close} />
          )
        }
      />
    </WorkPage>
  );
}

function Chosen({
  id,
  standing,
  onClose,
}: {
  readonly id: string;
  readonly standing: Standing;
  readonly onClose: () => void;
}) {
  const t = useProposalsText();
  const proposal = standing.proposals.find((one) => one.id === id);
  if (proposal === undefined) return <EmptyState title={t('page.missing')} />;
  return (
    <ProposalDecision
      proposal={proposal}
      standing={standing}
      actions={<IconButton icon={X} label={t('page.close')} onPress={onClose} />}
    />
  );
}

function Rows({
  rows,
  standing,
  selected,
  onSelect,
}: {
  readonly rows: readonly Proposal[];
  readonly standing: Standing | undefined;
  readonly selected: string | null;
  readonly onSelect: (proposal: Proposal) => void;
}) {
  const t = useProposalsText();
  const now = useNow();
  if (rows.length === 0) return <EmptyState title={t('page.none')}>{t('page.noneDo')}</EmptyState>;
  const index = rows.findIndex(({ id }) => id === selected);
  const open = rows.filter((row) => stateAt(row, now) === 'open').length;
  return (
    <VirtualList
      label={t('page.list')}
      total={rows.length}
      rowAt={(at) => rows[at]}
      onRange={nothing}
      rowHeight={ROW_HEIGHT}
      selectedIndex={index < 0 ? null : index}
      onSelect={(_, row) => onSelect(row)}
      header={
        <p className="border-b border-line px-4 py-1.5 text-sm text-ink-soft tabular-nums">
          {t('page.open')} {open}　{t('page.decided')} {rows.length - open}
        </p>
      }
      renderRow={(row) => <Row proposal={row} standing={standing} now={now} />}
    />
  );
}

function Row({
  proposal,
  standing,
  now,
}: {
  readonly proposal: Proposal;
  readonly standing: Standing | undefined;
  readonly now: Instant;
}) {
  const t = useProposalsText();
  const made = useMade();
  const subject = useSubject();
  return (
    <div className="flex h-full items-center gap-3 px-4">
      <span className="min-w-0 flex-1 leading-5">
        <span className="block truncate">
          <strong>{subject(proposal.content, standing?.rows ?? [])}</strong>
          <span className="ml-3 text-sm">{t(`kind.${proposal.content.kind}`)}</span>
        </span>
        <span className="block truncate text-xs text-ink-soft tabular-nums">
          {made(proposal, now)}
          {proposal.decidedByName === null || proposal.decidedByName === proposal.madeByName
            ? ''
            : `　${t('made.decidedBy', { state: t(`state.${stateAt(proposal, now)}`), name: proposal.decidedByName })}`}
        </span>
      </span>
      <ProposalStateBadge proposal={proposal} now={now} />
    </div>
  );
}
