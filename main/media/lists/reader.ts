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

const REMEMBERED = 5000;

type Checked = { readonly value: unknown } | { readonly problem: ListProblemCode };

/** What a cell says: as text, as the field's value (undefined for a word that stands for nothing), and a character that is no text. */
interface Cell {
  readonly text: string;
  readonly said: unknown;
  readonly broken: ListProblemCode | undefined;
}
const EMPTY: Cell = { text: '', said: '', broken: undefined };

/** Answers to what comes again and again: places, keepers, kinds. It forgets when it has too many, as of numbers. */
class Answers<K, A> {
  readonly #known = new Map<ListField, Map<K, A>>();

  of(field: ListField, key: K, work: () => A): A {
    let answers = this.#known.get(field);
    if (answers === undefined) {
      answers = new Map();
      this.#known.set(field, answers);
    }
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = work();
    if (answers.size >= REMEMBERED) answers.clear();
    answers.set(key, answer);
    return answer;
  }
}

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
  readonly #read = new Answers<string, Cell>();
  readonly #checked = new Answers<unknown, Checked>();

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
    return this.#cell(row, 'number').text;
  }

  /** Reads one row. What stands already keeps what the list has no column for, and what it leaves empty and must have. */
  read(row: ListRow, stands: Medium | undefined): ReadMedium {
    const problems: ListProblem[] = [];
    const reported = new Set<ListField>();
    const report = (field: ListField, code: ListProblemCode, text = this.#cell(row, field).text): void => {
      if (reported.has(field)) return;
      reported.add(field);
      problems.push({ row: row.row, column: this.#columnName(field), code, text: text.slice(0, SHOWN) });
    };
    for (const { column, type, text } of row.faulty) {
      const field = this.#mapping.columns[column];
      if (field === undefined || field === null) continue;
      report(field, type === 'error' ? 'cell-error' : 'cell-uncached', text);
    }
    const { given } = this.#mapping;
    const said: Record<string, unknown> = {};
    for (const field of FIELDS) {
      const cell = this.#cell(row, field);
      if (cell.broken !== undefined) report(field, cell.broken);
      const absent = !this.#columns.has(field) || (cell.text === '' && REQUIRED.has(field));
      said[field] = absent
        ? (stands?.[field] ?? (field in given ? given[field as keyof typeof given] : ''))
        : cell.said;
      if (said[field] === undefined) report(field, unknownOf(field));
      else if (said[field] === null || (said[field] === '' && REQUIRED.has(field))) report(field, 'required');
    }
    const kind = this.#cell(row, 'kind');
    const unknownKind = kind.text !== '' && kind.said === undefined ? kind.text : undefined;
    const { said: state } = this.#cell(row, 'state');
    const kept = state === '' || state === 'kept';
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

  /** Checks a field by the schema of the form. */
  #check(field: keyof MediumDetails, said: unknown): Checked {
    return this.#checked.of(field, said, () => {
      const parsed = MediumDetails.shape[field].safeParse(said);
      const message = parsed.error?.issues[0]?.message;
      return parsed.success
        ? { value: parsed.data }
        : { problem: CODES.find((code) => code === message) ?? 'unsafe-characters' };
    });
  }

  #cell({ cells }: ListRow, field: ListField): Cell {
    const column = this.#columns.get(field);
    if (column === undefined) return EMPTY;
    const written = cells[column] ?? '';
    return this.#read.of(field, written, () => this.#understand(field, written));
  }

  #understand(field: ListField, written: string): Cell {
    const trimmed = written.trim();
    const cell = this.#quoted ? restored(trimmed) : trimmed;
    // Offices break lines in cells to make them narrow; only a note has lines.
    const text = field === 'note' || !cell.includes('\n') ? cell : cell.replaceAll(/\s*\n\s*/gu, ' ');
    const strange = PRIVATE.test(text) ? 'private-character' : undefined;
    const broken = text.includes('\uFFFD') ? 'lost-character' : strange;
    return { text, broken, said: this.#meant(field, text) };
  }

  #meant(field: ListField, text: string): unknown {
    switch (field) {
      case 'kind':
        return this.#kinds.get(fold(text)) ?? kindOf(text);
      case 'encryption':
        return encryptionOf(text);
      case 'upTo':
        return upToOf(text);
      case 'state':
        return stateOf(text);
      default:
        return text;
    }
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
