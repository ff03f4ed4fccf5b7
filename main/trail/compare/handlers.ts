import { basename } from 'node:path';
import { ok, refuse, type Reply } from '../../../shared/kernel/result.ts';
import type { trailContract } from '../../../shared/trail/contract.ts';
import type { NewTrailEvent } from '../../../shared/trail/events.ts';
import type { FileCompared } from '../../../shared/trail/model.ts';
import { readSlip } from '../../../shared/trail/rules/slip.ts';
import type { SessionContext, SessionHandlers } from '../../context.ts';
import { askForPath } from '../../system-dialog.ts';
import { compareNotes, compareSlip } from './compare.ts';
import { notesOfFile } from './file.ts';

type Compared = Extract<NewTrailEvent, { type: 'trail.compared' }>['data'];

/** Records a comparison. A ledger that cannot be written still answers: what was found is what matters then. */
async function recorded<T>(context: SessionContext, data: Compared, value: T): Promise<Reply<T>> {
  const subject = `site:${context.me.site.code}` as const;
  const reply = await context.change(() => ({
    events: [{ type: 'trail.compared', version: 1, subject, data }],
    value: null,
  }));
  return !reply.ok && reply.refusal.code === 'no-session' ? reply : ok(value);
}

/** The checkpoint that a comparison of many is recorded by: the smallest that speaks against the chain, or else the largest. */
function telling({
  notes,
}: FileCompared): Pick<FileCompared['notes'][number], 'size' | 'head' | 'result'> | undefined {
  const held = notes.filter(({ signature }) => signature === 'holds');
  const all = held.length > 0 ? held : notes;
  return all.find(({ result }) => result !== 'equal') ?? all.at(-1);
}

type CompareChannel = 'compareSlip' | 'compareFile';

/** Comparing checkpoints kept elsewhere. `choose` asks for the path of a file. */
export function createCompareHandlers(
  choose: () => Promise<string | undefined>,
): Pick<SessionHandlers<typeof trailContract>, CompareChannel> {
  return {
    async compareSlip(typed, context) {
      const read = readSlip(typed);
      if ('refusal' in read) return { ok: false, refusal: read.refusal };
      const found = compareSlip(context.read, read.slip);
      const { size, head, result } = found;
      return recorded(context, { source: 'slip', size, head, result }, found);
    },

    async compareFile(_, context) {
      const path = await choose();
      if (path === undefined) return ok(null);
      const name = basename(path);
      const notes = notesOfFile(path);
      if (notes === undefined) return refuse('checkpoint-file-unreadable', { detail: { name } });
      const found = compareNotes(context.read, name, notes);
      const told = telling(found);
      if (told === undefined) return refuse('checkpoint-file-none', { detail: { name } });
      const { size, head, result } = told;
      return recorded(context, { source: 'file', size, head, result }, found);
    },
  };
}

/** The handlers of main, asking with the system's dialog. */
export const compareHandlers = createCompareHandlers(() => askForPath({ properties: ['openFile'] }));
