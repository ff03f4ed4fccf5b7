import type { Proposal } from '../../../shared/accounts/proposals.ts';
import { useQueryOf } from '../../api/queries.ts';
import { Section } from '../../ui/list-detail.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useRetentionText } from './text.ts';
import { useTargetWords } from './words.ts';

/** The proposals that wait for a second person. */
export function useOpenProposals(): readonly Proposal[] {
  const proposals = useQueryOf('accounts', 'proposals', { limit: 1 });
  return (proposals.data ?? []).filter(({ state }) => state === 'open');
}

/** Open proposals of retention: what, by whom, until when. Nothing while there are none. */
export function Pending() {
  const t = useRetentionText();
  const format = useFormat();
  const words = useProposalWords();
  const open = useOpenProposals().flatMap((proposal) => {
    const what = words(proposal.content);
    return what === undefined ? [] : [{ ...proposal, what }];
  });
  if (open.length === 0) return null;
  return (
    <Section title={t('pending.title')}>
      <ul className="border-t border-line">
        {open.map(({ id, what, madeByName, madeAt, expiresAt }) => (
          <li key={id} className="border-b border-line px-2 py-2">
            <strong>{what}</strong>
            <span className="block text-sm text-ink-soft">
              {t('pending.who', {
                at: format.dateTime(madeAt),
                name: madeByName,
                until: format.dateTime(expiresAt),
              })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What a proposal of retention would bring about, in words; undefined for one of another kind. */
function useProposalWords(): (content: Proposal['content']) => string | undefined {
  const t = useRetentionText();
  const target = useTargetWords();
  return (content) => {
    if (content.kind === 'erasure') return t('pending.erasure', target(content.target));
    if (content.kind !== 'retention-set') return undefined;
    const kind = t(`kind.${content.retained.kind}`);
    return content.years === null
      ? t('pending.never', { kind })
      : t('pending.years', { kind, n: content.years });
  };
}
