/** One figure, as `--json` writes it. */
export interface Row {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly floor: number;
  readonly ratio: number;
  readonly target: number;
  readonly better: 'higher' | 'lower';
  readonly runs: number;
  readonly passed: boolean;
}

/** A row without what follows from the rest of it. */
export type Figure = Omit<Row, 'ratio' | 'passed'>;

/** Works out ratio and judgement. */
export function toRow(figure: Figure): Row {
  const ratio = figure.value / figure.floor;
  const passed = figure.better === 'higher' ? ratio >= figure.target : ratio <= figure.target;
  return { ...figure, ratio, passed };
}

function short(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Math.abs(value) >= 100) return String(Math.round(value));
  return value.toPrecision(3);
}

const SIGN = { higher: '>=', lower: '<=' } as const;

function table(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  return lines
    .map((cells) =>
      cells
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}

const verdict = (row: Row): string => (row.passed ? 'ok' : 'MISSED');
const goal = ({ better, target }: Row): string => `${SIGN[better]} ${target}`;

/** One line about a figure, for showing it as soon as it is there. */
export function line(row: Row): string {
  const { name, unit, value, floor, ratio } = row;
  return `${name}: ${short(value)} ${unit}, floor ${short(floor)}, ${short(ratio)} x (${goal(row)}) ${verdict(row)}`;
}

/** All figures under one another. */
export function summary(rows: readonly Row[]): string {
  const head = ['', 'unit', 'value', 'floor', 'ratio', 'target', ''];
  return table([
    head,
    ...rows.map((row) => [
      row.name,
      row.unit,
      short(row.value),
      short(row.floor),
      short(row.ratio),
      goal(row),
      verdict(row),
    ]),
  ]);
}

/** What was measured at several sizes, its values side by side with their ratios; empty if nothing was. */
export function growth(rows: readonly Row[]): string {
  const sized = rows.flatMap((row) => {
    const [what, size] = row.name.split('@');
    return what === undefined || size === undefined ? [] : [{ what, size: Number(size), row }];
  });
  const sizes = [...new Set(sized.map(({ size }) => size))].toSorted((one, other) => one - other);
  if (sizes.length < 2) return '';
  const whats = [...new Set(sized.map(({ what }) => what))];
  return table([
    ['', 'unit', ...sizes.map((size) => `@${size}`)],
    ...whats.map((what) => {
      const cells = sizes.map((size) => sized.find((cell) => cell.what === what && cell.size === size)?.row);
      return [
        what,
        cells.find((row) => row !== undefined)?.unit ?? '',
        ...cells.map((row) => (row === undefined ? '-' : `${short(row.value)} (${short(row.ratio)} x)`)),
      ];
    }),
  ]);
}
