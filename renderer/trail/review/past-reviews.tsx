import { useInfiniteQuery } from '@tanstack/react-query';
import { Printer, ShieldAlert, ShieldCheck } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Review } from '../../../shared/trail/model.ts';
import { call } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/list-detail.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { EmptyState, QueryStates } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useCounts } from './looked-at.tsx';
import { useReviewText } from './text.ts';

const ReviewSheet = lazy(() => import('./review-sheet.tsx'));
const LIMIT = 10;

/** The reviews that were made, newest first, each to be printed. */
export function PastReviews() {
  const t = useReviewText();
  const [onPaper, setOnPaper] = useState<Review>();
  const pages = useInfiniteQuery({
    queryKey: ['trail', 'reviews', {}],
    queryFn: ({ pageParam }) =>
      call('trail', 'reviews', { limit: LIMIT, ...(pageParam === 0 ? {} : { before: pageParam }) }),
    initialPageParam: 0,
    getNextPageParam: (last) => (last.more ? last.rows.at(-1)?.seq : undefined),
  });
  return (
    <Section title={t('past')}>
      <QueryStates query={pages}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.rows);
          if (rows.length === 0) return <EmptyState title={t('pastNone')} />;
          return (
            <>
              <ol aria-label={t('past')} className="flex flex-col gap-3">
                {rows.map((review) => (
                  <PastReview key={review.seq} review={review} onPrint={() => setOnPaper(review)} />
                ))}
              </ol>
              {pages.hasNextPage ? (
                <Button pending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
                  {t('more')}
                </Button>
              ) : null}
            </>
          );
        }}
      </QueryStates>
      <Suspense fallback={null}>
        {onPaper === undefined ? null : (
          <ReviewSheet review={onPaper} onClose={() => setOnPaper(undefined)} />
        )}
      </Suspense>
    </Section>
  );
}

function PastReview({ review, onPrint }: { readonly review: Review; readonly onPrint: () => void }) {
  const t = useReviewText();
  const format = useFormat();
  const counts = useCounts();
  const { seq, at, by, first, last, findings, measures, notable, signature } = review;
  const holds = signature === 'holds';
  return (
    <li className="rounded-8 border border-line p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-bold tabular-nums">{format.dateTime(at)}</span>
        <span>{by}</span>
        <StateBadge tone={holds ? 'good' : 'danger'} icon={holds ? ShieldCheck : ShieldAlert}>
          {t(holds ? 'signed' : 'unsigned')}
        </StateBadge>
        <span className="text-sm text-ink-soft tabular-nums">
          {t('rangeValue', { first: format.number(first), last: format.number(last) })}
        </span>
        <span className="ml-auto">
          <Button size="sm" icon={Printer} onPress={onPrint} aria-label={t('printOf', { seq })}>
            {t('print')}
          </Button>
        </span>
      </div>
      {Object.keys(notable).length === 0 ? null : (
        <p className="mt-1 text-sm text-ink-soft">{counts.types(notable)}</p>
      )}
      <p className="mt-1 break-words whitespace-pre-wrap">{findings}</p>
      {measures === '' ? null : (
        <p className="mt-1 break-words whitespace-pre-wrap">
          <span className="mr-2 text-sm text-ink-soft">{t('measures')}</span>
          {measures}
        </p>
      )}
    </li>
  );
}
