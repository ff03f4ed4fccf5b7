import { ok, refuse } from '../../../shared/kernel/result.ts';
import type { trailContract } from '../../../shared/trail/contract.ts';
import type { SessionHandlers } from '../../context.ts';
import { askForPath } from '../../system-dialog.ts';
import { exportTrail } from './run.ts';

/** How often at most progress is told, ms. */
const TELL_EVERY = 100;

type ExportChannel = 'export' | 'cancelExport';

/** Writing the chain out for an auditor, one export at a time. `choose` asks for the path of a folder. */
export function createExportHandlers(
  choose: () => Promise<string | undefined>,
): Pick<SessionHandlers<typeof trailContract>, ExportChannel> {
  let running: { cancelled: boolean } | undefined;
  return {
    async export({ withhold }, context) {
      if (running !== undefined) return refuse('busy');
      const mine = { cancelled: false };
      running = mine;
      let toldAt = 0;
      try {
        const parent = await choose();
        if (parent === undefined) return ok(null);
        return await exportTrail(context, parent, [...new Set(withhold)], {
          progress: (done, total) => {
            const now = context.now();
            if (Math.abs(now - toldAt) < TELL_EVERY) return;
            toldAt = now;
            context.push('trail', 'exportProgress', { done, total });
          },
          cancelled: () => mine.cancelled,
        });
      } finally {
        running = undefined;
      }
    },

    cancelExport() {
      if (running !== undefined) running.cancelled = true;
      return ok(null);
    },
  };
}

/** The handlers of main, asking with the system's dialog. */
export const exportHandlers = createExportHandlers(() =>
  askForPath({ properties: ['openDirectory', 'createDirectory'] }),
);
