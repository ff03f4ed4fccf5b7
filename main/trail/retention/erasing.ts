import type { NewTrailEvent } from '../../../shared/trail/events.ts';
import type { ErasureTarget } from '../../../shared/trail/retention/model.ts';
import { encodeRuns, type Run } from '../../../shared/trail/retention/runs.ts';
import type { ReadDb } from '../../vault/db.ts';
import { erasable } from './queries.ts';

/** So many stretches go into one event: some 100 KiB of JSON. */
export const RUNS_OF_EVENT = 20_000;

/**
 * The events that an erasure comes to: every entry of every closed record of this kind and fiscal year, in as many parts as
 * they need. Whoever appends them erases. `site` is the own site's code, `proposal` the id of what two people decided.
 */
export function erasureEvents(
  db: ReadDb,
  target: ErasureTarget,
  site: string,
  proposal: string,
  runsOfEvent = RUNS_OF_EVENT,
): readonly NewTrailEvent[] {
  const { runs, begins } = erasable(db, target);
  const parts: (readonly Run[])[] = [];
  for (let at = 0; at < runs.length; at += runsOfEvent) parts.push(runs.slice(at, at + runsOfEvent));
  return parts.map((part, index) => {
    const first = part[0]?.first ?? 0;
    const last = part.at(-1)?.last ?? 0;
    return {
      type: 'payloads.erased',
      version: 1,
      subject: `site:${site}`,
      data: {
        ...target,
        subjects: begins.filter((seq) => seq >= first && seq <= last).length,
        entries: part.reduce((sum, run) => sum + run.last - run.first + 1, 0),
        runs: encodeRuns(part),
        part: index + 1,
        parts: parts.length,
        proposal,
      },
    };
  });
}
