import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as commands from '../../../main/entries/commands.ts';
import { areas, badges } from '../../../main/entries/queries.ts';
import { Writer } from '../../../main/trail/change.ts';
import { storeCheckpoint } from '../../../main/trail/checkpoints.ts';
import type { WriteDb } from '../../../main/vault/db.ts';
import { connectionsOf } from '../../../main/vault/handles.ts';
import type { Ledger } from '../../../main/vault/ledger.ts';
import { unlock } from '../../../main/vault/unlock.ts';
import { foundSite, pathsBelow } from '../../../resources/tooling/demo/book.ts';
import { randomFrom } from '../../../resources/tooling/demo/random.ts';
import { demoAreas, demoBadges, demoPeople, demoSite } from '../../../resources/tooling/demo/site.ts';
import type { NewEntriesEvent } from '../../../shared/entries/events.ts';
import type { EntriesDecision } from '../../../shared/entries/rules.ts';
import type { Reply } from '../../../shared/kernel/result.ts';
import { DAY, type Instant, MINUTE } from '../../../shared/kernel/time.ts';
import { META, type Meta, PASSWORD, person } from './site.ts';
import { idFrom, pastVisits, somebody } from './visits.ts';

const SEED = 20_260_401;
/** Events of one transaction while the ledger is filled. */
const PORTION = 20_000;
const INSIDE = 40;
const EXPECTED = 40;
const UNKNOWN = 20;

function valueOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.refusal)}`);
  return reply.value;
}

/**
 * Makes a site whose log has `size` visits: most long over, as imported from an earlier system, the last ones inside, expected
 * or of unknown exit. The seed decides everything but keys and nonces. `until` is the time of its last entry.
 */
export async function buildSite(
  folder: string,
  size: number,
  until: Instant,
  say: (text: string) => void,
): Promise<void> {
  const random = randomFrom(SEED);
  let now = until - 3651 * DAY;
  await foundSite(folder, demoSite, demoPeople, PASSWORD, now);
  const unlocked = await unlock(pathsBelow(folder), person('officer'), PASSWORD);
  if (!unlocked.ok) throw new Error('bench: the new site does not open');
  const { vault } = unlocked;
  const { ledger, accountId: actor } = vault;
  const writer = new Writer(ledger.write, () => now, { committed: () => {}, readOnly: () => {} });
  const append = async (events: readonly NewEntriesEvent[]) =>
    valueOf(await writer.change(actor, () => ({ events, value: null })));
  const command = async <T>(work: (db: WriteDb) => EntriesDecision<T>) =>
    valueOf(await writer.change<T>(actor, (db) => work(db)));

  // A ledger that is torn by a power cut while it is made is made again.
  ledger.write.exec('PRAGMA synchronous = OFF');
  for (const area of demoAreas) await command((db) => commands.defineArea(db, area, now));
  await command((db) => commands.registerBadges(db, { badges: demoBadges }, now));
  const areaIds = areas(ledger.read).map(({ id }) => id);

  let events: NewEntriesEvent[] = [];
  for (const past of pastVisits(random, size - INSIDE - EXPECTED - UNKNOWN, areaIds, until - 2 * DAY)) {
    const { details, enteredAt, exitedAt } = past;
    now = exitedAt > now ? exitedAt : now;
    events.push({
      type: 'visit.imported',
      version: 1,
      subject: `visit:${idFrom(random, enteredAt)}`,
      data: {
        details,
        enteredAt,
        exitedAt,
        exitRecorded: true,
        file: 'earlier.csv',
        sha256: '0'.repeat(64),
        row: 2,
      },
    });
    if (events.length < PORTION) continue;
    await append(events);
    events = [];
    say(
      `making a ledger of ${size} entries: ${Math.round(((enteredAt - until) / (3650 * DAY) + 1) * 100)} %`,
    );
  }
  await append(events);
  now = until;
  await append([...lastVisits(ledger, random, areaIds, until)]);
  const { siteSign } = vault;
  if (siteSign !== undefined) valueOf(await writer.store((db) => storeCheckpoint(db, siteSign, now)));
  const meta: Meta = { key: connectionsOf(ledger).key.toString('hex'), areaIds, until };
  vault.close();
  writeFileSync(join(folder, META), JSON.stringify(meta));
}

function* lastVisits(
  { read }: Ledger,
  random: ReturnType<typeof randomFrom>,
  areaIds: readonly string[],
  until: Instant,
): Generator<NewEntriesEvent, void> {
  const free = badges(read).map(({ id }) => id);
  for (let index = 0; index < INSIDE + UNKNOWN; index += 1) {
    const enteredAt = until - random.between(10, 300) * MINUTE;
    const subject = `visit:${idFrom(random, enteredAt)}` as const;
    const details = somebody(random, areaIds);
    yield {
      type: 'visit.entered',
      version: 1,
      subject,
      data: {
        details,
        enteredAt,
        expectedUntil: random.chance(0.5) ? until + random.between(10, 600) * MINUTE : null,
        badgeId: index < INSIDE ? (free[index] ?? null) : null,
        followIn: 'nobody',
        groupId: null,
        lateReason: null,
      },
    };
    if (index < INSIDE) continue;
    const data = { noticedAt: until, reason: '閉庁後の確認で不在。' };
    yield { type: 'visit.exitUnknown', version: 1, subject, data };
  }
  for (let index = 0; index < EXPECTED; index += 1) {
    // Not in the future: what is logged during a measurement is to be the first row of the history.
    const expectedFrom = until - random.between(0, 600) * MINUTE;
    yield {
      type: 'visit.expected',
      version: 1,
      subject: `visit:${idFrom(random, until)}`,
      data: { details: somebody(random, areaIds), expectedFrom, expectedUntil: null, groupId: null },
    };
  }
}
