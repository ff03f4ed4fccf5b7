import { useQueryOf } from '../api/queries.ts';
import { useSession } from '../app/session.ts';
import { ListDetail, Page } from '../ui/list-detail.tsx';
import { QueryStates } from '../ui/states.tsx';
import { BackupStory } from './backup-story.tsx';
import { DrillPanel } from './drill-panel.tsx';
import { AboutBackups, LastBackup } from './last-backup.tsx';
import { MakePanel } from './make-panel.tsx';
import { SchedulePanel } from './schedule-panel.tsx';
import { useVaultText } from './text.ts';

/** What was done with backups, the newest one, and what may be done next. */
export default function BackupsPage() {
  const t = useVaultText();
  const { may } = useSession();
  const view = useQueryOf('vault', 'backups', {}, { every: 60_000 });
  return (
    <Page title={t('title')}>
      <QueryStates query={view}>
        {(data) => (
          <ListDetail
            listLabel={t('story.title')}
            detailLabel={t('last.title')}
            list={<BackupStory rows={data.rows} />}
            detail={
              <>
                <LastBackup last={data.last} />
                {may('vault.backup') ? (
                  <>
                    <MakePanel view={data} />
                    <SchedulePanel view={data} />
                    <DrillPanel view={data} />
                  </>
                ) : null}
                <AboutBackups />
              </>
            }
          />
        )}
      </QueryStates>
    </Page>
  );
}
