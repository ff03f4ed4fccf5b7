import { useQueryOf } from '../../api/queries.ts';
import { Section } from '../../ui/list-detail.tsx';
import { EmptyState, QueryStates } from '../../ui/states.tsx';
import { notify } from '../../ui/toast.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useNow } from '../../ui/use-now.ts';
import { PastReviews } from './past-reviews.tsx';
import { ReviewForm } from './review-form.tsx';
import { useReviewText } from './text.ts';

/** The periodic review (点検): what is to be looked at since the last one, signed for; and the ones before. */
export default function ReviewPanel() {
  const t = useReviewText();
  const format = useFormat();
  const now = useNow();
  const draft = useQueryOf('trail', 'reviewDraft', {});
  return (
    <>
      <Section title={t('title')}>
        <QueryStates query={draft}>
          {(found) =>
            found === null ? (
              <EmptyState title={t('nothing')} />
            ) : (
              <>
                <p className={`mb-2 font-bold ${found.due < now ? 'text-danger' : ''}`}>
                  {t(found.due < now ? 'overdue' : 'due', { at: format.date(found.due) })}
                </p>
                <ReviewForm
                  key={found.first}
                  newest={found}
                  onDone={(seq) => notify(t('done', { seq: format.number(seq) }))}
                />
              </>
            )
          }
        </QueryStates>
      </Section>
      <PastReviews />
    </>
  );
}
