import type { ImportField, ImportMapping, ImportProblem } from '../../../shared/entries/import-model.ts';
import type { ImportProblemCode } from '../../../shared/entries/import-refusals.ts';
import type { VisitDetails } from '../../../shared/entries/model.ts';
import { fold } from '../../../shared/kernel/folding/fold.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { CsvRecord } from '../../tabular/csv.ts';
import { enteredMoment, exitedMoment, type Moment } from './times.ts';
import { ownCopy, type TextField, TEXT_FIELDS, TextChecks } from './texts.ts';

/** What is known when a file is read: the areas there are, and the time. */
export interface RowFacts {
  readonly areas: readonly { readonly id: string; readonly name: string; readonly retired: boolean }[];
  readonly now: Instant;
}

/** A row that would become a visit. `foldedName` with area and time tells it from others. */
export interface ReadVisit {
  readonly details: VisitDetails;
  readonly enteredAt: Instant;
  readonly exitedAt: Instant | null;
  readonly exitRecorded: boolean;
  readonly row: number;
  readonly foldedName: string;
}

export interface ReadRow {
  readonly visit: ReadVisit | undefined;
  readonly problems: readonly ImportProblem[];
  /** Words of the area column that neither an area nor the mapping knows. */
  readonly unknownArea: string | undefined;
}

const SHOWN = 60;

/** Reads the rows of a file as a mapping says. Pure: the same rows, mapping and facts give the same visits. */
export class RowReader {
  readonly #mapping: ImportMapping;
  readonly #headers: readonly string[];
  readonly #now: Instant;
  readonly #columns = new Map<ImportField, number[]>();
  readonly #areas = new Map<string, string>();
  readonly #areaIds: ReadonlySet<string>;
  readonly #texts = new TextChecks();

  constructor(mapping: ImportMapping, headers: readonly string[], { areas, now }: RowFacts) {
    this.#mapping = mapping;
    this.#headers = headers;
    this.#now = now;
    this.#areaIds = new Set(areas.map(({ id }) => id));
    mapping.columns.forEach((fields, column) => {
      for (const field of fields) this.#columns.set(field, [...(this.#columns.get(field) ?? []), column]);
    });
    for (const { id, name } of areas.toSorted((one, other) => Number(other.retired) - Number(one.retired))) {
      this.#areas.set(fold(name), id);
    }
    for (const { words, areaId } of mapping.areas) {
      if (this.#areaIds.has(areaId)) this.#areas.set(fold(words), areaId);
    }
  }

  /** Reads one record; undefined where all of its cells are empty, as under a table that a spreadsheet has saved. */
  read({ line: row, cells }: CsvRecord): ReadRow | undefined {
    if (cells.every((cell) => cell.trim() === '')) return undefined;
    const { length } = this.#headers;
    if (cells.length !== length) {
      const code = cells.length < length ? 'too-few-cells' : 'too-many-cells';
      const text = `${cells.length} / ${length}`;
      return { visit: undefined, problems: [{ row, column: '', code, text }], unknownArea: undefined };
    }
    return this.#readWhole(row, cells);
  }

  #readWhole(row: number, cells: readonly string[]): ReadRow {
    const problems: ImportProblem[] = [];
    const report = (field: ImportField, code: ImportProblemCode): void => {
      const text = this.#text(cells, field).slice(0, SHOWN);
      problems.push({ row, column: this.#columnName(field), code, text: ownCopy(text) });
    };
    const texts = this.#readTexts(cells, report);
    const words = this.#text(cells, 'area');
    const known = words === '' ? undefined : this.#areas.get(fold(words));
    const areaId = known ?? this.#fallback();
    if (areaId === undefined) report('area', words === '' ? 'required' : 'area-unknown');
    const times = this.#readTimes(cells, report);
    const unknownArea = known === undefined && words !== '' ? ownCopy(words) : undefined;
    if (problems.length > 0 || areaId === undefined || times === undefined) {
      return { visit: undefined, problems, unknownArea };
    }
    const details: VisitDetails = { ...texts, kind: this.#mapping.kind, identity: 'not-seen', areaId };
    const exitRecorded = this.#mapping.exits === 'in-file';
    return {
      visit: { details, ...times, exitRecorded, row, foldedName: fold(details.name) },
      problems,
      unknownArea,
    };
  }

  #readTexts(
    cells: readonly string[],
    report: (field: ImportField, code: ImportProblemCode) => void,
  ): Record<TextField, string> {
    const texts: Record<string, string> = {};
    for (const field of TEXT_FIELDS) {
      const own = this.#text(cells, field);
      const given = field === 'organisation' || field === 'purpose' ? this.#mapping[field] : '';
      const checked = this.#texts.check(field, own === '' ? given : own);
      if ('problem' in checked) report(field, checked.problem);
      else texts[field] = checked.text;
    }
    return texts;
  }

  #readTimes(
    cells: readonly string[],
    report: (field: ImportField, code: ImportProblemCode) => void,
  ): { enteredAt: Instant; exitedAt: Instant | null } | undefined {
    const cell = (field: ImportField): string | undefined =>
      this.#columns.has(field) ? this.#text(cells, field) : undefined;
    const instant = (moment: Moment): Instant | null | undefined => {
      if ('problem' in moment) report(moment.field, moment.problem);
      return 'at' in moment ? moment.at : undefined;
    };
    const enteredAt = instant(enteredMoment(cell));
    if (enteredAt === undefined || enteredAt === null) return undefined;
    const timeField = this.#columns.has('enteredAt') ? 'enteredAt' : 'enteredTime';
    if (enteredAt > this.#now) report(timeField, 'in-future');
    if (this.#mapping.exits === 'not-recorded') return { enteredAt, exitedAt: null };
    const exitedAt = instant(exitedMoment(cell, enteredAt));
    if (exitedAt === undefined) return undefined;
    const exitField = this.#columns.has('exitedAt') ? 'exitedAt' : 'exitedTime';
    if (exitedAt !== null && exitedAt > this.#now) report(exitField, 'in-future');
    if (exitedAt !== null && exitedAt < enteredAt) report(exitField, 'exit-before-entry');
    return { enteredAt, exitedAt };
  }

  #fallback(): string | undefined {
    const { areaId } = this.#mapping;
    return areaId !== null && this.#areaIds.has(areaId) ? areaId : undefined;
  }

  #text(cells: readonly string[], field: ImportField): string {
    const columns = this.#columns.get(field) ?? [];
    if (columns.length === 1) return (cells[columns[0] ?? 0] ?? '').trim();
    const parts = columns.map((column) => (cells[column] ?? '').trim()).filter((part) => part !== '');
    return parts.join(field === 'area' ? '/' : ' ');
  }

  #columnName(field: ImportField): string {
    const columns = this.#columns.get(field) ?? [];
    return columns.map((column) => this.#headers[column]?.trim() || String(column + 1)).join(', ');
  }
}
