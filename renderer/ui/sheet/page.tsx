import type { ReactNode } from 'react';
import type { SheetFrame, SheetPart } from './content.ts';
import { useSheetText } from './text.ts';

/** One page of A4 as it is printed: head, what stands on it, foot. The first page has the form's title and its stamp boxes. */
export function SheetPage({
  frame,
  page,
  pages,
  children,
}: {
  readonly frame: SheetFrame;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly children: ReactNode;
}) {
  const t = useSheetText();
  const counted = t('page', { n: page, m: pages });
  return (
    <section className="sheet-page" aria-label={counted}>
      {page === 1 ? <FirstHead {...frame} /> : <LaterHead {...frame} />}
      <div className="sheet-body">{children}</div>
      <footer className="sheet-foot">
        <span className="sheet-checkpoint">{frame.checkpoint}</span>
        <span>{counted}</span>
      </footer>
    </section>
  );
}

function FirstHead({ title, office, number, issued, stamps = [] }: SheetFrame) {
  const t = useSheetText();
  return (
    <header className="sheet-head">
      <div className="sheet-line">
        <span>{office}</span>
        <span className="sheet-numbers">
          {number === undefined ? null : (
            <span>
              {t('number')} {number}
            </span>
          )}
          <span>
            {t('issued')} {issued}
          </span>
        </span>
      </div>
      <div className="sheet-title-line">
        <h3 className="sheet-title">{title}</h3>
        {stamps.length === 0 ? null : (
          <ul className="sheet-stamps">
            {stamps.map((stamp) => (
              <li key={stamp}>
                <span>{stamp}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </header>
  );
}

function LaterHead({ title, office, number }: SheetFrame) {
  const t = useSheetText();
  return (
    <header className="sheet-head sheet-head-later">
      <div className="sheet-line">
        <span>
          {title} {t('continued')}
        </span>
        <span>{number === undefined ? office : `${office} ${t('number')} ${number}`}</span>
      </div>
    </header>
  );
}

/** A part of a sheet, or for a table its rows from `from` to before `to`. */
export function SheetPartView({
  part,
  from = 0,
  to,
}: {
  readonly part: SheetPart;
  readonly from?: number;
  readonly to?: number;
}) {
  const t = useSheetText();
  if (part.kind === 'block')
    return (
      <div className="sheet-part" data-part>
        {part.content}
      </div>
    );
  const { title, columns, rows, rowHeight } = part;
  return (
    <div className="sheet-part" data-part>
      {title === undefined ? null : (
        <p className="sheet-table-title">{from === 0 ? title : `${title} ${t('continued')}`}</p>
      )}
      <table className="sheet-table">
        <colgroup>
          {columns.map(({ title: name, width }) => (
            <col key={name} style={width === undefined ? {} : { width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ title: name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(from, to).map((cells, place) => (
            <tr key={from + place} style={rowHeight === undefined ? {} : { height: rowHeight }}>
              {columns.map(({ title: name, align = 'start' }, column) => (
                <td key={name} className={`sheet-cell-${align}`}>
                  {cells[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What a sheet says in pairs of a name and a value, ruled as offices rule it. */
export function SheetFacts({
  facts,
}: {
  readonly facts: readonly { readonly label: string; readonly value: ReactNode }[];
}) {
  return (
    <table className="sheet-table sheet-facts">
      <tbody>
        {facts.map(({ label, value }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
