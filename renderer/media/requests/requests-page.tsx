import { FilePlus2 } from 'lucide-react';
import { useCallback } from 'react';
import { useMatch, useNavigate, useSearchParams } from 'react-router';
import type { RequestFilter } from '../../../shared/media/requests/contract.ts';
import type { RequestRow } from '../../../shared/media/requests/model.ts';
import { useQueryOf } from '../../api/queries.ts';
import { useSession } from '../../app/session.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListDetail, Page } from '../../ui/list-detail.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { MediaPlaces } from '../places.tsx';
import { ExportButton } from '../lists/export-button.tsx';
import { FILTER_PARTS, filterOf, paramsOf } from './filter.ts';
import { FilterBar } from './filter-bar.tsx';
import { AllRows, CarriedRows, InboxRows } from './lists.tsx';
import { RequestDetail } from './request-detail.tsx';
import { useRequestsText } from './text.ts';

const HOME = '/media';
const TABS = ['inbox', 'carried', 'all'] as const;
type Tab = (typeof TABS)[number];

/** 媒体: what waits for a decision, what is inside and outside, all requests; at the right the one that was chosen. */
export function RequestsPage() {
  const t = useRequestsText();
  const navigate = useNavigate();
  const { may, canWrite } = useSession();
  const selected = useMatch('/media/requests/:id')?.params.id ?? null;
  const [params, setParams] = useSearchParams();
  const counts = useQueryOf('media', 'counts', {}, { every: 60_000 });
  const tabs = TABS.filter((tab) => tab !== 'inbox' || may('media.inbox'));
  const first = tabs[0] ?? 'carried';
  const tab: Tab = tabs.find((one) => one === params.get('tab')) ?? first;
  const filter = filterOf(params);
  const search = params.toString();
  const mayAsk = canWrite && may('media.submit');

  const open = useCallback(
    (row: RequestRow) =>
      void navigate({ pathname: `${HOME}/requests/${row.id}`, search }, { replace: selected !== null }),
    [navigate, selected, search],
  );
  const close = (): void => void navigate({ pathname: HOME, search });
  useShortcut('Escape', close, { enabled: selected !== null });
  useShortcut('F4', () => void navigate('/media/new'), { enabled: mayAsk });

  const setFilter = (next: RequestFilter): void => {
    const named = FILTER_PARTS.some((part) => part.endsWith('Id') && next[part] !== undefined);
    setParams(paramsOf(next, named ? (params.get('called') ?? '') : ''), { replace: true });
  };
  const { data } = counts;
  const numbers: Readonly<Record<Tab, number | undefined>> = {
    inbox: data?.toDecide,
    carried: data === undefined ? undefined : data.inside + data.outside,
    all: undefined,
  };
  const list = { selected, onSelect: open };

  return (
    <Page
      title={t('page.title')}
      places={<MediaPlaces />}
      actions={
        <>
          {mayAsk ? (
            <LinkButton size="sm" variant="solid" to="/media/new" icon={FilePlus2} shortcut="F4">
              {t('page.new')}
            </LinkButton>
          ) : null}
          {tab === 'all' ? <ExportButton what={{ list: 'requests', filter }} /> : null}
        </>
      }
    >
      <ListDetail
        listLabel={t('page.list')}
        detailLabel={t('page.detail')}
        detailWidth="clamp(32rem, 56vw, 58rem)"
        list={
          <Tabs
            label={t('tab.label')}
            selected={tab}
            onSelect={(next) => setParams(next === first ? {} : { tab: next }, { replace: true })}
            tabs={tabs.map((id) => ({ id, label: t(`tab.${id}`), count: numbers[id] }))}
          >
            {tab === 'inbox' ? <InboxRows {...list} /> : null}
            {tab === 'carried' ? <CarriedRows {...list} /> : null}
            {tab === 'all' ? (
              <>
                <FilterBar filter={filter} called={params.get('called') ?? ''} onChange={setFilter} />
                <AllRows
                  key={JSON.stringify(filter)}
                  {...list}
                  filter={filter}
                  onClear={() => setFilter({})}
                />
              </>
            ) : null}
          </Tabs>
        }
        detail={
          selected === null ? (
            <EmptyState title={t('page.choose')}>{t('page.chooseDo')}</EmptyState>
          ) : (
            <RequestDetail key={selected} id={selected} onClose={close} />
          )
        }
      />
    </Page>
  );
}
