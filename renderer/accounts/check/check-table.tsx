import { Flag } from 'lucide-react';
import { Link } from 'react-router';
import { JUDGEMENTS } from '../../../shared/accounts/check.ts';
import type { AccountsToCheck } from '../../../shared/accounts/model.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { AccountStateBadge } from '../people/account-state.tsx';
import { useRoleWords } from '../people/words.ts';
import type { Verdict } from './check-form.tsx';
import { useCheckText } from './text.ts';

type CheckRow = AccountsToCheck['rows'][number];

interface TableProps {
  readonly rows: readonly CheckRow[];
  readonly verdictOf: (row: CheckRow) => Verdict;
  readonly onChange: (row: CheckRow, part: Partial<Verdict>) => void;
  readonly readOnly: boolean;
  /** Those not judged yet are marked. */
  readonly tried: boolean;
}

const head = 'whitespace-nowrap border-b border-line-strong bg-sunken px-3 py-2 text-left text-sm font-bold';
const cell = 'px-3 py-2';

/** Every account that is not closed, with what stands out and what is judged of it. */
export function CheckTable(props: TableProps) {
  const t = useCheckText();
  const { rows, readOnly } = props;
  return (
    <div className="overflow-x-auto rounded-8 border border-line bg-surface">
      <table className="w-full">
        <caption className="sr-only">{t('table')}</caption>
        <thead>
          <tr>
            {(['who', 'roles', 'signIn', 'flags'] as const).map((key) => (
              <th key={key} scope="col" className={head}>
                {t(key)}
              </th>
            ))}
            {readOnly
              ? null
              : (['judgement', 'note'] as const).map((key) => (
                  <th key={key} scope="col" className={head}>
                    {t(key)}
                  </th>
                ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, verdictOf, onChange, readOnly, tried }: TableProps & { readonly row: CheckRow }) {
  const t = useCheckText();
  const format = useFormat();
  const roles = useRoleWords();
  const { judgement, note } = verdictOf(row);
  return (
    <tr
      className={`border-b border-line align-baseline ${tried && judgement === null ? 'bg-danger-soft' : ''}`}
    >
      <th scope="row" className={`${cell} text-left font-normal`}>
        <Link to={`/accounts/people/${row.id}`} className="focus-ring font-bold text-accent underline">
          {row.name}
        </Link>
        <span className="block text-xs">
          {row.identifier}　{row.state === 'active' ? null : <AccountStateBadge state={row.state} />}
        </span>
      </th>
      <td className={`${cell} text-sm`}>{roles(row.roles)}</td>
      <td className={`${cell} text-sm whitespace-nowrap tabular-nums`}>
        {row.lastSignIn === null ? t('never') : format.shortDate(row.lastSignIn)}
      </td>
      <td className={cell}>
        {row.flags.length === 0 ? (
          <span className="text-sm text-ink-soft">{t('noFlags')}</span>
        ) : (
          <span className="flex flex-wrap gap-1">
            {row.flags.map((flag) => (
              <StateBadge key={flag} tone="warn" icon={Flag}>
                {t(`flag.${flag}`)}
              </StateBadge>
            ))}
          </span>
        )}
      </td>
      {readOnly ? null : (
        <>
          <td className={`${cell} whitespace-nowrap`}>
            <fieldset className="flex gap-3">
              <legend className="sr-only">{t('judgementOf', { name: row.name })}</legend>
              {JUDGEMENTS.map((one) => (
                <label key={one} className="inline-flex items-center gap-1 text-sm">
                  <input
                    type="radio"
                    name={`judge-${row.id}`}
                    className="focus-ring size-4 accent-(--accent)"
                    checked={judgement === one}
                    onChange={() => onChange(row, { judgement: one })}
                  />
                  {t(`judge.${one}`)}
                </label>
              ))}
            </fieldset>
          </td>
          <td className={`${cell} min-w-40`}>
            <input
              aria-label={t('noteOf', { name: row.name })}
              className="field-box focus-ring w-full"
              maxLength={300}
              autoComplete="off"
              spellCheck={false}
              value={note}
              onChange={(event) => onChange(row, { note: event.target.value })}
            />
          </td>
        </>
      )}
    </tr>
  );
}
