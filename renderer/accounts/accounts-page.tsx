import { useState } from 'react';
import type { AccountRow } from '../../shared/accounts/model.ts';
import { useQueryOf } from '../api/queries.ts';
import { useText } from '../app/i18n.ts';
import { Page } from '../ui/list-detail.tsx';
import { EmptyState, QueryStates } from '../ui/states.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useAccountsText } from './text.ts';

function matches(row: AccountRow, wanted: string): boolean {
  return [row.name, row.reading, row.identifier].some((text) =>
    text.normalize('NFKC').toLowerCase().includes(wanted),
  );
}

/** Everybody with an identifier on this site, by reading. */
export default function AccountsPage() {
  const t = useAccountsText();
  const list = useQueryOf('accounts', 'list', {});
  const [filter, setFilter] = useState('');
  const wanted = filter.normalize('NFKC').trim().toLowerCase();
  return (
    <Page
      title={t('list.title')}
      toolbar={
        <div className="flex flex-wrap items-end gap-4">
          <TextField
            type="search"
            label={t('list.filter')}
            value={filter}
            onChange={setFilter}
            className="w-80"
          />
          <p className="pb-2 text-sm text-ink-soft">{t('list.note')}</p>
        </div>
      }
    >
      <QueryStates query={list}>
        {(rows) => <AccountsTable rows={rows.filter((row) => matches(row, wanted))} />}
      </QueryStates>
    </Page>
  );
}

function AccountsTable({ rows }: { readonly rows: readonly AccountRow[] }) {
  const t = useAccountsText();
  const app = useText();
  const format = useFormat();
  if (rows.length === 0) return <EmptyState title={t('list.none')} />;
  const sorted = rows.toSorted((a, b) => (a.reading || a.name).localeCompare(b.reading || b.name, 'ja'));
  const head = 'sticky top-0 border-b border-line-strong bg-sunken px-4 py-2 text-left text-sm font-bold';
  return (
    <div className="bg-surface">
      <table className="w-full">
        <caption className="px-4 py-2 text-left text-sm text-ink-soft">
          {t('list.count', { n: rows.length })}
        </caption>
        <thead>
          <tr>
            {(['list.name', 'list.identifier', 'list.roles', 'list.created', 'list.lastSignIn'] as const).map(
              (key) => (
                <th key={key} scope="col" className={head}>
                  {t(key)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={row.id} className="border-b border-line align-baseline">
              <th scope="row" className="px-4 py-2 text-left font-bold">
                {row.name}
                <span className="block text-xs font-normal text-ink-soft">{row.reading}</span>
              </th>
              <td className="px-4 py-2">{row.identifier}</td>
              <td className="px-4 py-2">{row.roles.map((role) => app(`role.${role}`)).join('・')}</td>
              <td className="px-4 py-2 tabular-nums">{format.shortDate(row.createdAt)}</td>
              <td className="px-4 py-2 tabular-nums">
                {row.lastSignIn === null ? t('list.never') : format.dateTime(row.lastSignIn)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
