import type { Output } from '../api/bridge.ts';
import { useQueryOf } from '../api/queries.ts';
import { useSession } from './session.ts';

/** How many are inside, expected, overdue, unknown; undefined for those who may not see it. Overdue changes with the time. */
export function useCounts(): Output<'entries', 'counts'> | undefined {
  const { may } = useSession();
  return useQueryOf('entries', 'counts', {}, { enabled: may('entries.counts'), every: 60_000 }).data;
}
