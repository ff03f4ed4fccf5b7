import { checkErasure, checkPeriod, spanOfFiscalYear } from '../../../shared/trail/retention/rules.ts';
import { ownSite } from '../../accounts/queries.ts';
import type { Effects } from '../../accounts/proposals/effects.ts';
import type { SessionContext, Watch } from '../../context.ts';
import { erasureEvents } from './erasing.ts';
import { periods, yearCount } from './queries.ts';
import { recordsOf } from './records.ts';

/** How often at most progress is told, ms. */
const TELL_EVERY = 100;

/** The erasure under way, if there is one: there is one desk, so there is one at most. */
let underWay: { cancelled: boolean } | undefined;

/** Stops the erasure under way, if there is one; then nothing was erased. */
export function cancelErasure(): void {
  if (underWay !== undefined) underWay.cancelled = true;
}

function watch(context: SessionContext): Watch {
  const mine = { cancelled: false };
  underWay = mine;
  let toldAt = 0;
  return {
    progress(done, total) {
      const now = context.now();
      if (done < total && Math.abs(now - toldAt) < TELL_EVERY) return;
      toldAt = now;
      context.push('trail', 'erasing', { done, total });
    },
    cancelled: () => mine.cancelled || context.ended(),
  };
}

/** What confirmed proposals of retention bring about. */
export const retentionEffects: Pick<Effects, 'retention-set' | 'erasure'> = {
  'retention-set': {
    refuse: (db, { retained, years }) => checkPeriod({ ...retained, years }, periods(db)),
    events: (db, { retained, years }, { proposal }) => [
      {
        type: 'retention.set',
        version: 1,
        subject: `site:${ownSite(db)?.code ?? ''}`,
        data: { ...retained, proposal, years },
      },
    ],
  },
  erasure: {
    refuse: (db, { target }, now) =>
      checkErasure(target, { periods: periods(db), count: yearCount(db, target) }, now),
    events(db, { target }, { proposal }) {
      recordsOf(target.kind).forgetDrafts(db, spanOfFiscalYear(target.fiscalYear));
      return erasureEvents(db, target, ownSite(db)?.code ?? '', proposal);
    },
    watch,
  },
};
