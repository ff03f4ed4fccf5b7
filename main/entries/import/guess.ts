import type { ImportField, ImportMapping } from '../../../shared/entries/import-model.ts';
import { parseDate, parseDateTime, parseTime } from '../../../shared/kernel/dates.ts';
import { type HeaderWord, headerWord } from './headers.ts';

type Moment = 'moment' | 'day' | 'time';

function momentOf(text: string): Moment | undefined {
  if (parseDateTime(text).ok) return 'moment';
  if (parseDate(text).ok) return 'day';
  return /\D/u.test(text.trim()) && parseTime(text).ok ? 'time' : undefined;
}

/** What the first filled cell of a column is. */
function columnMoment(rows: readonly (readonly string[])[], column: number): Moment | undefined {
  const filled = rows.map((cells) => cells[column] ?? '').find((text) => text.trim() !== '');
  return filled === undefined ? undefined : momentOf(filled);
}

const TIMES = {
  entered: { moment: 'enteredAt', day: 'enteredDate', time: 'enteredTime' },
  exited: { moment: 'exitedAt', day: 'exitedDate', time: 'exitedTime' },
} as const;

function timeField(word: HeaderWord | undefined, moment: Moment | undefined): ImportField | undefined {
  if (word === undefined || word === 'person' || word === 'part' || word === 'card') return undefined;
  const side = word.startsWith('entered')
    ? TIMES.entered
    : word.startsWith('exited')
      ? TIMES.exited
      : undefined;
  if (side === undefined) return undefined;
  return moment === undefined ? word : side[moment];
}

/** Whether the first record of a file names the columns: some word of it is a known header, or nothing in it is a time. */
export function hasHeader(first: readonly string[]): boolean {
  if (first.some((cell) => momentOf(cell) !== undefined)) return false;
  return first.some((cell) => headerWord(cell) !== undefined) || first.every((cell) => /\D/u.test(cell));
}

function withoutHeader(columns: number, rows: readonly (readonly string[])[]): ImportField[][] {
  const free: ImportField[] = ['enteredAt', 'exitedAt'];
  return Array.from({ length: columns }, (_, column) => {
    const field = columnMoment(rows, column) === 'moment' ? free.shift() : undefined;
    return field === undefined ? [] : [field];
  });
}

function withHeader(headers: readonly string[], rows: readonly (readonly string[])[]): ImportField[][] {
  const words = headers.map(headerWord);
  const nameWord = (['person', 'part', 'card'] as const).find((word) => words.includes(word));
  const used = new Set<ImportField>();
  return words.map((word, column) => {
    if (word === 'person' || word === 'part' || word === 'card') {
      if (word !== nameWord || (word !== 'part' && used.has('name'))) return [];
      used.add('name');
      return ['name'];
    }
    const field = timeField(word, columnMoment(rows, column)) ?? word;
    if (field === undefined || (field !== 'area' && used.has(field))) return [];
    used.add(field);
    return [field];
  });
}

/**
 * A mapping to begin with, guessed from the words of the headers and from what the first rows hold. The user sees it beside
 * the sample and changes what is wrong.
 *
 * A system that reads cards on the way in alone (no column with an exit) gives passages: `exits` is `not-recorded`.
 */
export function guessMapping(
  headerRow: boolean,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): ImportMapping {
  const columns = headerRow ? withHeader(headers, rows) : withoutHeader(headers.length, rows);
  const has = (field: ImportField): boolean => columns.some((fields) => fields.includes(field));
  const cards = headerRow && !headers.some((header) => ['person', 'part'].includes(headerWord(header) ?? ''));
  return {
    headerRow,
    columns,
    exits: has('exitedAt') || has('exitedTime') ? 'in-file' : 'not-recorded',
    kind: cards && has('name') ? 'staff' : 'visitor',
    areaId: null,
    areas: [],
    organisation: '',
    purpose: '',
  };
}
