import { command, push, query } from '../../kernel/contract.ts';
import { Id } from '../../kernel/ids.ts';
import { line, requiredParagraph } from '../../kernel/text.ts';
import { z } from '../../kernel/zod.ts';
import {
  CheckRecord,
  type Difference,
  FindingDecision,
  type Inspection,
  type InspectionProgress,
  type ListedFile,
  type Listing,
  type Scanner,
  Way,
} from './model.ts';

const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) };
const password = z.string().min(1, { error: 'required' }).max(256);

/** A folder or drive that somebody has chosen, by an id that this session alone knows. */
export interface ChosenFolder {
  readonly id: string;
  readonly path: string;
}

export const inspectionChannels = {
  inspection: query<Inspection>()(z.strictObject({ requestId: Id })),
  /** The products found on this machine; empty if there is none. */
  scanners: query<readonly Scanner[]>()(z.strictObject({})),
  /** Opens the system's dialog for the drive or folder to be looked at; null when nothing was chosen. */
  chooseDrive: command<ChosenFolder | null>()(z.strictObject({})),
  /** Scans what was chosen with a product of this machine and records the result as made here. null: it was cancelled, nothing is recorded. */
  scan: command<{ readonly result: 'clean' | 'found' } | null>()(
    z.strictObject({
      requestId: Id,
      way: Way,
      folder: Id,
      scanner: z.enum(['clamscan', 'clamdscan', 'defender']),
      exception: line(500),
    }),
  ),
  /** Records a check that was made elsewhere. */
  recordCheck: command<null>()(z.strictObject({ requestId: Id, check: CheckRecord })),
  /** An officer decides on what was found, signed. */
  settleFindings: command<null>()(
    z.strictObject({
      requestId: Id,
      way: Way,
      /** The check that was shown: refused if another has found something since. */
      check: z.int().min(1),
      decision: FindingDecision,
      reason: requiredParagraph(500),
      password,
    }),
  ),
  /** Reads every file of what was chosen and keeps its path, size, SHA-256 and time. null: it was cancelled, nothing is kept. */
  listContents: command<Listing | null>()(z.strictObject({ requestId: Id, way: Way, folder: Id })),
  listing: query<{ readonly rows: readonly ListedFile[]; readonly total: number }>()(
    z.strictObject({ listingId: Id, ...page }),
  ),
  differences: query<{ readonly rows: readonly Difference[]; readonly total: number }>()(
    z.strictObject({ requestId: Id, ...page }),
  ),
  /** An officer lets it out although something differs, signed. */
  settleDifference: command<null>()(
    /** `after`: the list on the way out that was shown. */
    z.strictObject({ requestId: Id, after: Id, reason: requiredParagraph(500), password }),
  ),
  /** Stops the scan or listing that this session has begun. */
  cancelInspection: command<null>()(z.strictObject({})),
};

export const inspectionPushes = { inspecting: push<InspectionProgress>() };
