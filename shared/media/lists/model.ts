import { Confidentiality } from '../../kernel/classification.ts';
import { line } from '../../kernel/text.ts';
import { z } from '../../kernel/zod.ts';
import { Encryption, MediumKind } from '../register/model.ts';
import type { ListFault, ListProblemCode, ListWarningCode } from './refusals.ts';

/** What a column of an office's list can fill, in the order in which a list goes out. */
export const LIST_FIELDS = [
  'number',
  'kind',
  'name',
  'maker',
  'model',
  'serial',
  'capacity',
  'encryption',
  'keeper',
  'place',
  'seal',
  'upTo',
  'note',
  /** Kept, out, lost, destroyed: read to refuse what a register cannot begin with. */
  'state',
] as const;
export const ListField = z.enum(LIST_FIELDS);
export type ListField = z.infer<typeof ListField>;

export const LIST_MAX_COLUMNS = 200;
/** As many media as the register is measured with. */
export const LIST_MAX_ROWS = 20_000;

/** How a list becomes media. */
export const ListMapping = z.strictObject({
  /** Number of the sheet. */
  sheet: z.int().min(0).max(10_000),
  /** The row that names the columns; null without one. Rows above it are left out. */
  headerRow: z.int().min(1).max(2_000_000).nullable(),
  /** `columns[i]`: what column i fills; null for one that is left out. */
  columns: z.array(ListField.nullable()).max(LIST_MAX_COLUMNS),
  /** What a new medium has where its list has no such column, or nothing in it. */
  given: z.strictObject({
    kind: MediumKind.nullable(),
    encryption: Encryption.nullable(),
    upTo: Confidentiality.nullable(),
    keeper: line(100),
    place: line(100),
  }),
  /** The words of the kind's column and the kinds they stand for. */
  kinds: z.array(z.strictObject({ words: z.string().max(200), kind: MediumKind })).max(100),
});
export type ListMapping = z.infer<typeof ListMapping>;

/** Something about one row: its number as the spreadsheet shows it, the column's header or number, the text cut to 60 characters. */
export interface RowNote<C> {
  readonly row: number;
  readonly column: string;
  readonly code: C;
  readonly text: string;
}
export type ListProblem = RowNote<ListProblemCode>;
export type ListWarning = RowNote<ListWarningCode>;

/** A medium that the list says something else of. */
export interface ListChange {
  readonly row: number;
  readonly number: string;
  readonly fields: readonly ListField[];
}

export interface ListPreview {
  /** Stands for the chosen file until another is chosen. */
  readonly file: string;
  readonly name: string;
  readonly size: number;
  /** How a text file is written; null for a workbook. */
  readonly text: { readonly encoding: string; readonly separator: ',' | '\t' | ';' } | null;
  readonly sheets: readonly { readonly no: number; readonly name: string }[];
  readonly headers: readonly string[];
  /** The first rows below the header. */
  readonly sample: readonly (readonly string[])[];
  readonly mapping: ListMapping;
  readonly remembered: boolean;
  readonly faults: readonly ListFault[];
  readonly unknownKinds: readonly { readonly words: string; readonly rows: number }[];
  readonly rows: number;
  readonly fresh: number;
  readonly changed: number;
  /** Rows that say what the register says already, or what a row above said. */
  readonly unchanged: number;
  /** The first ones, at most 200 of each. */
  readonly changes: readonly ListChange[];
  readonly problems: readonly ListProblem[];
  readonly problemCount: number;
  readonly warnings: readonly ListWarning[];
  readonly warningCount: number;
}

export interface ListOutcome {
  readonly registered: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Stopped by the user; nothing was taken in. */
  readonly cancelled: boolean;
}

export const LIST_FORMATS = ['xlsx', 'csv-utf8', 'csv-cp932'] as const;
export const ListFormat = z.enum(LIST_FORMATS);
export type ListFormat = z.infer<typeof ListFormat>;

/** A character that CP932 has not, and where. */
export interface LackingCharacter {
  readonly row: number;
  readonly column: string;
  readonly character: string;
  readonly text: string;
}

export type ListExported =
  | { readonly state: 'cancelled' }
  | { readonly state: 'saved'; readonly file: string; readonly rows: number }
  /** Nothing was written: `lacking` are the first of `count` characters that the encoding has not. */
  | { readonly state: 'lacking'; readonly lacking: readonly LackingCharacter[]; readonly count: number };
