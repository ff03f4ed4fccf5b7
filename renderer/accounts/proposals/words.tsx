import { CircleCheck, CircleSlash, Clock4, Hourglass, type LucideIcon, Undo2, XCircle } from 'lucide-react';
import { useCallback } from 'react';
import type { AccountRow } from '../../../shared/accounts/model.ts';
import { stateAt } from '../../../shared/accounts/proposal-rules.ts';
import type { Proposal, ProposalContent, ProposalState } from '../../../shared/accounts/proposals.ts';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import { type Instant, MINUTE } from '../../../shared/kernel/time.ts';
import { StateBadge, type Tone } from '../../ui/state-badge.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useKindWords, useTargetWords } from '../../trail/retention/words.ts';
import { useProposalsText } from './text.ts';

const looks: Readonly<Record<ProposalState, { readonly tone: Tone; readonly icon: LucideIcon }>> = {
  open: { tone: 'warn', icon: Hourglass },
  confirmed: { tone: 'good', icon: CircleCheck },
  refused: { tone: 'danger', icon: XCircle },
  withdrawn: { tone: 'quiet', icon: Undo2 },
  void: { tone: 'quiet', icon: CircleSlash },
  expired: { tone: 'quiet', icon: Clock4 },
};

/** Where a proposal stands, as icon, word and colour. */
export function ProposalStateBadge({
  proposal,
  now,
}: {
  readonly proposal: Proposal;
  readonly now: Instant;
}) {
  const t = useProposalsText();
  const state = stateAt(proposal, now);
  const { tone, icon } = looks[state];
  return (
    <StateBadge tone={tone} icon={icon}>
      {t(`state.${state}`)}
    </StateBadge>
  );
}

/** Whom or what a proposal is about, in a few words. */
export function useSubject(): (content: ProposalContent, rows: readonly AccountRow[]) => string {
  const t = useProposalsText();
  const target = useTargetWords();
  const kind = useKindWords();
  return useCallback(
    (content: ProposalContent, rows: readonly AccountRow[]) => {
      const nameOf = (id: string): string => rows.find((row) => row.id === id)?.name ?? t('about.unknown');
      switch (content.kind) {
        case 'account-create':
          return content.name;
        case 'account-rename':
        case 'account-roles':
        case 'account-hours':
        case 'account-suspend':
        case 'account-restore':
        case 'account-reset':
        case 'account-key':
          return nameOf(content.accountId);
        case 'account-close': {
          const [first = '', ...others] = content.accountIds.map(nameOf);
          return others.length === 0 ? first : t('about.several', { name: first, n: others.length });
        }
        case 'policy':
          return t('about.everybody');
        case 'recovery-issue':
        case 'recovery-revoke':
          return t('about.pair', { pair: content.pair });
        case 'retention-set':
          return kind(content.retained.kind);
        case 'erasure':
          return t('about.erasure', target(content.target));
        default:
          return assertNever(content);
      }
    },
    [t, target, kind],
  );
}

/** Who made a proposal and how long ago, in a few words. */
export function useMade(): (proposal: Proposal, now: Instant) => string {
  const t = useProposalsText();
  const format = useFormat();
  return useCallback(
    ({ madeAt, madeByName: name }: Proposal, now: Instant) =>
      now - madeAt < MINUTE
        ? t('made.now', { name })
        : t('made.age', { age: format.duration(now - madeAt), name }),
    [t, format],
  );
}
