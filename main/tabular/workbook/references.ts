const REFERENCE = /^([A-Z]{1,3})(\d{1,7})$/u;

/** The column of a reference such as `AB12`, from 1; undefined if it is none. */
export function columnOf(reference: string): number | undefined {
  const letters = REFERENCE.exec(reference)?.[1];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** Cells merged into one over several rows: what it shows stands in its first cell alone. */
export interface MergedArea {
  readonly top: number;
  readonly bottom: number;
  /** Its first column, from 1. */
  readonly column: number;
}

/** The area of a reference such as `A1:B3`; undefined if it spans one row, or is no area. */
export function mergedArea(reference: string): MergedArea | undefined {
  const [first = '', last = ''] = reference.split(':');
  const column = columnOf(first);
  const [top, bottom] = [first, last].map((one) => Number(/\d+$/u.exec(one)?.[0]));
  if (column === undefined || top === undefined || bottom === undefined) return undefined;
  return bottom > top ? { top, bottom, column } : undefined;
}
