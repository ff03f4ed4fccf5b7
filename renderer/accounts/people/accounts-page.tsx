import { UserMinus, UserPlus } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ACCOUNT_STATES, type AccountRow, type AccountState } from '../../../shared/accounts/model.ts';
import { concernedBy, partiesOf } from '../../../shared/accounts/proposals.ts';
import { useQueryOf } from '../../api/queries.ts';
import { useSession } from '../../app/session.ts';
import { Chip, ChipGroup } from '../../ui/chip.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListDetail } from '../../ui/list-detail.tsx';
import { EmptyState, QueryStates } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { WorkPage } from '../work-page.tsx';
import { AccountDetailPane } from './account-detail.tsx';
import { ACCOUNT_LINE_HEIGHT, AccountLine } from './account-line.tsx';
import { chosenAccounts } from './choose.ts';
import { usePeopleText } from './text.ts';
import { useStanding } from './use-standing.ts';

const HOME = '/accounts';
const nothing = (): void => undefined;

/** 利用者: everybody with an identifier at the left, by reading; at the right the one that was chosen. */
export function AccountsPage() {
  const t = usePeopleText();
  const { id = null } = useParams();
  const navigate = useNavigate();
  const { me, canWrite } = useSession();
  const list = useQueryOf('accounts', 'list', {});
  const close = (): void => void navigate(HOME);
  useShortcut('Escape', close, { enabled: id !== null });
  return (
    <WorkPage
      title={t('list.title')}
      actions={
        canWrite && me.roles.some((role) => partiesOf('account-create').propose.includes(role)) ? (
          <>
            <LinkButton to="/accounts/new" size="sm" icon={UserPlus}>
              {t('list.create')}
            </LinkButton>
            <LinkButton to="/accounts/close" size="sm" icon={UserMinus}>
              {t('list.close')}
            </LinkButton>
          </>
        ) : null
      }
    >
      <ListDetail
        listLabel={t('list.label')}
        detailLabel={t('list.detail')}
        detailWidth="clamp(28rem, 45vw, 44rem)"
        list={<QueryStates query={list}>{(rows) => <Pane rows={rows} selected={id} />}</QueryStates>}
        detail={
          id === null ? (
            <EmptyState title={t('list.choose')}>{t('list.chooseDo')}</EmptyState>
          ) : (
            <AccountDetailPane key={id} id={id} onClose={close} />
          )
        }
      />
    </WorkPage>
  );
}

function Pane({
  rows,
  selected,
}: {
  readonly rows: readonly AccountRow[];
  readonly selected: string | null;
}) {
  const t = usePeopleText();
  const navigate = useNavigate();
  const standing = useStanding();
  const [text, setText] = useState('');
  const [states, setStates] = useState<readonly AccountState[]>(['active', 'suspended']);
  const shown = chosenAccounts(rows, text, states);
  const index = shown.findIndex(({ id }) => id === selected);
  const proposed = new Set((standing?.open ?? []).flatMap(({ content }) => concernedBy(content)));
  const onSelect = useCallback(
    (_: number, row: AccountRow) => void navigate(`${HOME}/people/${row.id}`),
    [navigate],
  );
  return (
    <>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2 border-b border-line px-4 py-2">
        <TextField
          type="search"
          label={t('list.filter')}
          value={text}
          onChange={setText}
          maxLength={100}
          className="min-w-60 flex-1"
        />
        <ChipGroup label={t('list.states')}>
          {ACCOUNT_STATES.map((state) => (
            <Chip
              key={state}
              isSelected={states.includes(state)}
              onChange={(on) =>
                setStates(ACCOUNT_STATES.filter((one) => (one === state ? on : states.includes(one))))
              }
              count={rows.filter((row) => row.state === state).length}
            >
              {t(`state.${state}`)}
            </Chip>
          ))}
        </ChipGroup>
        <p aria-live="polite" className="pb-1.5 text-sm text-ink-soft tabular-nums">
          {t('list.count', { n: shown.length })}
        </p>
      </div>
      {shown.length === 0 ? (
        <EmptyState title={t('list.none')}>{t('list.noneDo')}</EmptyState>
      ) : (
        <VirtualList
          label={t('list.label')}
          total={shown.length}
          rowAt={(at) => shown[at]}
          onRange={nothing}
          rowHeight={ACCOUNT_LINE_HEIGHT}
          selectedIndex={index < 0 ? null : index}
          onSelect={onSelect}
          renderRow={(row) => <AccountLine account={row} proposed={proposed.has(row.id)} />}
        />
      )}
    </>
  );
}
