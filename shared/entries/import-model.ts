import { Id } from '../kernel/ids.ts';
import { line } from '../kernel/text.ts';
import type { Instant } from '../kernel/time.ts';
import { z } from '../kernel/zod.ts';
import type { ImportProblemCode, MappingFault } from './import-refusals.ts';
import { VisitKind } from './model.ts';

/** The fields of a visit that a column of a file can fill. */
export const IMPORT_FIELDS = [
  'name',
  'reading',
  'organisation',
  'purpose',
  'host',
  'escort',
  'area',
  'enteredAt',
  'enteredDate',
  'enteredTime',
  'exitedAt',
  'exitedDate',
  'exitedTime',
  'belongings',
  'workReference',
  'note',
] as const;
export const ImportField = z.enum(IMPORT_FIELDS);
export type ImportField = z.infer<typeof ImportField>;

export const ENCODINGS = ['utf-8', 'cp932', 'euc-jp', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * Whether the file tells when people left. `in-file`: it does, and a row without the time is an exit nobody saw.
 * `not-recorded`: its system reads cards on the way in alone, and every row is a passage.
 */
export const IMPORT_EXITS = ['in-file', 'not-recorded'] as const;
export const ImportExits = z.enum(IMPORT_EXITS);
export type ImportExits = z.infer<typeof ImportExits>;

/** How many columns a file may have. */
export const IMPORT_MAX_COLUMNS = 200;

/**
 * How the columns of a file become visits. `columns[i]` names what column i fills, nothing for a column left out. Several
 * columns may fill one text field: area words are joined with `/` in the order of the columns, other texts with a space.
 */
export const ImportMapping = z.strictObject({
  headerRow: z.boolean(),
  columns: z.array(z.array(ImportField).max(4)).max(IMPORT_MAX_COLUMNS),
  exits: ImportExits,
  /** Who the rows are about. */
  kind: VisitKind,
  /** The area of rows whose file has no area column, or whose words neither an area nor `areas` knows. */
  areaId: Id.nullable(),
  /** The words of the area column and the areas they stand for. */
  areas: z.array(z.strictObject({ words: z.string().max(200), areaId: Id })).max(500),
  /** Filled in where the file has no such column, or nothing in it. */
  organisation: line(100),
  purpose: line(200),
});
export type ImportMapping = z.infer<typeof ImportMapping>;

/**
 * One thing wrong with the file. `row` is the line of the file, 1 being its first, on which the record begins (a record with
 * line breaks in quotes fills several lines); `column` is the header, or the number of the column where there is none.
 */
export interface ImportProblem {
  readonly row: number;
  readonly column: string;
  readonly code: ImportProblemCode;
  /** The offending text, cut to 60 characters. */
  readonly text: string;
}

export interface ImportPreview {
  /** Stands for the chosen file until another is chosen. */
  readonly file: string;
  readonly name: string;
  readonly size: number;
  readonly encoding: Encoding;
  readonly separator: ',' | '\t' | ';';
  readonly headers: readonly string[];
  /** The first rows as they stand in the file. */
  readonly sample: readonly (readonly string[])[];
  readonly mapping: ImportMapping;
  /** The mapping is the one with which a file of these headers was last taken in. */
  readonly remembered: boolean;
  readonly faults: readonly MappingFault[];
  /** Words found in the area column that no area is named by, each with how many rows have them; at most 500. */
  readonly unknownAreas: readonly { readonly words: string; readonly rows: number }[];
  readonly rows: number;
  /** Rows that would become a visit. */
  readonly importable: number;
  /** Rows that stand in the log already, or twice in the file (same person, area and time in). */
  readonly doubled: number;
  /** The first problems, at most 200. */
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
  readonly firstAt: Instant | null;
  readonly lastAt: Instant | null;
}

/** How far an import has come, in rows. */
export interface ImportProgress {
  readonly done: number;
  readonly total: number;
}

export interface ImportOutcome {
  readonly imported: number;
  readonly doubled: number;
  /** Stopped by the user; nothing was taken in. */
  readonly cancelled: boolean;
}
