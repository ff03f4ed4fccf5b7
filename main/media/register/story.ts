import type { StoryLine } from '../../../shared/entries/model.ts';
import type { Medium } from '../../../shared/media/register/model.ts';
import { actorNames } from '../../accounts/queries.ts';
import { seqOf } from '../../trail/place.ts';
import { readEnvelope } from '../../trail/read.ts';
import { type ReadDb, rows } from '../../vault/db.ts';
import { mediumById } from './queries.ts';

/** So many of the latest entries are told. */
const TOLD = 500;

/** Of the entries of requests: those with which something became of the medium itself. */
const MOVEMENTS: ReadonlySet<string> = new Set([
  'request.carriedIn',
  'request.takenOut',
  'request.handedOver',
  'request.carriedOut',
  'request.givenBack',
  'request.delivered',
  'media.quarantined',
  'media.quarantineEnded',
]);

interface Entry {
  readonly place: number;
  readonly bytes: Buffer;
}

/** A medium and its story as the chain tells it, its movements under requests included; undefined if there is no such medium. */
export function mediumWithStory(
  db: ReadDb,
  id: string,
): { readonly medium: Medium; readonly story: readonly StoryLine[] } | undefined {
  const medium = mediumById(db, id);
  if (medium === undefined) return undefined;
  const nameOf = actorNames(db);
  const own = rows<Entry>(
    db,
    `SELECT s.place, p.bytes FROM trail_about s CROSS JOIN chain_payload p ON p.place = s.place
     WHERE s.subject = ? ORDER BY s.place DESC LIMIT ${TOLD}`,
    `medium:${id}`,
  );
  const ofRequests = rows<Entry>(
    db,
    `SELECT s.place, p.bytes FROM media_register_request r CROSS JOIN trail_about s ON s.subject = 'request:' || r.request
       CROSS JOIN chain_payload p ON p.place = s.place
     WHERE r.medium = ? ORDER BY s.place DESC LIMIT ${TOLD}`,
    id,
  );
  const story = [
    ...own.map((entry) => ({ ...entry, envelope: readEnvelope(entry.bytes) })),
    ...ofRequests
      .map((entry) => ({ ...entry, envelope: readEnvelope(entry.bytes) }))
      .filter(({ envelope }) => MOVEMENTS.has(envelope.type)),
  ]
    .toSorted((one, other) => one.place - other.place)
    .map(({ place, envelope: { at, actor, type, data } }): StoryLine => {
      return { seq: seqOf(place), at, actorName: nameOf(actor), type, data };
    });
  return { medium, story };
}
