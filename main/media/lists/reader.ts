import type { ListField, ListMapping, ListProblem } from '../../../shared/media/lists/model.ts';
import type { ListProblemCode } from '../../../shared/media/lists/refusals.ts';
import { encryptionOf, kindOf, stateOf, upToOf } from '../../../shared/media/lists/words.ts';
import { restored } from '../../../shared/media/lists/cells.ts';
import { fold } from '../../../shared/kernel/folding/fold.ts';
import { type Medium, MediumDetails, type MediumKind } from '../../../shared/media/register/model.ts';
import type { ListRow } from '../../tabular/list.ts';

const FIELDS = MediumDetails.keyof().options;
/** As much of a cell as a preview shows. */
const SHOWN = 60;
const PRIVATE = /\p{Co}/u;
const CODES: readonly ListProblemCode[] = ['required', 'too-long', 'unsafe-characters'];
const REQUIRED: ReadonlySet<ListField> = new Set(['kind', 'encryption', 'keeper', 'place', 'upTo']);

type Checked = { readonly value: unknown } | { readonly problem: ListProblemCode };
const REMEMBERED = 5000;

export interface ReadMedium {
  readonly details: MediumDetails | undefined;
  /** Whether the list has it kept. */
  readonly kept: boolean;
  readonly problems: readonly ListProblem[];
  /** A word of the kind's column that stands for no kind. */
  readonly unknownKind: string | undefined;
}

/** Reads the rows of an office's list as media, as a mapping says. */
export class MediumReader {
  readonly #mapping: ListMapping;
  readonly #headers: readonly string[];
  readonly #columns: ReadonlyMap<ListField, number>;
  readonly #kinds: ReadonlyMap<string, MediumKind>;
  readonly #quoted: boolean;
  readonly #answers = new Map<keyof MediumDetails, Map<unknown, Checked>>();

  /** `quoted`: a text file, whose quotes before formulas are not part of the text. */
  constructor(mapping: ListMapping, headers: readonly string[], quoted: boolean) {
    this.#mapping = mapping;
    this.#headers = headers;
    this.#quoted = quoted;
    this.#columns = new Map(
      mapping.columns.flatMap((field, column) => (field === null ? [] : [[field, column] as const])),
    );
    this.#kinds = new Map(mapping.kinds.map(({ words, kind }) => [fold(words), kind]));
  }

  /** What a number's cell says; empty where it is. */
  number(row: ListRow): string {
    return this.#text(row, 'number');
  }

  /** Reads one row. What stands already keeps what the list has no column for, and what it leaves empty and must have. */
  read(row: ListRow, stands: Medium | undefined): ReadMedium {
    const problems: ListProblem[] = [];
    const reported = new Set<ListField>();
    const report = (field: ListField, code: ListProblemCode, text = this.#text(row, field)): void => {
      if (reported.has(field)) return;
      reported.add(field);
      problems.push({ row: row.row, column: this.#columnName(field), code, text: text.slice(0, SHOWN) });
    };
    for (const { column, type, text } of row.faulty) {
      const field = this.#mapping.columns[column];
      if (field === undefined || field === null) continue;
      report(field, type === 'error' ? 'cell-error' : 'cell-uncached', text);
    }
    const kindWords = this.#text(row, 'kind');
    const kind = this.#kinds.get(fold(kindWords)) ?? kindOf(kindWords);
    const { given } = this.#mapping;
    const said: Record<string, unknown> = {};
    for (const field of FIELDS) {
      const text = this.#text(row, field);
      if (text.includes('\uFFFD')) report(field, 'lost-character');
      else if (PRIVATE.test(text)) report(field, 'private-character');
      const left = stands?.[field];
      const absent = !this.#columns.has(field) || (text === '' && REQUIRED.has(field));
      if (absent) said[field] = left ?? (field in given ? given[field as keyof typeof given] : '');
      else if (field === 'kind') said[field] = kind;
      else if (field === 'encryption') said[field] = encryptionOf(text);
      else if (field === 'upTo') said[field] = upToOf(text);
      else said[field] = text;
      if (said[field] === undefined) report(field, unknownOf(field));
      else if (said[field] === null || (said[field] === '' && REQUIRED.has(field))) report(field, 'required');
    }
    const unknownKind = kindWords !== '' && kind === undefined ? kindWords : undefined;
    const kept = stateOf(this.#text(row, 'state')) === 'kept';
    if (problems.length > 0) return { details: undefined, kept, problems, unknownKind };
    const details: Record<string, unknown> = {};
    for (const field of FIELDS) {
      const checked = this.#check(field, said[field]);
      if ('problem' in checked) report(field, checked.problem);
      else details[field] = checked.value;
    }
    if (problems.length > 0) return { details: undefined, kept, problems, unknownKind };
    // Each field has passed the schema's own check of it.
    return { details: details as MediumDetails, kept, problems, unknownKind };
  }

  /** Checks a field by the schema of the form, remembering the last answers: places, keepers, kinds come again and again. */
  #check(field: keyof MediumDetails, said: unknown): Checked {
    const answers = this.#answers.get(field) ?? new Map<unknown, Checked>();
    this.#answers.set(field, answers);
    const known = answers.get(said);
    if (known !== undefined) return known;
    const parsed = MediumDetails.shape[field].safeParse(said);
    const message = parsed.error?.issues[0]?.message;
    const answer: Checked = parsed.success
      ? { value: parsed.data }
      : { problem: CODES.find((code) => code === message) ?? 'unsafe-characters' };
    if (answers.size >= REMEMBERED) answers.clear();
    answers.set(said, answer);
    return answer;
  }

  #text({ cells }: ListRow, field: ListField): string {
    const column = this.#columns.get(field);
    const written = (column === undefined ? '' : (cells[column] ?? '')).trim();
    const cell = this.#quoted ? restored(written) : written;
    // Offices break lines in cells to make them narrow; only a note has lines.
    return field === 'note' ? cell : cell.replaceAll(/\s*\n\s*/gu, ' ');
  }

  /** What a field's column is called: its header, or its number. */
  #columnName(field: ListField): string {
    const column = this.#columns.get(field);
    return column === undefined ? '' : this.#headers[column] || String(column + 1);
  }
}

function unknownOf(field: ListField): ListProblemCode {
  switch (field) {
    case 'kind':
      return 'kind-unknown';
    case 'encryption':
      return 'encryption-unknown';
    case 'upTo':
      return 'upTo-unknown';
    default:
      return 'required';
  }
}
