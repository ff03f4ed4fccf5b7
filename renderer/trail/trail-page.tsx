import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { ListDetail, Page } from '../ui/list-detail.tsx';
import { LoadingState } from '../ui/states.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { TrailEntries } from './entries/entries-list.tsx';
import { StatusPanel } from './state/status-panel.tsx';
import { VerifyPanel } from './state/verify-panel.tsx';
import { useTrailText } from './text.ts';

const ComparePanel = lazy(() => import('./compare/compare-panel.tsx'));
const PrintedPanel = lazy(() => import('./printed/printed-panel.tsx'));
const ReviewPanel = lazy(() => import('./review/review-panel.tsx'));
const RetentionPanel = lazy(() => import('./retention/retention-panel.tsx'));
const ExportPanel = lazy(() => import('./export/export-panel.tsx'));

export const TRAIL_TABS = ['verify', 'compare', 'printed', 'review', 'retention', 'export'] as const;
type Tab = (typeof TRAIL_TABS)[number];

/** The auditor's page: what is on the chain; whether it holds, whether it is the one it was, its reviews, its export. */
export default function TrailPage() {
  const t = useTrailText();
  const [params, setParams] = useSearchParams();
  const tab: Tab = TRAIL_TABS.find((one) => one === params.get('tab')) ?? 'verify';
  return (
    <Page title={t('title')}>
      <ListDetail
        listLabel={t('list.title')}
        detailLabel={t(`tab.${tab}`)}
        detailWidth="clamp(27rem, 44vw, 46rem)"
        list={<TrailEntries />}
        detail={
          <Tabs
            label={t('tabs')}
            selected={tab}
            onSelect={(next) => setParams(next === 'verify' ? {} : { tab: next }, { replace: true })}
            tabs={TRAIL_TABS.map((id) => ({ id, label: t(`tab.${id}`) }))}
          >
            <Suspense fallback={<LoadingState />}>
              <Panel tab={tab} />
            </Suspense>
          </Tabs>
        }
      />
    </Page>
  );
}

function Panel({ tab }: { readonly tab: Tab }) {
  switch (tab) {
    case 'verify':
      return (
        <>
          <VerifyPanel />
          <StatusPanel />
        </>
      );
    case 'compare':
      return <ComparePanel />;
    case 'printed':
      return <PrintedPanel />;
    case 'review':
      return <ReviewPanel />;
    case 'retention':
      return <RetentionPanel />;
    case 'export':
      return <ExportPanel />;
  }
}
