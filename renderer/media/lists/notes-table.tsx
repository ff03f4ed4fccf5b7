import type { ReactNode } from 'react';

/** A table of what was found in a list, scrolled within itself. */
export function NotesTable({
  label,
  heads,
  rows,
}: {
  readonly label: string;
  readonly heads: readonly string[];
  /** The cells of each row, the first a number. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}) {
  return (
    <div
      className="max-h-80 overflow-auto rounded-8 border border-line focus-ring"
      role="region"
      aria-label={label}
      tabIndex={0}
    >
      <table className="w-full text-sm">
        <thead className="sticky top-0 bg-sunken text-left">
          <tr>
            {heads.map((head, index) => (
              <th key={head} scope="col" className={`px-3 py-2 ${index === 0 ? 'text-right' : ''}`}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key} className="border-t border-line">
              {cells.map((cell, index) => (
                <td
                  key={heads[index]}
                  className={`px-3 py-1.5 ${index === 0 ? 'text-right tabular-nums' : 'max-w-60 break-words'}`}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
