import { useProposalsText } from './text.ts';

/** One thing that a proposal changes, in words; `before` undefined where only what was proposed is known. */
export interface Change {
  readonly label: string;
  readonly before?: string | undefined;
  readonly after: string;
}

/** What is, beside what is proposed. What stays as it is, is said to. */
export function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const t = useProposalsText();
  const compared = changes.some(({ before }) => before !== undefined);
  const head = 'border-b border-line-strong py-1 pr-3 text-left text-xs font-normal text-ink-soft';
  return (
    <table className="w-full">
      <thead>
        <tr>
          <th scope="col" className={`${head} w-1/4`}>
            {t('what.field')}
          </th>
          {compared ? (
            <th scope="col" className={head}>
              {t('what.before')}
            </th>
          ) : null}
          <th scope="col" className={head}>
            {t('what.after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ label, before, after }) => (
          <tr key={label} className="border-b border-line align-baseline">
            <th scope="row" className="py-1.5 pr-3 text-left text-sm font-normal text-ink-soft">
              {label}
            </th>
            {compared ? <td className="py-1.5 pr-3">{before === '' ? '－' : (before ?? '－')}</td> : null}
            <td className={`py-1.5 ${before === after ? 'text-ink-soft' : 'font-bold'}`}>
              {before === after ? t('what.same') : after === '' ? '－' : after}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
