import { ok, refuse } from '../../../shared/kernel/result.ts';
import type { inspectionChannels } from '../../../shared/media/inspection/contract.ts';
import type { mediaContract } from '../../../shared/media/contract.ts';
import type { SessionHandlers } from '../../context.ts';
import { askForPath } from '../../system-dialog.ts';
import * as commands from './commands.ts';
import { Folders } from './folders.ts';
import { Inspections } from './inspections.ts';
import { differences, listedFiles } from './listings.ts';
import { inspection } from './queries.ts';
import { type FindScanners, ownScanners } from './scanners/find.ts';

type InspectionHandlers = Pick<SessionHandlers<typeof mediaContract>, keyof typeof inspectionChannels>;

/** What the channels of inspections do. `choose` asks for the path of a folder, `find` looks for the products of this machine. */
export function createInspectionHandlers(
  choose: () => Promise<string | undefined>,
  find: FindScanners,
): InspectionHandlers {
  const folders = new Folders();
  const inspections = new Inspections(folders, find);
  return {
    inspection: ({ requestId }, { read, now }) => {
      const found = inspection(read, requestId, now());
      return found === undefined ? refuse('request-missing', { field: 'requestId' }) : ok(found);
    },
    scanners: async () => ok(await inspections.scanners()),
    chooseDrive: async (_, context) => {
      const path = await choose();
      return path === undefined ? ok(null) : folders.keep(path, context);
    },
    scan: (input, context) => inspections.scan(input, context),
    recordCheck: (input, context) => context.change((db, now) => commands.recordCheck(db, input, now)),
    settleFindings: ({ password, ...input }, context) =>
      context.attest(undefined, password, (signatory) =>
        context.change((db) => {
          const decision = commands.settleFindings(db, input, signatory.id);
          return 'refusal' in decision ? decision : { ...decision, signatory };
        }),
      ),
    listContents: (input, context) => inspections.listContents(input, context),
    listing: ({ listingId, offset, limit }, { read }) => {
      const found = listedFiles(read, listingId, offset, limit);
      if (found === 'erased') return refuse('listing-erased', { field: 'listingId' });
      return found === undefined ? refuse('listing-unknown', { field: 'listingId' }) : ok(found);
    },
    differences: ({ requestId, offset, limit }, { read }) => ok(differences(read, requestId, offset, limit)),
    settleDifference: ({ password, ...input }, context) =>
      context.attest(undefined, password, (signatory) =>
        context.change((db) => {
          const decision = commands.settleDifference(db, input, signatory.id);
          return 'refusal' in decision ? decision : { ...decision, signatory };
        }),
      ),
    cancelInspection: () => {
      inspections.cancel();
      return ok(null);
    },
  };
}

/** The handlers of inspections, asking with the system's dialog and running what this machine has. */
export const inspectionHandlers = createInspectionHandlers(
  () => askForPath({ properties: ['openDirectory'] }),
  ownScanners,
);
