import { setImmediate } from 'node:timers/promises';
import type { ImportMapping, ImportPreview, ImportProblem } from '../../../shared/entries/import-model.ts';
import { mappingFaults } from '../../../shared/entries/import-rules.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { SessionContext } from '../../context.ts';
import { TableFault } from '../../tabular/fault.ts';
import { areas } from '../queries.ts';
import { type ChosenFile, headersOf, rowsOf } from './chosen.ts';
import { LogDoubles } from './queries.ts';
import { type ReadRow, RowReader } from './rows.ts';
import { Seen } from './seen.ts';

/** A million visits are more than ten years of a busy door; more have to be taken in as several files. */
export const IMPORT_MAX_ROWS = 1_000_000;
const PROBLEMS_SHOWN = 200;
const AREAS_SHOWN = 500;
/** As long as a mapping may name. */
const AREA_WORDS = 200;
const SAMPLE_SHOWN = 5;
const SAMPLE_TEXT = 200;

/** Thrown when the session ends while a file is being looked through. */
export class SessionEnded extends Error {}

interface Findings {
  rows: number;
  importable: number;
  doubled: number;
  problemCount: number;
  firstAt: Instant | null;
  lastAt: Instant | null;
  readonly problems: ImportProblem[];
  readonly unknownAreas: Map<string, number>;
}

function note(findings: Findings, { visit, problems, unknownArea }: ReadRow, doubled: boolean): void {
  findings.problemCount += problems.length;
  const room = PROBLEMS_SHOWN - findings.problems.length;
  if (room > 0) findings.problems.push(...problems.slice(0, room));
  if (unknownArea !== undefined && unknownArea.length <= AREA_WORDS) {
    const rows = findings.unknownAreas.get(unknownArea) ?? 0;
    if (rows > 0 || findings.unknownAreas.size < AREAS_SHOWN)
      findings.unknownAreas.set(unknownArea, rows + 1);
  }
  if (visit === undefined) return;
  if (doubled) findings.doubled += 1;
  else findings.importable += 1;
  findings.firstAt = Math.min(findings.firstAt ?? visit.enteredAt, visit.enteredAt);
  findings.lastAt = Math.max(findings.lastAt ?? visit.enteredAt, visit.enteredAt);
}

/**
 * Looks through the whole file as the mapping says and tells what an import would do. Writes nothing; memory does not grow
 * with the file but for 32 bytes a row, by which doubles within it are found. Throws TableFault and SessionEnded.
 */
export async function examine(
  chosen: ChosenFile,
  mapping: ImportMapping,
  remembered: boolean,
  { read: db, now, ended }: Pick<SessionContext, 'read' | 'now' | 'ended'>,
): Promise<ImportPreview> {
  const headers = headersOf(chosen, mapping.headerRow);
  const faults = mappingFaults(mapping);
  const reader = new RowReader(mapping, headers, { areas: areas(db), now: now() });
  const seen = new Seen();
  const log = new LogDoubles(db);
  const findings: Findings = {
    rows: 0,
    importable: 0,
    doubled: 0,
    problemCount: 0,
    firstAt: null,
    lastAt: null,
    problems: [],
    unknownAreas: new Map(),
  };
  for (const portion of rowsOf(chosen, mapping.headerRow)) {
    for (const record of portion) {
      const read = reader.read(record);
      if (read === undefined) continue;
      findings.rows += 1;
      if (findings.rows > IMPORT_MAX_ROWS) throw new TableFault('too-many-rows', { limit: IMPORT_MAX_ROWS });
      if (faults.length > 0) continue;
      const { visit } = read;
      const doubled =
        visit !== undefined &&
        (seen.add(`${visit.enteredAt} ${visit.details.areaId} ${visit.foldedName}`) ||
          log.has(visit.foldedName, visit.details.areaId, visit.enteredAt));
      note(findings, read, doubled);
    }
    await setImmediate();
    if (ended()) throw new SessionEnded();
  }
  chosen.rows = findings.rows;
  const sample = chosen.first.slice(mapping.headerRow ? 1 : 0).slice(0, SAMPLE_SHOWN);
  return {
    ...findings,
    file: chosen.id,
    name: chosen.name,
    size: chosen.table.size,
    encoding: chosen.table.encoding,
    separator: chosen.table.separator,
    headers,
    sample: sample.map(({ cells }) => cells.map((cell) => cell.slice(0, SAMPLE_TEXT))),
    mapping,
    remembered,
    faults,
    unknownAreas: [...findings.unknownAreas].map(([words, rows]) => ({ words, rows })),
  };
}
