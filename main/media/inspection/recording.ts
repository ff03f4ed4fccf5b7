import { ok, refuse, type Reply } from '../../../shared/kernel/result.ts';
import type { Way } from '../../../shared/media/inspection/model.ts';
import { type NewInspectionEvent, refuseListing } from '../../../shared/media/inspection/rules/decide.ts';
import type { SessionContext } from '../../context.ts';
import { breathe } from '../../turns.ts';
import { type ReadDb, rows } from '../../vault/db.ts';
import { inspectedRequest } from './facts.ts';
import { ContentDigest, type Contents, partsOf } from './list.ts';

/** What a content list is to stand under. */
export interface NewList {
  readonly requestId: string;
  readonly way: Way;
  /** As it can be shown. */
  readonly source: string;
  readonly listing: string;
}

type Why = Extract<NewInspectionEvent, { type: 'media.listDropped' }>['data']['why'];

function dropped(listing: string, why: Why): NewInspectionEvent {
  return { type: 'media.listDropped', version: 1, subject: `listing:${listing}`, data: { listing, why } };
}

/** Lists that have parts and no end: the program ended while they were written. There is one desk, so none is being written now. */
function interrupted(db: ReadDb): readonly string[] {
  return rows<{ id: string }>(
    db,
    'SELECT id FROM media_listing WHERE place IS NULL AND dropped = 0 ORDER BY no',
  ).map(({ id }) => id);
}

/**
 * Writes a content list, each part in a turn of its own: whoever writes at the door waits for one part at most. It stands with its last
 * event; if it does not get there (`cancelled`, a refusal of {@link refuseListing}, the session's end) it counts for nothing, and is dropped,
 * now or when the next list is written.
 */
export async function recordList(
  { requestId, way, source, listing }: NewList,
  { lines, bytes, problems }: Contents,
  context: SessionContext,
  cancelled: () => boolean,
): Promise<Reply<null>> {
  const write = (event: NewInspectionEvent): Promise<Reply<null>> =>
    context.change((db) => {
      const refusal = refuseListing(way, inspectedRequest(db, requestId));
      return refusal === undefined ? { events: [event], value: null } : { refusal };
    });
  const giveUp = async (reply: Reply<null>, why: Why, begun: boolean): Promise<Reply<null>> => {
    if (begun) await context.change(() => ({ events: [dropped(listing, why)], value: null }));
    return reply;
  };
  const old = interrupted(context.read);
  if (old.length > 0) {
    const cleared = await context.change((db) => ({
      events: interrupted(db).map((id) => dropped(id, 'interrupted')),
      value: null,
    }));
    if (!cleared.ok) return cleared;
  }
  const digest = new ContentDigest();
  for (const { first, files } of partsOf(lines)) {
    if (cancelled()) return giveUp(refuse('cancelled'), 'cancelled', first > 0);
    digest.add(files);
    const data = { listing, request: requestId, way, first, files };
    const written = await write({
      type: 'media.listedPart',
      version: 1,
      subject: `listing:${listing}`,
      data,
    });
    if (!written.ok) return giveUp(written, 'refused', first > 0);
    await breathe();
  }
  if (cancelled()) return giveUp(refuse('cancelled'), 'cancelled', lines.length > 0);
  const data = { listing, way, source, files: lines.length, bytes, problems, digest: digest.end() };
  const ended = await write({
    type: 'media.listed',
    version: 1,
    subject: `request:${requestId}`,
    data,
  });
  return ended.ok ? ok(null) : giveUp(ended, 'refused', lines.length > 0);
}
