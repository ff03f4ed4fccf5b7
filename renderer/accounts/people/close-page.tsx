import { X } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { AccountRow } from '../../../shared/accounts/model.ts';
import { useSession } from '../../app/session.ts';
import { IconButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { ListDetail } from '../../ui/list-detail.tsx';
import { EmptyState, LoadingState } from '../../ui/states.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { ProposalForm } from '../proposals/proposal-form.tsx';
import { WorkPage } from '../work-page.tsx';
import { chosenAccounts, type LineProblem, readLines } from './choose.ts';
import { usePeopleText } from './text.ts';
import { type Standing, useStanding } from './use-standing.ts';
import { useRoleWords } from './words.ts';

/** 人事異動でまとめて廃止: ticked in the list or pasted as identifiers, then one proposal. */
export function ClosePage() {
  const t = usePeopleText();
  const standing = useStanding();
  return (
    <WorkPage title={t('close.title')}>
      {standing === undefined ? <LoadingState /> : <Choosing standing={standing} />}
    </WorkPage>
  );
}

const without = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  new Set([...ids].filter((one) => one !== id));

function Choosing({ standing }: { readonly standing: Standing }) {
  const t = usePeopleText();
  const { me } = useSession();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { rows } = standing;
  const closable = rows.filter(({ id, state }) => id !== me.accountId && state !== 'closed');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () => new Set((params.get('ids') ?? '').split(',').filter((id) => closable.some((row) => row.id === id))),
  );
  const [pasted, setPasted] = useState('');
  const { ids, problems } = readLines(pasted, rows, me.accountId);
  const chosen = closable.filter(({ id }) => ticked.has(id) || ids.includes(id));

  const remove = (row: AccountRow): void => {
    setTicked((now) => without(now, row.id));
    setPasted((now) =>
      now
        .split('\n')
        .filter((line) => !readLines(line, rows, me.accountId).ids.includes(row.id))
        .join('\n'),
    );
  };

  return (
    <ListDetail
      listLabel={t('close.tick')}
      detailLabel={t('close.chosen', { n: chosen.length })}
      detailWidth="clamp(28rem, 50vw, 44rem)"
      list={
        <TickList
          rows={closable}
          chosen={chosen}
          onTick={(row, on) => {
            if (on) setTicked((now) => new Set([...now, row.id]));
            else remove(row);
          }}
        />
      }
      detail={
        <div className="flex flex-col gap-4 p-4">
          <p className="text-sm">{t('close.about')}</p>
          <TextArea
            label={t('close.paste')}
            description={t('close.pasteHint')}
            rows={4}
            maxLength={20_000}
            value={pasted}
            onChange={setPasted}
          />
          <Problems problems={problems} />
          <Chosen rows={chosen} onRemove={remove} />
          <ProposalForm
            label={t('close.title')}
            draft={{ kind: 'account-close', accountIds: chosen.map(({ id }) => id) }}
            problems={{
              accountIds:
                problems.length > 0 ? 'close-lines' : chosen.length === 0 ? 'close-nobody' : undefined,
            }}
            standing={standing}
            onCancel={() => void navigate('/accounts')}
            danger
          >
            {(field) => {
              const { error } = field('accountIds', t('close.chosen', { n: chosen.length }));
              return error === undefined ? null : <ErrorText>{error}</ErrorText>;
            }}
          </ProposalForm>
        </div>
      }
    />
  );
}

function TickList({
  rows,
  chosen,
  onTick,
}: {
  readonly rows: readonly AccountRow[];
  readonly chosen: readonly AccountRow[];
  readonly onTick: (row: AccountRow, on: boolean) => void;
}) {
  const t = usePeopleText();
  const roles = useRoleWords();
  const [text, setText] = useState('');
  const shown = chosenAccounts(rows, text, ['active', 'suspended']);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="border-b border-line px-4 py-2">
        <TextField type="search" label={t('list.filter')} value={text} onChange={setText} maxLength={100} />
      </div>
      {shown.length === 0 ? (
        <EmptyState title={t('list.none')} />
      ) : (
        <ul aria-label={t('close.tick')} className="min-h-0 flex-1 overflow-y-auto">
          {shown.map((row) => (
            <li key={row.id} className="border-b border-line px-4 py-1">
              <Checkbox
                isSelected={chosen.includes(row)}
                onChange={(on) => onTick(row, on)}
                description={roles(row.roles)}
              >
                <strong>{row.name}</strong>
                <span className="ml-3 text-sm">{row.identifier}</span>
                {row.state === 'suspended' ? (
                  <span className="ml-3 text-sm text-ink-soft">{t('state.suspended')}</span>
                ) : null}
              </Checkbox>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Problems({ problems }: { readonly problems: readonly LineProblem[] }) {
  const t = usePeopleText();
  if (problems.length === 0) return null;
  return (
    <div role="status" className="rounded-8 border-2 border-danger bg-danger-soft p-3 text-sm">
      <p className="font-bold text-danger">{t('close.problems', { n: problems.length })}</p>
      <ul className="mt-1 list-disc pl-6">
        {problems.map(({ line, text, why, name }) => (
          <li key={line}>{t(`close.${why}`, { line, text, name })}</li>
        ))}
      </ul>
    </div>
  );
}

function Chosen({
  rows,
  onRemove,
}: {
  readonly rows: readonly AccountRow[];
  readonly onRemove: (row: AccountRow) => void;
}) {
  const t = usePeopleText();
  return (
    <div>
      <h2 className="text-sm font-bold">{t('close.chosen', { n: rows.length })}</h2>
      {rows.length === 0 ? (
        <p className="text-sm text-ink-soft">{t('close.nobody')}</p>
      ) : (
        <ul
          aria-label={t('close.chosen', { n: rows.length })}
          className="mt-1 grid grid-cols-1 gap-x-4 min-[80rem]:grid-cols-2"
        >
          {rows.map((row) => (
            <li key={row.id} className="flex items-center justify-between gap-2 border-b border-line">
              <span className="min-w-0 truncate">
                <strong>{row.name}</strong>
                <span className="ml-2 text-sm">{row.identifier}</span>
              </span>
              <IconButton
                icon={X}
                label={t('close.remove', { name: row.name })}
                onPress={() => onRemove(row)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
