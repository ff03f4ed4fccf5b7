import { OctagonAlert, Printer } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useQueryOf } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { Section } from '../../ui/list-detail.tsx';
import { LoadingState, QueryStates } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { Hash } from '../hash.tsx';
import { useTrailText } from '../text.ts';

const CheckpointSheet = lazy(() => import('../checkpoint/checkpoint-sheet.tsx'));

/** Where the chain stands, and its newest checkpoint to be taken away. */
export function StatusPanel() {
  const t = useTrailText();
  const format = useFormat();
  const status = useQueryOf('trail', 'status', {});
  const [noteShown, setNoteShown] = useState(false);
  return (
    <Section
      title={t('status.title')}
      actions={
        <Button size="sm" onPress={() => setNoteShown(true)}>
          {t('status.copy')}
        </Button>
      }
    >
      <QueryStates query={status}>
        {({ site, size, head, lastCheckpoint: last, clockAnomalies, shortfalls }) => (
          <>
            {shortfalls === 0 ? null : (
              <p
                role="alert"
                className="mb-3 flex items-start gap-2 rounded-8 border-2 border-danger bg-danger-soft p-3 font-bold text-danger"
              >
                <OctagonAlert aria-hidden size={22} className="shrink-0" />
                {t('status.shortfallAlarm', { n: shortfalls })}
              </p>
            )}
            <FactList
              facts={[
                { label: t('status.site'), value: site },
                { label: t('status.size'), value: format.number(size) },
                { label: t('status.head'), value: <Hash value={head} />, wide: true },
                {
                  label: t('status.checkpoint'),
                  value:
                    last === undefined
                      ? t('status.none')
                      : t('status.checkpointValue', {
                          at: format.dateTime(last.at),
                          size: format.number(last.size),
                        }),
                  wide: true,
                },
                { label: t('status.anomalies'), value: t('status.anomaliesValue', { n: clockAnomalies }) },
                { label: t('status.shortfalls'), value: t('status.anomaliesValue', { n: shortfalls }) },
              ]}
            />
          </>
        )}
      </QueryStates>
      {noteShown ? <Note onClose={() => setNoteShown(false)} /> : null}
    </Section>
  );
}

function Note({ onClose }: { readonly onClose: () => void }) {
  const t = useTrailText();
  const { data } = useQueryOf('trail', 'checkpoint', {});
  const [onPaper, setOnPaper] = useState(false);
  if (onPaper && data !== undefined && data !== null)
    return (
      <Suspense fallback={null}>
        <CheckpointSheet slip={data} onClose={onClose} />
      </Suspense>
    );
  return (
    <Dialog title={t('status.note')} isOpen onClose={onClose}>
      {data === undefined ? (
        <LoadingState />
      ) : data === null ? (
        <p>{t('status.noteNone')}</p>
      ) : (
        <>
          <p className="mb-3 text-sm">{t('status.noteUse')}</p>
          <pre
            tabIndex={0}
            aria-label={t('status.note')}
            className="focus-ring rounded-8 border border-line bg-sunken p-3 font-mono text-sm break-all whitespace-pre-wrap select-all"
          >
            {data.note}
          </pre>
          <div className="mt-4 flex justify-end">
            <Button variant="solid" icon={Printer} onPress={() => setOnPaper(true)}>
              {t('status.print')}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
