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
  readonly account: string;
  readonly identifier: string;
  readonly name: string;
  readonly algorithm: string;
  readonly key: string;
  readonly place: number;
}

/** Keys of one holder, from the first, each until the entry before the next. */
function periods(
  keys: readonly { readonly algorithm: string; readonly key: string; readonly place: number }[],
): readonly KeyPeriod[] {
  return keys.map(({ algorithm, key, place }, index) => {
    const next = keys[index + 1];
    return { algorithm, key, from: seqOf(place), until: next === undefined ? null : seqOf(next.place) - 1 };
  });
}

function holders(db: ReadDb): readonly Holder[] {
  const keys = rows<StoredKey>(
    db,
    `SELECT k.account, a.identifier, a.name, k.algorithm, k.key, k.place FROM accounts_key k
     JOIN accounts_account a ON a.id = k.account ORDER BY k.place`,
  );
  return [...new Set(keys.map(({ account }) => account))].map((account) => {
    const own = keys.filter((key) => key.account === account);
    return {
      account,
      identifier: own[0]?.identifier ?? '',
      name: own[0]?.name ?? '',
      keys: periods(own),
    };
  });
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
