import { useCallback, useState } from 'react';
import type { Erasure, ErasingProgress } from '../../../shared/trail/retention/model.ts';
import { useCommand, usePush, useQueryOf } from '../../api/queries.ts';
import { Section } from '../../ui/list-detail.tsx';
import { ProgressBar } from '../../ui/progress.tsx';
import { EmptyState, QueryStates } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { BackupsNote } from './backups-note.tsx';
import { DueList } from './due-list.tsx';
import { Pending } from './pending.tsx';
import { Periods } from './periods.tsx';
import { useRetentionText } from './text.ts';
import { useTargetWords } from './words.ts';

/** 保存期間・消去: what waits for a second person, what is due, how long each kind is kept, what was erased. */
export default function RetentionPanel() {
  const query = useQueryOf('trail', 'retention', {});
  return (
    <QueryStates query={query}>
      {({ periods, due, erasures, residue }) => (
        <>
          <Erasing />
          <Pending />
          <DueList due={due} anySet={periods.some(({ years }) => years !== null)} />
          <Periods periods={periods} />
          <Erased erasures={erasures} residue={residue} />
        </>
      )}
    </QueryStates>
  );
}

function Erased({ erasures, residue }: { readonly erasures: readonly Erasure[]; readonly residue: boolean }) {
  const t = useRetentionText();
  const format = useFormat();
  const target = useTargetWords();
  return (
    <Section title={t('erased.title')}>
      {erasures.length === 0 ? (
        <EmptyState title={t('erased.none')} />
      ) : (
        <>
          {residue ? <p className="mb-2 text-sm">{t('erased.residue')}</p> : null}
          <BackupsNote erasure={erasures[0]?.seq ?? 0} />
          <ul className="border-t border-line">
            {erasures.map((one) => (
              <li key={one.seq} className="border-b border-line px-2 py-2">
                <strong>{t('erased.what', { ...target(one), n: format.number(one.subjects) })}</strong>
                <span className="block text-sm text-ink-soft">
                  {t('erased.who', {
                    at: format.dateTime(one.at),
                    proposed: one.proposedBy,
                    confirmed: one.confirmedBy,
                    seq: format.number(one.seq),
                  })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

/** How far an erasure is that somebody has just confirmed, with a way to stop it. Nothing at other times. */
export function Erasing() {
  const t = useRetentionText();
  const cancel = useCommand('trail', 'cancelErasure');
  const [progress, setProgress] = useState<ErasingProgress>();
  const heard = useCallback((message: ErasingProgress) => setProgress(message), []);
  usePush('trail', 'erasing', heard);
  if (progress === undefined || progress.done >= progress.total) return null;
  return (
    <div className="flex flex-col gap-1 px-4 pt-4">
      <ProgressBar
        label={t('erasing.going')}
        value={progress.done}
        max={progress.total}
        onCancel={() => cancel.mutate({})}
      />
      <p className="text-sm text-ink-soft">{t('erasing.about')}</p>
    </div>
  );
}
