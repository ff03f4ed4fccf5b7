import { Link } from 'react-router';
import { useQueryOf } from '../../api/queries.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Card } from '../../ui/list-detail.tsx';
import { QueryStates } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useNow } from '../../ui/use-now.ts';
import { useText } from '../i18n.ts';

/** How long the chain is, whether anything about it is amiss, and when it is to be reviewed. */
export function TrailCard() {
  const t = useText();
  const format = useFormat();
  const status = useQueryOf('trail', 'status', {});
  const review = useQueryOf('trail', 'reviewState', {});
  const retention = useQueryOf('trail', 'retentionDue', {});
  const now = useNow();
  const overdue = review.data !== undefined && review.data.due < now;
  return (
    <Card>
      <h2 className="mb-3 text-lg font-bold">{t('home.trailTitle')}</h2>
      <QueryStates query={status}>
        {(data) => (
          <FactList
            facts={[
              { label: t('home.trailSize'), value: format.number(data.size) },
              { label: t('home.trailAnomalies'), value: format.number(data.clockAnomalies) },
              { label: t('home.trailShortfalls'), value: format.number(data.shortfalls) },
              {
                label: t('home.trailCheckpoint'),
                value:
                  data.lastCheckpoint === undefined
                    ? t('home.none')
                    : format.dateTime(data.lastCheckpoint.at),
              },
              {
                label: t('home.reviewDue'),
                value:
                  review.data === undefined ? undefined : overdue ? (
                    <strong className="text-danger">
                      {t('home.reviewOverdue', { at: format.date(review.data.due) })}
                    </strong>
                  ) : (
                    format.date(review.data.due)
                  ),
              },
              {
                label: t('home.retentionDue'),
                value:
                  retention.data === undefined ? undefined : retention.data.due === 0 ? (
                    t('home.none0')
                  ) : (
                    <Link to="/trail?tab=retention" className="focus-ring font-bold text-accent underline">
                      {t('home.retentionDueValue', { n: retention.data.due })}
                    </Link>
                  ),
              },
              {
                label: t('home.reviewLast'),
                value: review.data?.lastAt === undefined ? t('home.none') : format.date(review.data.lastAt),
              },
            ]}
          />
        )}
      </QueryStates>
      <div className="mt-4 flex flex-wrap gap-3">
        <LinkButton to="/trail">{t('home.trailOpen')}</LinkButton>
        <LinkButton to="/trail?tab=review" variant={overdue ? 'solid' : 'outline'}>
          {t('home.reviewOpen')}
        </LinkButton>
      </div>
    </Card>
  );
}
