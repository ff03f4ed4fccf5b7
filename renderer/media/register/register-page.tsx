import { ClipboardCheck, FileUp, Plus, Tag } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { MediumFilter } from '../../../shared/media/register/contract.ts';
import type { Medium } from '../../../shared/media/register/model.ts';
import { usePaged } from '../../api/pages.ts';
import { useQueryOf } from '../../api/queries.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListDetail, Page } from '../../ui/list-detail.tsx';
import { EmptyState, QueryStates } from '../../ui/states.tsx';
import { useDebounced } from '../../ui/use-debounced.ts';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { MediaPlaces } from '../places.tsx';
import { ExportButton } from '../lists/export-button.tsx';
import { useListText } from '../lists/text.ts';
import { LabelsDialog } from './labels/labels-dialog.tsx';
import { MediumDetail } from './medium-detail.tsx';
import { MediumDialog } from './medium-form.tsx';
import { RegisterPane } from './register-pane.tsx';
import { useRegisterText } from './text.ts';

const HOME = '/media/register';
/** So many of the list can be printed at once. */
const LABELS = 200;

/** A filter without the parts that are not set, as it crosses the bridge. */
function asked({ state, kind, text }: MediumFilter): MediumFilter {
  return {
    ...(state === undefined ? {} : { state }),
    ...(kind === undefined ? {} : { kind }),
    ...(text === undefined ? {} : { text }),
  };
}

/** 管理台帳: the utility's own media and machines at the left; at the right the one that was chosen. */
export function RegisterPage() {
  const t = useRegisterText();
  const lists = useListText();
  const navigate = useNavigate();
  const { id = null } = useParams();
  const { may, canWrite } = useSession();
  const [filter, setFilter] = useState<MediumFilter>({});
  const [asking, setAsking] = useState<'register' | 'labels' | null>(null);
  const text = useDebounced(filter.text);
  const wanted = asked({ ...filter, text });
  const pages = usePaged('media', 'media', { filter: wanted });
  const summary = useQueryOf('media', 'registerSummary', {});
  const none = summary.data !== undefined && Object.values(summary.data.states).every((n) => n === 0);
  const mayRegister = canWrite && may('media.registerMedium');
  const show = useCallback((to: string) => void navigate(`${HOME}/${to}`), [navigate]);
  const onSelect = useCallback(({ id: chosen }: Medium) => show(chosen), [show]);
  const close = (): void => void navigate(HOME);
  const register = (): void => setAsking('register');
  useShortcut('F4', register, { enabled: mayRegister });
  useShortcut('Escape', close, { enabled: id !== null });
  return (
    <Page
      title={t('page.title')}
      places={<MediaPlaces />}
      actions={
        <>
          {mayRegister ? (
            <Button size="sm" icon={Plus} shortcut="F4" onPress={register}>
              {t('page.register')}
            </Button>
          ) : null}
          {canWrite && may('media.stocktake') && !none ? (
            <LinkButton size="sm" icon={ClipboardCheck} to={`${HOME}/stocktake`}>
              {t('page.stocktake')}
            </LinkButton>
          ) : null}
          {none ? null : (
            <Button size="sm" icon={Tag} onPress={() => setAsking('labels')}>
              {t('page.labels')}
            </Button>
          )}
          {canWrite && may('media.chooseList') ? (
            <LinkButton size="sm" icon={FileUp} to={`${HOME}/import`}>
              {lists('in.open')}
            </LinkButton>
          ) : null}
          {none ? null : <ExportButton what={{ list: 'register', filter: wanted }} />}
        </>
      }
    >
      {none ? (
        <EmptyState
          title={t('empty.title')}
          action={
            mayRegister ? (
              <Button variant="solid" icon={Plus} shortcut="F4" onPress={register}>
                {t('register.title')}
              </Button>
            ) : null
          }
        >
          <p>{t(mayRegister ? 'empty.do' : 'empty.ask')}</p>
          <p className="mt-3">{t('usb')}</p>
        </EmptyState>
      ) : (
        <ListDetail
          listLabel={t('page.list')}
          detailLabel={t('page.detail')}
          detailWidth="clamp(27rem, 44vw, 42rem)"
          list={
            <RegisterPane
              filter={filter}
              onFilter={setFilter}
              pages={pages}
              selected={id}
              onSelect={onSelect}
            />
          }
          detail={
            id === null ? (
              <EmptyState title={t('empty.choose')}>
                <p>{t('empty.chooseDo')}</p>
                <p className="mt-3">{t('usb')}</p>
              </EmptyState>
            ) : (
              <MediumDetail key={id} id={id} onClose={close} />
            )
          }
        />
      )}
      {asking === 'register' ? (
        <MediumDialog medium={null} onClose={() => setAsking(null)} onDone={show} />
      ) : null}
      {asking === 'labels' ? <Labels filter={wanted} onClose={() => setAsking(null)} /> : null}
    </Page>
  );
}

/** Labels of what the list shows, but of nothing that is destroyed. */
function Labels({ filter, onClose }: { readonly filter: MediumFilter; readonly onClose: () => void }) {
  const found = useQueryOf('media', 'media', { filter, offset: 0, limit: LABELS });
  return (
    <QueryStates query={found}>
      {({ rows }) => (
        <LabelsDialog media={rows.filter(({ state }) => state !== 'destroyed')} onClose={onClose} />
      )}
    </QueryStates>
  );
}
