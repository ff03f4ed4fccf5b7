import { useState } from 'react';
import type { Due } from '../../../shared/trail/retention/model.ts';
import { sameTarget } from '../../../shared/trail/retention/rules.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/list-detail.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useOpenProposals } from './pending.tsx';
import { ProposeDialog } from './propose-dialog.tsx';
import { useRetentionText } from './text.ts';
import { useTargetWords } from './words.ts';

/** What may be erased now: how much, since when, what is kept because it is open, and the way to propose it. */
export function DueList({ due, anySet }: { readonly due: readonly Due[]; readonly anySet: boolean }) {
  const t = useRetentionText();
  const format = useFormat();
  const target = useTargetWords();
  const { canWrite, me } = useSession();
  const [asked, setAsked] = useState<Due>();
  const open = useOpenProposals();
  const mayPropose = (one: Due): boolean =>
    canWrite &&
    me.roles.includes('officer') &&
    one.count > 0 &&
    !open.some(({ content }) => content.kind === 'erasure' && sameTarget(content.target, one));
  return (
    <Section title={t('due.title')}>
      {due.length === 0 ? (
        <EmptyState title={t(anySet ? 'due.none' : 'due.noneUnset')} />
      ) : (
        <ul className="border-t border-line">
          {due.map((one) => (
            <li
              key={`${one.kind} ${one.fiscalYear}`}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-2 py-2"
            >
              <span className="min-w-48 flex-1">
                <strong>{t('due.what', target(one))}</strong>
                <span className="ml-3 tabular-nums">{t('due.count', { n: format.number(one.count) })}</span>
                <span className="block text-sm text-ink-soft">
                  {t('due.since', { at: format.date(one.since) })}
                </span>
                {one.open === 0 ? null : (
                  <span className="block text-sm">
                    {t(one.ledger === 'media' ? 'due.openMedia' : 'due.open', { n: format.number(one.open) })}
                  </span>
                )}
              </span>
              {mayPropose(one) ? (
                <Button
                  size="sm"
                  variant="danger"
                  onPress={() => setAsked(one)}
                  aria-label={t('due.proposeFor', target(one))}
                >
                  {t('due.propose')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {asked === undefined ? null : (
        <ProposeDialog
          key={`${asked.kind} ${asked.fiscalYear}`}
          title={t('form.eraseTitle')}
          danger
          draft={{
            kind: 'erasure',
            target: { ledger: asked.ledger, kind: asked.kind, fiscalYear: asked.fiscalYear },
          }}
          onClose={() => setAsked(undefined)}
        >
          {() => <p>{t('form.eraseWhat', { ...target(asked), n: format.number(asked.count) })}</p>}
        </ProposeDialog>
      )}
    </Section>
  );
}
