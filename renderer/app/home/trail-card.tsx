import { useQueryOf } from '../../api/queries.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Card } from '../../ui/list-detail.tsx';
import { QueryStates } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useText } from '../i18n.ts';

/** How long the chain is, and whether anything about it is amiss. */
export function TrailCard() {
  const t = useText();
  const format = useFormat();
  const status = useQueryOf('trail', 'status', {});
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
            ]}
          />
        )}
      </QueryStates>
      <div className="mt-4">
        <LinkButton to="/trail">{t('home.trailOpen')}</LinkButton>
      </div>
    </Card>
  );
}
