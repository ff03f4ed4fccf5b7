import { v7 } from 'uuid';
import type { NewEntriesEvent } from '../../../shared/entries/events.ts';
import type { ImportMapping, ImportOutcome, ImportProblem } from '../../../shared/entries/import-model.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { CsvRecord } from '../../tabular/csv.ts';
import type { WriteDb } from '../../vault/db.ts';
import { areas } from '../queries.ts';
import { type ChosenFile, headersOf, rowsOf } from './chosen.ts';
import { LogDoubles, rememberMapping } from './queries.ts';
import { type ReadVisit, RowReader } from './rows.ts';

/** Thrown at the first row that has a problem: the transaction ends and nothing was taken in. */
export class RowRefused extends Error {
  readonly problem: ImportProblem;

  constructor(problem: ImportProblem) {
    super(`import: row ${problem.row}: ${problem.code}`);
    this.name = 'RowRefused';
    this.problem = problem;
  }
}

function imported({ name, table }: ChosenFile, visit: ReadVisit): NewEntriesEvent {
  const { details, enteredAt, exitedAt, exitRecorded, row } = visit;
  return {
    type: 'visit.imported',
    version: 1,
    subject: `visit:${v7()}`,
    data: { details, enteredAt, exitedAt, exitRecorded, file: name, sha256: table.sha256, row },
  };
}

/** Rows between two turns of the event loop: some 50 ms of writing. */
const PORTION = 250;

function* recordsBelow(chosen: ChosenFile, headerRow: boolean): Generator<CsvRecord, void> {
  for (const records of rowsOf(chosen, headerRow)) yield* records;
}

/**
 * The events of an import, in portions, for `changeInSteps`. Every check of the preview is made again. A row that stands in
 * the log, or came before in the file, is left out and counted. Throws RowRefused and TableFault, after which the transaction
 * is rolled back; also when the bytes turn out at the end not to be those that were looked at.
 */
export function* importSteps(
  chosen: ChosenFile,
  mapping: ImportMapping,
  db: WriteDb,
  now: Instant,
  progress: (done: number) => void,
): Generator<readonly NewEntriesEvent[], ImportOutcome> {
  const headers = headersOf(chosen, mapping.headerRow);
  const reader = new RowReader(mapping, headers, { areas: areas(db), now });
  const log = new LogDoubles(db);
  let done = 0;
  let doubled = 0;
  let events: NewEntriesEvent[] = [];
  // What `log` has let go of is found in the tables, but not before the events at hand are written.
  const atHand = new Set<string>();
  for (const record of recordsBelow(chosen, mapping.headerRow)) {
    const read = reader.read(record);
    if (read === undefined) continue;
    const [problem] = read.problems;
    if (problem !== undefined) throw new RowRefused(problem);
    const { visit } = read;
    if (visit === undefined) continue;
    done += 1;
    const { enteredAt, foldedName } = visit;
    const { areaId } = visit.details;
    const key = `${enteredAt} ${areaId} ${foldedName}`;
    if (atHand.has(key) || log.has(foldedName, areaId, enteredAt)) {
      doubled += 1;
    } else {
      atHand.add(key);
      log.add(foldedName, areaId, enteredAt);
      events.push(imported(chosen, visit));
    }
    if (done % PORTION === 0) {
      yield events;
      progress(done);
      events = [];
      atHand.clear();
    }
  }
  yield events;
  progress(done);
  rememberMapping(db, headers, mapping, now);
  return { imported: done - doubled, doubled, cancelled: false };
}
