import { v7 } from 'uuid';
import type { NewEntriesEvent } from '../../../shared/entries/events.ts';
import type { ImportMapping, ImportOutcome, ImportProblem } from '../../../shared/entries/import-model.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { WriteDb } from '../../vault/db.ts';
import { areas } from '../queries.ts';
import { type ChosenFile, headersOf, rowsOf } from './chosen.ts';
import { rememberMapping, standsInLog } from './queries.ts';
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
  let done = 0;
  let doubled = 0;
  for (const portion of rowsOf(chosen, mapping.headerRow)) {
    const events: NewEntriesEvent[] = [];
    // Rows of earlier portions stand in the log by now.
    const portionKeys = new Set<string>();
    for (const record of portion) {
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
      if (portionKeys.has(key) || standsInLog(db, foldedName, areaId, enteredAt)) {
        doubled += 1;
        continue;
      }
      portionKeys.add(key);
      events.push(imported(chosen, visit));
    }
    yield events;
    progress(done);
  }
  rememberMapping(db, headers, mapping, now);
  return { imported: done - doubled, doubled, cancelled: false };
}
