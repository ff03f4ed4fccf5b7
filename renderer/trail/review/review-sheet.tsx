import type { Review } from '../../../shared/trail/model.ts';
import { useSession } from '../../app/session.ts';
import { SheetFacts } from '../../ui/sheet/page.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useNow } from '../../ui/use-now.ts';
import { Hash } from '../hash.tsx';
import { useCounts } from './looked-at.tsx';
import { useReviewText } from './text.ts';

/** A review on paper (証跡点検記録), with the stamps that offices put under it. */
export default function ReviewSheet({
  review,
  onClose,
}: {
  readonly review: Review;
  readonly onClose: () => void;
}) {
  const t = useReviewText();
  const format = useFormat();
  const counts = useCounts();
  const now = useNow();
  const { site } = useSession().me;
  const { seq, at, by, first, last, before, head, findings, measures, notable, signature } = review;
  const paragraph = (text: string) => <span className="whitespace-pre-wrap">{text}</span>;
  return (
    <Sheet
      title={t('sheet.title')}
      office={`${site.name} ${site.room}`}
      number={`${site.code}-${seq}`}
      issued={format.dateTime(now)}
      stamps={[t('sheet.reviewer'), t('sheet.officer'), t('sheet.head')]}
      checkpoint={t('sheet.checkpoint', { size: format.number(last), head: head.slice(0, 16) })}
      onClose={onClose}
      parts={[
        {
          kind: 'block',
          content: (
            <SheetFacts
              facts={[
                { label: t('sheet.at'), value: format.dateTime(at) },
                {
                  label: t('sheet.by'),
                  value: `${by} (${t(signature === 'holds' ? 'signed' : 'unsigned')})`,
                },
                {
                  label: t('range'),
                  value: t('rangeValue', { first: format.number(first), last: format.number(last) }),
                },
                { label: t('before'), value: <Hash value={before} /> },
                { label: t('head'), value: <Hash value={head} /> },
                { label: t('counts'), value: counts.groups(review.counts) },
                {
                  label: t('notable'),
                  value: Object.keys(notable).length === 0 ? t('notableNone') : counts.types(notable),
                },
              ]}
            />
          ),
        },
        {
          kind: 'block',
          content: (
            <SheetFacts
              facts={[
                { label: t('findings'), value: paragraph(findings) },
                { label: t('measures'), value: paragraph(measures) },
              ]}
            />
          ),
        },
      ]}
    />
  );
}
