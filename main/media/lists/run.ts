import { v7 } from 'uuid';
import type { NewMediaEvent } from '../../../shared/media/events.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { ListMapping, ListOutcome, ListProblem } from '../../../shared/media/lists/model.ts';
import type { ListRow } from '../../tabular/list.ts';
import { sixteenRandomBytes } from '../../random.ts';
import type { WriteDb } from '../../vault/db.ts';
import { type ChosenList, headersOf, rowsBelow } from './chosen.ts';
import { judge } from './judge.ts';
import { rememberMapping } from './queries.ts';

/** Thrown where the import cannot be: the transaction ends and nothing was taken in. */
export class ListRefused extends Error {
  readonly why: ListProblem | 'import-reason' | 'import-nothing';

  constructor(why: ListRefused['why']) {
    super(`list: ${typeof why === 'string' ? why : `row ${why.row}: ${why.code}`}`);
    this.name = 'ListRefused';
    this.why = why;
  }
}

/** Rows between two turns of the event loop: some 50 ms of writing. */
const PORTION = 250;

/**
 * The events of an import, in portions, for `changeInSteps`: those of the media, and at the end the one that says which file
 * they came from. Every check of the preview is made again. Throws ListRefused, after which the transaction is rolled back.
 */
export function* importSteps(
  { list }: Pick<ChosenList, 'list'>,
  all: readonly ListRow[],
  mapping: ListMapping,
  { reason, site }: { readonly reason: string; readonly site: string },
  db: WriteDb,
  now: Instant,
  progress: (done: number, total: number) => void,
): Generator<readonly NewMediaEvent[], ListOutcome> {
  const headers = headersOf(all, mapping.headerRow);
  const rows = rowsBelow(all, mapping);
  const outcome = { registered: 0, changed: 0, unchanged: 0 };
  let events: NewMediaEvent[] = [];
  let done = 0;
  let ids = 0;
  const newId = (): string => v7({ random: sixteenRandomBytes(), seq: (ids += 1) });
  const judging = { rows, headers, mapping, quoted: list.text !== undefined, reason, newId };
  for (const { decision, problems } of judge(db, judging)) {
    const [problem] = problems;
    if (problem !== undefined) throw new ListRefused(problem);
    if (decision?.as === 'fresh' || decision?.as === 'changed') {
      if (decision.as === 'changed' && reason === '') throw new ListRefused('import-reason');
      outcome[decision.as === 'fresh' ? 'registered' : 'changed'] += 1;
      events.push(...decision.events);
    } else outcome.unchanged += 1;
    done += 1;
    if (done % PORTION === 0) {
      yield events;
      progress(done, rows.length);
      events = [];
    }
  }
  if (outcome.registered + outcome.changed === 0) throw new ListRefused('import-nothing');
  const sheet = list.sheets.find(({ no }) => no === mapping.sheet)?.name ?? '';
  const data = { file: list.name, sha256: list.sha256, sheet, ...outcome };
  yield [...events, { type: 'media.imported', version: 1, subject: `site:${site}`, data }];
  progress(done, rows.length);
  rememberMapping(db, headers, mapping, now);
  return { ...outcome, cancelled: false };
}
