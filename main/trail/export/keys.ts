import { eventKinds } from '../../../shared/events.ts';
import { ownSite } from '../../accounts/queries.ts';
import { type ReadDb, rows } from '../../vault/db.ts';
import { place, seqOf } from '../place.ts';
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

function holders(db: ReadDb): readonly Holder[] {
  return rows<{
    id: string;
    identifier: string;
    name: string;
    algorithm: string;
    key: string;
    place: number;
  }>(
    db,
    `SELECT a.id, a.identifier, a.name, a.signature_algorithm AS algorithm, a.signing_key AS key,
       (SELECT min(t.place) FROM trail_subject t WHERE t.subject = 'account:' || a.id) AS place
     FROM accounts_account a WHERE a.signing_key IS NOT NULL ORDER BY place`,
  ).map(({ id, identifier, name, algorithm, key, place: first }) => ({
    account: id,
    identifier,
    name,
    keys: [{ algorithm, key, from: seqOf(first ?? place(1, 1)), until: null }],
  }));
}

/** `keys.json`: whose export it is, how far it goes, and the public keys with which everything in it is verified. */
export function keysJson(db: ReadDb, size: number, head: string): string {
  const site = ownSite(db);
  if (site === undefined) throw new Error('export: the ledger has no site');
  const { code, name, room, signingKey, algorithm } = site;
  const signed = Object.entries(eventKinds)
    .filter(([, kind]) => kind.signed)
    .map(([type]) => type);
  const content = {
    format: FORMAT,
    size,
    head,
    site: { code, name, room, keys: [{ algorithm, key: signingKey, from: 1, until: null }] },
    people: holders(db),
    signed,
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}
