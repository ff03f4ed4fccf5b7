import { eventKinds } from '../../../shared/events.ts';
import { ownSite, siteKeys } from '../../accounts/queries.ts';
import { type ReadDb, rows } from '../../vault/db.ts';
import { seqOf } from '../place.ts';
import { FORMAT } from './format.ts';

/** A public key with the entries for which it was its holder's: from number `from` on, up to `until` or still. */
interface KeyPeriod {
  readonly algorithm: string;
  readonly key: string;
  readonly from: number;
  readonly until: number | null;
}

interface Holder {
  readonly account: string;
  readonly identifier: string;
  readonly name: string;
  readonly keys: readonly KeyPeriod[];
}

interface StoredKey {
  readonly algorithm: string;
  readonly key: string;
  readonly place: number;
}

/** Keys in their order, each valid from its own entry until the one before the next. */
function periods(keys: readonly StoredKey[]): readonly KeyPeriod[] {
  return keys.map(({ algorithm, key, place }, index) => {
    const next = keys[index + 1];
    return { algorithm, key, from: seqOf(place), until: next === undefined ? null : seqOf(next.place) - 1 };
  });
}

function holders(db: ReadDb): readonly Holder[] {
  return rows<{ id: string; identifier: string; name: string }>(
    db,
    `SELECT id, identifier, name FROM accounts_account
     WHERE id IN (SELECT account FROM accounts_key) ORDER BY identifier`,
  ).map(({ id, identifier, name }) => ({
    account: id,
    identifier,
    name,
    keys: periods(
      rows<StoredKey>(
        db,
        'SELECT algorithm, key, place FROM accounts_key WHERE account = ? ORDER BY place',
        id,
      ),
    ),
  }));
}

/** `keys.json`: whose export it is, how far it goes, and the public keys with which everything in it is verified. */
export function keysJson(db: ReadDb, size: number, head: string): string {
  const site = ownSite(db);
  if (site === undefined) throw new Error('export: the ledger has no site');
  const { code, name, room } = site;
  const signed = Object.entries(eventKinds)
    .filter(([, kind]) => kind.signed)
    .map(([type]) => type);
  const content = {
    format: FORMAT,
    size,
    head,
    site: { code, name, room, keys: periods(siteKeys(db)) },
    people: holders(db),
    signed,
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}
