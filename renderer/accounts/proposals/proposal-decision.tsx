import { type ReactNode, useEffect, useRef, useState } from 'react';
import { possibleConfirmers, refuseDecision, stateAt } from '../../../shared/accounts/proposal-rules.ts';
import { concernedBy, partiesOf, type Proposal } from '../../../shared/accounts/proposals.ts';
import { useCommand } from '../../api/queries.ts';
import { useRefusalText } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { ReasonDialog } from '../../ui/dialog.tsx';
import { type Fact, FactList } from '../../ui/fact-list.tsx';
import { Section } from '../../ui/list-detail.tsx';
import { notify } from '../../ui/toast.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useNow } from '../../ui/use-now.ts';
import type { Standing } from '../people/use-standing.ts';
import { DecisionForm } from './decision-form.tsx';
import { handOver } from './handover-store.ts';
import { ProposalContentView } from './proposal-content.tsx';
import { useProposalsText } from './text.ts';
import { ProposalStateBadge, useSubject } from './words.tsx';

function useFacts(proposal: Proposal): readonly Fact[] {
  const t = useProposalsText();
  const format = useFormat();
  const now = useNow();
  const { state, madeByName, madeAt, expiresAt, decidedByName, decidedAt, reason } = proposal;
  const open = stateAt(proposal, now) === 'open';
  const decider =
    state === 'refused' ? 'made.refuser' : state === 'withdrawn' ? 'made.withdrawer' : 'made.decider';
  return [
    { label: t('made.by'), value: <strong>{madeByName}</strong> },
    { label: t('made.at'), value: format.dateTime(madeAt) },
    ...(open
      ? [
          {
            label: t('made.until'),
            value: t('made.left', {
              at: format.dateTime(expiresAt),
              left: format.duration(expiresAt - now),
            }),
          },
        ]
      : []),
    ...(decidedByName === null
      ? []
      : [
          { label: t(decider), value: <strong>{decidedByName}</strong> },
          { label: t('made.decidedAt'), value: decidedAt === null ? '' : format.dateTime(decidedAt) },
        ]),
    ...(reason === '' ? [] : [{ label: t('made.decidedReason'), value: reason, wide: true }]),
  ];
}

/** Which rule applies, and who could confirm it. */
function Rule({ proposal, standing }: { readonly proposal: Proposal; readonly standing: Standing }) {
  const t = useProposalsText();
  const { content, madeBy } = proposal;
  const who = possibleConfirmers(content.kind, madeBy, concernedBy(content), standing.directory);
  return (
    <div className="mb-3 text-sm">
      <p>{t(partiesOf(content.kind).propose.includes('officer') ? 'rule.officer' : 'rule.administrator')}</p>
      <p className="text-ink-soft">
        {who.length === 0
          ? t('rule.nobody')
          : t('rule.confirmers', { names: who.map(({ name }) => name).join('・') })}
      </p>
    </div>
  );
}

function Withdraw({ proposal }: { readonly proposal: Proposal }) {
  const t = useProposalsText();
  const words = useRefusalText();
  const withdraw = useCommand('accounts', 'withdraw');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="sm" onPress={() => setAsking(true)}>
        {t('decide.withdraw')}
      </Button>
      <ReasonDialog
        title={t('decide.withdraw')}
        isOpen={asking}
        onClose={() => setAsking(false)}
        confirm={t('decide.withdraw')}
        explanation={<p className="text-sm">{t('decide.withdrawAbout')}</p>}
        pending={withdraw.isPending}
        error={words(withdraw.error)}
        onConfirm={(reason) =>
          withdraw.mutate(
            { proposalId: proposal.id, reason },
            {
              onSuccess: () => {
                setAsking(false);
                notify(t('decide.withdrawn'));
              },
            },
          )
        }
      />
    </>
  );
}

/**
 * What was proposed, by whom, by which rule, and the second person's decision on it (pattern 6): one page for every kind that takes
 * two people. Needs a session that may read accounts.
 */
export function ProposalDecision({
  proposal,
  standing,
  actions,
}: {
  readonly proposal: Proposal;
  readonly standing: Standing;
  /** Stands beside the title. */
  readonly actions?: ReactNode;
}) {
  const t = useProposalsText();
  const { me, may, canWrite } = useSession();
  const now = useNow();
  const facts = useFacts(proposal);
  const subject = useSubject();
  const heading = useRef<HTMLHeadingElement>(null);
  // The dialog or form that proposed it is gone: whoever goes on by keyboard goes on from here.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  const { content } = proposal;
  const open = stateAt(proposal, now) === 'open';
  const blocked = refuseDecision(proposal, me.accountId, standing.directory, now)?.code === 'proposal-void';

  return (
    <>
      <header className="flex items-start justify-between gap-3 px-4 pt-3">
        <div>
          <p className="flex items-center gap-3 text-sm text-ink-soft">
            {t(`kind.${content.kind}`)}
            <ProposalStateBadge proposal={proposal} now={now} />
          </p>
          <h2 ref={heading} tabIndex={-1} className="text-xl font-bold break-words outline-none">
            {subject(content, standing.rows)}
          </h2>
        </div>
        {actions}
      </header>
      {proposal.state === 'confirmed' ? (
        <p className="mx-4 mt-3 rounded-8 border border-good bg-good-soft p-3 font-bold text-good">
          {t('done.both', { maker: proposal.madeByName, decider: proposal.decidedByName ?? '' })}
        </p>
      ) : null}
      <Section title={t('what.title')}>
        <ProposalContentView proposal={proposal} rows={standing.rows} />
        <div className="mt-3 border-l-4 border-line-strong pl-3">
          <p className="text-xs text-ink-soft">{t('what.reason')}</p>
          <p className="whitespace-pre-line">{content.reason}</p>
        </div>
        {open ? <p className="mt-3 font-bold">{t(`effect.${content.kind}`)}</p> : null}
      </Section>
      <div className="px-4">
        <FactList facts={facts} />
      </div>
      {open && canWrite ? (
        <Section
          title={t('decide.title')}
          actions={
            proposal.madeBy === me.accountId && may('accounts.withdraw') ? (
              <Withdraw proposal={proposal} />
            ) : null
          }
        >
          <Rule proposal={proposal} standing={standing} />
          {blocked ? null : may('accounts.confirm') ? (
            <DecisionForm
              proposal={proposal}
              standing={standing}
              now={now}
              onConfirmed={(confirmed, decider) => {
                handOver(confirmed, { decider, maker: proposal.madeByName, at: Date.now() });
                // A sheet that is to be handed over says it itself, and nothing may lie over it.
                if (confirmed.handed.length + confirmed.shares.length === 0)
                  notify(t('decide.confirmed', { kind: t(`kind.${content.kind}`) }));
              }}
            />
          ) : (
            <p>{t('decide.mayNot')}</p>
          )}
        </Section>
      ) : null}
      <p className="p-4 text-xs break-all text-ink-soft">
        {t('made.digest')} <code className="font-mono">{proposal.digest}</code>
      </p>
    </>
  );
}
