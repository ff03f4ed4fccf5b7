import { setImmediate } from 'node:timers/promises';
import {
  LIST_MAX_ROWS,
  type ListChange,
  type ListMapping,
  type ListPreview,
  type ListProblem,
  type ListWarning,
} from '../../../shared/media/lists/model.ts';
import { listFaults } from '../../../shared/media/lists/rules.ts';
import type { SessionContext } from '../../context.ts';
import { TableFault } from '../../tabular/fault.ts';
import { type ChosenList, headersOf, rowsBelow } from './chosen.ts';
import { type Judged, judge } from './judge.ts';

const SHOWN = 200;
const KINDS_SHOWN = 100;
/** As long as a mapping may name. */
const KIND_WORDS = 200;
const SAMPLE = 5;
const SAMPLE_TEXT = 200;
/** Rows looked at between two turns of the event loop. */
const PORTION = 500;

/** Thrown when the session ends while a list is being looked through. */
export class SessionEnded extends Error {}

interface Findings {
  fresh: number;
  changed: number;
  unchanged: number;
  problemCount: number;
  warningCount: number;
  readonly changes: ListChange[];
  readonly problems: ListProblem[];
  readonly warnings: ListWarning[];
  readonly unknownKinds: Map<string, number>;
}

function note(findings: Findings, { row, number, decision, problems, warning, unknownKind }: Judged): void {
  findings.problemCount += problems.length;
  findings.problems.push(...problems.slice(0, Math.max(0, SHOWN - findings.problems.length)));
  if (warning !== undefined) {
    findings.warningCount += 1;
    if (findings.warnings.length < SHOWN) findings.warnings.push(warning);
  }
  if (unknownKind !== undefined && unknownKind.length <= KIND_WORDS) {
    const rows = findings.unknownKinds.get(unknownKind) ?? 0;
    if (rows > 0 || findings.unknownKinds.size < KINDS_SHOWN)
      findings.unknownKinds.set(unknownKind, rows + 1);
  }
  if (decision === undefined) return;
  if (decision.as === 'fresh') findings.fresh += 1;
  else if (decision.as === 'changed') {
    findings.changed += 1;
    if (findings.changes.length < SHOWN) findings.changes.push({ row, number, fields: decision.fields });
  } else findings.unchanged += 1;
}

/**
 * Looks through a whole list as the mapping says and tells what taking it in would do. Writes nothing. Throws TableFault,
 * WorkbookFault and SessionEnded.
 */
export async function examine(
  chosen: ChosenList,
  mapping: ListMapping,
  remembered: boolean,
  { read: db, ended }: Pick<SessionContext, 'read' | 'ended'>,
): Promise<ListPreview> {
  const all = await chosen.rows(mapping.sheet);
  const headers = headersOf(all, mapping.headerRow);
  const rows = rowsBelow(all, mapping);
  if (rows.length > LIST_MAX_ROWS) throw new TableFault('too-many-rows', { limit: LIST_MAX_ROWS });
  const faults = listFaults(mapping);
  const findings: Findings = {
    fresh: 0,
    changed: 0,
    unchanged: 0,
    problemCount: 0,
    warningCount: 0,
    changes: [],
    problems: [],
    warnings: [],
    unknownKinds: new Map(),
  };
  const quoted = chosen.list.text !== undefined;
  // Nothing is written: no medium needs an id of its own.
  const judging = { rows, headers, mapping, quoted, reason: '', newId: () => '' };
  let done = 0;
  for (const judged of faults.length > 0 ? [] : judge(db, judging)) {
    note(findings, judged);
    done += 1;
    if (done % PORTION > 0) continue;
    await setImmediate();
    if (ended()) throw new SessionEnded();
  }
  const { name, size, text, sheets } = chosen.list;
  return {
    ...findings,
    file: chosen.id,
    name,
    size,
    text: text ?? null,
    sheets,
    headers,
    sample: rows.slice(0, SAMPLE).map(({ cells }) => cells.map((cell) => cell.slice(0, SAMPLE_TEXT))),
    mapping,
    remembered,
    faults,
    unknownKinds: [...findings.unknownKinds].map(([words, count]) => ({ words, rows: count })),
    rows: rows.length,
  };
}
