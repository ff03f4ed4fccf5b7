import { eventKinds, type NewSuimonEvent, type SuimonEvent } from '../../shared/events.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import type { PlacedEvent } from '../../shared/kernel/event.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import { project, projectInSteps } from '../projections.ts';
import { sixteenRandomBytes } from '../random.ts';
import { row, run, type ReadDb, type WriteDb } from '../vault/db.ts';
import type { Signed } from '../vault/signatures.ts';
import { entryHash, GENESIS, payloadDigest } from './entry.ts';
import { signedBytes } from './event-signature.ts';
import { place, SPAN } from './place.ts';
import { erasePayloads } from './retention/payloads.ts';

/** Where a chain stands: its site and its last entry. */
export interface Head {
  readonly siteNo: number;
  readonly site: string;
  readonly seq: number;
  readonly hash: Buffer;
}

/** The head of this site's own chain; undefined before the site has been founded. */
export function ownHead(db: ReadDb): Head | undefined {
  const found = row<{ siteNo: number; site: string; seq: number | null; hash: Buffer | null }>(
    db,
    `SELECT s.no AS siteNo, s.code AS site, e.seq, e.hash FROM chain_site s LEFT JOIN chain_entry e ON e.place =
       (SELECT place FROM chain_entry WHERE place > s.no * ? AND place < (s.no + 1) * ? ORDER BY place DESC LIMIT 1)
     WHERE s.own = 1`,
    SPAN,
    SPAN,
  );
  if (found === undefined) return undefined;
  const { siteNo, site, seq, hash } = found;
  return { siteNo, site, seq: seq ?? 0, hash: hash ?? GENESIS };
}

/** Makes the actor's signature over an event. */
export type Sign = (bytes: Uint8Array) => Signed;

interface Written {
  readonly head: Head;
  readonly placed: PlacedEvent<SuimonEvent>;
  readonly key: number;
}

function write(
  db: WriteDb,
  head: Head,
  event: NewSuimonEvent,
  actor: string,
  at: Instant,
  sign: Sign | undefined,
): Written {
  if (sign === undefined && eventKinds[event.type].signed) throw new Error(`trail: ${event.type} unsigned`);
  const unsigned = { ...event, nonce: sixteenRandomBytes().toString('base64url'), at, actor } as SuimonEvent;
  const payload = sign === undefined ? unsigned : { ...unsigned, signature: sign(signedBytes(unsigned)) };
  const bytes = Buffer.from(canonicalJson(payload), 'utf8');
  const digest = payloadDigest(bytes);
  const seq = head.seq + 1;
  const hash = entryHash(head.site, seq, head.hash, digest);
  const key = place(head.siteNo, seq);
  run(
    db,
    'INSERT INTO chain_entry (place, site, seq, prev, payload, hash) VALUES (?, ?, ?, ?, ?, ?)',
    key,
    head.siteNo,
    seq,
    head.hash,
    digest,
    hash,
  );
  run(db, 'INSERT INTO chain_payload (place, bytes) VALUES (?, ?)', key, bytes);
  return { head: { ...head, seq, hash }, placed: { site: head.site, seq, event: payload }, key };
}

/**
 * Writes events on this site's chain and hands each to the projections. To be called within a transaction, by
 * `change.ts` alone: if anything throws, the caller rolls back and nothing has happened. `at` is the same for all, UTC ms.
 * `sign` makes the actor's signature over each; throws if a kind that stands only with one comes without.
 */
export function append(
  db: WriteDb,
  head: Head,
  events: readonly NewSuimonEvent[],
  actor: string,
  at: Instant,
  sign?: Sign,
): Head {
  let current = head;
  for (const event of events) {
    const { head: next, placed, key } = write(db, current, event, actor, at, sign);
    project(db, placed, key);
    for (const _ of erasePayloads(db, placed.event, key));
    current = next;
  }
  return current;
}

/** As {@link append}, a step at a time: an erasure may take long. */
export function* appendInSteps(
  db: WriteDb,
  head: Head,
  events: readonly NewSuimonEvent[],
  actor: string,
  at: Instant,
  sign?: Sign,
): Generator<void, Head> {
  let current = head;
  for (const event of events) {
    const { head: next, placed, key } = write(db, current, event, actor, at, sign);
    yield* projectInSteps(db, placed, key);
    yield* erasePayloads(db, placed.event, key);
    current = next;
  }
  return current;
}
