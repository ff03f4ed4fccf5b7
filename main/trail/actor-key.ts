const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

/** The few actors that write most entries, so that each is worked out once. */
const known = new Map<string, Buffer>();
const KNOWN_MOST = 1000;

/** What an actor stands as in `trail_actor`: the 16 bytes of an account's id, or the text of anything else (`system`). */
export function actorKey(actor: string): Buffer {
  let key = known.get(actor);
  if (key === undefined) {
    key = UUID.test(actor) ? Buffer.from(actor.replaceAll('-', ''), 'hex') : Buffer.from(actor, 'utf8');
    if (known.size === KNOWN_MOST) known.clear();
    known.set(actor, key);
  }
  return key;
}
