import type { AccountStoryItem } from '../../../shared/accounts/model.ts';
import { seqOf } from '../../trail/place.ts';
import { readEnvelope } from '../../trail/read.ts';
import { signatureAt } from '../../trail/signature-at.ts';
import { type ReadDb, rows } from '../../vault/db.ts';
import { actorNames } from './people.ts';

/** How many entries of an account's story are shown. */
const STORY = 200;

/** What the chain says of an account beside its comings and goings, newest first. */
export function accountStory(db: ReadDb, id: string): readonly AccountStoryItem[] {
  const nameOf = actorNames(db);
  const stored = rows<{ place: number; bytes: Buffer }>(
    db,
    `SELECT t.place, p.bytes FROM trail_about t CROSS JOIN chain_payload p ON p.place = t.place
     WHERE t.subject = ? ORDER BY t.place DESC LIMIT ${STORY}`,
    `account:${id}`,
  );
  return stored
    .map(({ place, bytes }) => ({ place, event: readEnvelope(bytes) }))
    .filter(({ event }) => !event.type.startsWith('session.'))
    .map(({ place, event }) => ({
      seq: seqOf(place),
      at: event.at,
      actorName: nameOf(event.actor),
      type: event.type,
      data: event.data,
      signature: event.signature === undefined ? null : (signatureAt(db, event, place) ?? false),
    }));
}
