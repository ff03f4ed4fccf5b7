import { CalendarPlus, FileInput, LayoutGrid, MapPinned, UserRoundPlus } from 'lucide-react';
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { useMatch, useNavigate, useSearchParams } from 'react-router';
import type { VisitRow } from '../../../shared/entries/model.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListDetail, Page } from '../../ui/list-detail.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { DoorForm } from '../door/DoorForm.tsx';
import type { DoorMode } from '../door/draft.ts';
import { useDoor } from '../door/use-door.ts';
import { useText } from '../text.ts';
import { VisitDetail } from '../visit/VisitDetail.tsx';
import { LogPane, TABS, type Tab } from './LogPane.tsx';

const HOME = '/entries';

/** Nobody can be let in before there is an area: says who makes one. */
function NoAreas({ mayDefine }: { readonly mayDefine: boolean }) {
  const t = useText();
  return (
    <EmptyState
      title={t('empty.areas')}
      action={
        mayDefine ? (
          <LinkButton to="/entries/areas" variant="solid">
            {t('areas.define')}
          </LinkButton>
        ) : null
      }
    >
      {t(mayDefine ? 'empty.areasDefine' : 'empty.areasAsk')}
    </EmptyState>
  );
}

/** 入退室: the log at the left; at the right the door's form, or the visit that was chosen. */
export function EntriesPage() {
  const t = useText();
  const navigate = useNavigate();
  const { may, canWrite } = useSession();
  const door = useDoor();
  const { draft, turnTo, focus } = door;
  const selected = useMatch('/entries/visits/:id')?.params.id ?? null;
  const [params, setParams] = useSearchParams();
  const tab: Tab = TABS.find((one) => one === params.get('tab')) ?? 'inside';
  const [arriving, setArriving] = useState<string | null>(null);
  const mayEnter = door.enabled;
  // A ledger that can no longer be written does not take away from under the hands what is being typed.
  const typing = door.dirty && may('entries.enter');

  const open = useCallback(
    (id: string) =>
      void navigate(
        { pathname: `${HOME}/visits/${id}`, search: tab === 'inside' ? '' : `?tab=${tab}` },
        { replace: selected !== null },
      ),
    [navigate, selected, tab],
  );
  const openForm = (mode: DoorMode): void => {
    if (draft.mode === mode) focus('details.name');
    else turnTo(mode);
    if (selected !== null) void navigate(HOME);
  };
  const arrive = (visitId: string): void => {
    setArriving(null);
    void navigate(HOME);
    void door.arrive(visitId);
  };
  const askArrive = (visitId: string): void => {
    if (door.dirty) setArriving(visitId);
    else arrive(visitId);
  };
  useShortcut('F4', () => openForm('enter'), { enabled: mayEnter });
  useShortcut('F7', () => openForm('expect'), { enabled: mayEnter && may('entries.expect') });
  useShortcut('Escape', () => void navigate(HOME), { enabled: selected !== null });

  // The form that a link or the palette asked for: done once, then it leaves the address.
  const form = params.get('form');
  const follow = useEffectEvent((mode: DoorMode) => {
    setParams({}, { replace: true });
    if (mayEnter) turnTo(mode);
  });
  useEffect(() => {
    if (form === 'expect' || form === 'enter') follow(form);
  }, [form]);

  const noAreas = door.areasRead && door.areas.every((area) => area.retired);
  const onSelect = useCallback((visit: VisitRow) => open(visit.id), [open]);

  return (
    <Page
      title={t('page.title')}
      actions={
        <>
          {mayEnter ? (
            <Button size="sm" icon={UserRoundPlus} shortcut="F4" onPress={() => openForm('enter')}>
              {t('door.title')}
            </Button>
          ) : null}
          {mayEnter && may('entries.expect') ? (
            <Button size="sm" icon={CalendarPlus} shortcut="F7" onPress={() => openForm('expect')}>
              {t('door.expectTitle')}
            </Button>
          ) : null}
          <LinkButton size="sm" to="/entries/board" icon={LayoutGrid} shortcut="F2">
            {t('board.title')}
          </LinkButton>
          <LinkButton size="sm" to="/entries/areas" icon={MapPinned}>
            {t('areas.title')}
          </LinkButton>
          {canWrite && may('entries.chooseImport') ? (
            <LinkButton size="sm" to="/entries/import" icon={FileInput}>
              {t('page.import')}
            </LinkButton>
          ) : null}
        </>
      }
    >
      <ListDetail
        listLabel={t('page.list')}
        detailLabel={t(selected === null ? 'page.form' : 'page.detail')}
        detailWidth="clamp(27rem, 42vw, 42rem)"
        list={
          <LogPane
            tab={tab}
            onTab={(next) => setParams(next === 'inside' ? {} : { tab: next }, { replace: true })}
            selected={selected}
            onSelect={onSelect}
            onOpen={(visit) => {
              if (visit.state === 'expected' && mayEnter) askArrive(visit.id);
              else open(visit.id);
            }}
            first={noAreas ? <EmptyState title={t('empty.inside')} /> : undefined}
          />
        }
        detail={
          selected !== null ? (
            <VisitDetail
              key={selected}
              id={selected}
              onArrive={askArrive}
              onClose={() => void navigate(HOME)}
            />
          ) : !mayEnter && !typing ? (
            <EmptyState title={t('empty.detail')}>{t('empty.detailDo')}</EmptyState>
          ) : noAreas ? (
            <NoAreas mayDefine={canWrite && may('entries.defineArea')} />
          ) : (
            <DoorForm door={door} onShow={open} />
          )
        }
      />
      <ConfirmDialog
        title={t('door.replaceTitle')}
        isOpen={arriving !== null}
        onClose={() => setArriving(null)}
        confirm={t('door.replace')}
        explanation={<p>{t('door.replaceAsk')}</p>}
        onConfirm={() => {
          if (arriving !== null) arrive(arriving);
        }}
      />
    </Page>
  );
}
