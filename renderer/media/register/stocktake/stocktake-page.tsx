import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { STOCKTAKE_MAX, type StocktakeRow } from '../../../../shared/media/register/model.ts';
import { isDue } from '../../../../shared/media/register/rules.ts';
import { useQueryOf } from '../../../api/queries.ts';
import { useSession } from '../../../app/session.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Page } from '../../../ui/list-detail.tsx';
import { EmptyState, LoadingState, QueryStates } from '../../../ui/states.tsx';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { useRegisterText } from '../text.ts';
import { EMPTY_DRAFT, isBlank } from './draft.ts';
import { PlaceSelect } from './place-select.tsx';
import { RecordDialog } from './record-dialog.tsx';
import { StocktakeBoard } from './stocktake-board.tsx';
import { useStocktakeDraft } from './use-draft.ts';

const HOME = '/media/register';

/** 棚卸: goes through what is in use by scanner or keyboard, and records it in one step. */
export function StocktakePage() {
  const t = useRegisterText();
  const navigate = useNavigate();
  const { canWrite } = useSession();
  const kept = useStocktakeDraft();
  const { draft, setDraft } = kept;
  const [asking, setAsking] = useState<'record' | 'discard' | null>(null);
  const all = useQueryOf('media', 'stocktakeList', {});
  const tooMany = (all.data?.length ?? 0) > STOCKTAKE_MAX;
  const there = useQueryOf(
    'media',
    'stocktakeList',
    { place: draft.place ?? '' },
    { enabled: tooMany && draft.place !== null },
  );
  const rows: readonly StocktakeRow[] = (tooMany ? there.data : all.data) ?? [];
  const due = rows.filter((row) => isDue(row, draft.place)).length;
  const mayRecord = canWrite && kept.ready && due > 0 && due <= STOCKTAKE_MAX;
  useShortcut('F8', () => setAsking('record'), { enabled: mayRecord });
  return (
    <Page
      title={t('stocktake.title')}
      actions={
        <>
          <LinkButton size="sm" to={HOME}>
            {t('page.back')}
          </LinkButton>
          {isBlank(draft) ? null : (
            <Button size="sm" icon={Trash2} onPress={() => setAsking('discard')}>
              {t('stocktake.discard')}
            </Button>
          )}
          <Button
            size="sm"
            variant="solid"
            shortcut="F8"
            isDisabled={!mayRecord}
            onPress={() => setAsking('record')}
          >
            {t('stocktake.record')}
          </Button>
        </>
      }
    >
      <QueryStates query={all}>
        {() =>
          !kept.ready ? (
            <LoadingState />
          ) : rows.length > 0 || (tooMany && draft.place !== null) ? (
            <StocktakeBoard rows={rows} kept={kept} />
          ) : tooMany ? (
            <EmptyState
              title={t('stocktake.tooMany', { n: STOCKTAKE_MAX })}
              action={
                <PlaceSelect
                  value={draft.place}
                  onChange={(place) => setDraft((now) => ({ ...now, place }))}
                />
              }
            />
          ) : (
            <EmptyState
              title={t('stocktake.empty')}
              action={<LinkButton to={HOME}>{t('page.back')}</LinkButton>}
            >
              {t('stocktake.emptyDo')}
            </EmptyState>
          )
        }
      </QueryStates>
      {asking === 'record' ? (
        <RecordDialog
          draft={draft}
          rows={rows}
          onClose={() => setAsking(null)}
          onDone={() => {
            kept.finish();
            void navigate(HOME);
          }}
        />
      ) : null}
      <ConfirmDialog
        title={t('stocktake.discard')}
        isOpen={asking === 'discard'}
        onClose={() => setAsking(null)}
        tone="danger"
        confirm={t('stocktake.discard')}
        explanation={<p>{t('stocktake.discardAsk', { n: Object.keys(draft.reads).length })}</p>}
        onConfirm={() => {
          setDraft({ ...EMPTY_DRAFT, place: draft.place });
          setAsking(null);
        }}
      />
    </Page>
  );
}
