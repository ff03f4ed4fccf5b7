import type { Instant } from '../../../shared/kernel/time.ts';
import type { PutOff, RemindedBy, Reminder } from '../../../shared/media/reminders/model.ts';
import { actorNames } from '../../accounts/queries.ts';
import { seqOf } from '../../trail/place.ts';
import { signedAs } from '../../trail/signed-as.ts';
import { type ReadDb, rows } from '../../vault/db.ts';

interface StoredReminder {
  readonly place: number;
  readonly request: string;
  readonly at: Instant;
  readonly actor: string;
  readonly whom: string;
  readonly how: RemindedBy;
  readonly said: string;
  readonly next: Instant | null;
}

/** The last reminder of each of these requests, by the request's id; of those that have any. */
export function lastReminders(db: ReadDb, requests: readonly string[]): ReadonlyMap<string, Reminder> {
  const found = rows<StoredReminder>(
    db,
    `SELECT m.place, m.request, m.at, m.actor, m.whom, m.how, m.said, m.next FROM json_each(?)
     CROSS JOIN media_reminder m ON m.place = (SELECT max(l.place) FROM media_reminder l WHERE l.request = json_each.value)`,
    JSON.stringify(requests),
  );
  if (found.length === 0) return new Map();
  const nameOf = actorNames(db);
  return new Map(
    found.map(({ place, request, actor, at, whom, how, said, next }) => [
      request,
      { seq: seqOf(place), at, by: nameOf(actor), whom, how, said, next },
    ]),
  );
}

interface StoredPutOff {
  readonly place: number;
  readonly at: Instant;
  readonly officer: string;
  readonly before: Instant;
  readonly due: Instant;
  readonly reason: string;
}

/** How often the due time of a request was put off, in the order of the chain. The signature of each is verified here, every time. */
export function putOffsOf(db: ReadDb, request: string): readonly PutOff[] {
  const found = rows<StoredPutOff>(
    db,
    'SELECT place, at, officer, before, due, reason FROM media_put_off WHERE request = ? ORDER BY place',
    request,
  );
  if (found.length === 0) return [];
  const nameOf = actorNames(db);
  return found.map((stored) => {
    const { place, at, officer, before, due, reason } = stored;
    const signatureHolds = putOffHolds(db, request, stored);
    return { seq: seqOf(place), at, officerName: nameOf(officer), before, due, reason, signatureHolds };
  });
}

function putOffHolds(db: ReadDb, request: string, { place, officer, at, ...data }: StoredPutOff): boolean {
  const subject = `request:${request}` as const;
  return signedAs(db, place, { type: 'request.putOff', subject, actor: officer, at, data });
}
