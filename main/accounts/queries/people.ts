import { Hours } from '../../../shared/accounts/hours.ts';
import {
  type AccountRow,
  type AccountState,
  type Role,
  SIGNING_ROLES,
} from '../../../shared/accounts/model.ts';
import type { Directory } from '../../../shared/accounts/proposal-rules.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { type ReadDb, row, rows } from '../../vault/db.ts';
import { rolesOf } from './roles.ts';

interface Stored {
  readonly id: string;
  readonly identifier: string;
  readonly name: string;
  readonly reading: string;
  readonly roles: string;
  readonly created_at: number;
  readonly last_sign_in: number | null;
  readonly previous_sign_in: number | null;
  readonly failed_since: number;
  readonly must_change_password: number;
  readonly state: AccountState;
  readonly state_since: number;
  readonly hours: string | null;
  readonly password_at: number;
  readonly key_wanted: number;
  readonly signing_key: string | null;
  readonly signature_algorithm: string | null;
}

/** An account as the desk knows it. */
export interface Account {
  readonly id: string;
  readonly identifier: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly previousSignIn: number | null;
  readonly failedSince: number;
  readonly mustChangePassword: boolean;
  readonly state: AccountState;
  readonly hours: Hours | null;
  readonly passwordAt: Instant;
  readonly keyWanted: boolean;
}

/** One account, by its id; undefined if there is none. */
export function accountById(db: ReadDb, id: string): Account | undefined {
  const found = row<Stored>(db, 'SELECT * FROM accounts_account WHERE id = ?', id);
  if (found === undefined) return undefined;
  return {
    id: found.id,
    identifier: found.identifier,
    name: found.name,
    roles: rolesOf(found.roles),
    previousSignIn: found.previous_sign_in,
    failedSince: found.failed_since,
    mustChangePassword: found.must_change_password === 1,
    state: found.state,
    hours: hoursOf(found),
    passwordAt: found.password_at,
    keyWanted: found.key_wanted === 1,
  };
}

function hoursOf({ hours }: Stored): Hours | null {
  return hours === null ? null : Hours.parse(JSON.parse(hours));
}

function toRow(found: Stored): AccountRow & { readonly stateSince: Instant } {
  return {
    id: found.id,
    identifier: found.identifier,
    name: found.name,
    reading: found.reading,
    roles: rolesOf(found.roles),
    state: found.state,
    stateSince: found.state_since,
    hours: hoursOf(found),
    createdAt: found.created_at,
    lastSignIn: found.last_sign_in,
    passwordAt: found.password_at,
    mustChangePassword: found.must_change_password === 1,
    keyAlgorithm: found.signature_algorithm,
    keyWanted: found.key_wanted === 1,
  };
}

/** Every account, sorted by reading, then name. */
export function listAccounts(db: ReadDb): (AccountRow & { readonly stateSince: Instant })[] {
  return rows<Stored>(db, 'SELECT * FROM accounts_account ORDER BY reading, name, id').map(toRow);
}

/** One account as listed; undefined if there is none. */
export function accountRow(
  db: ReadDb,
  id: string,
): (AccountRow & { readonly stateSince: Instant }) | undefined {
  const found = row<Stored>(db, 'SELECT * FROM accounts_account WHERE id = ?', id);
  return found && toRow(found);
}

/** Everybody there is or ever was, as the rules on two people know them. */
export function directory(db: ReadDb): Directory {
  return listAccounts(db).map(({ id, identifier, name, roles, state }) => ({
    id,
    identifier,
    name,
    roles,
    state,
    signs: roles.some((role) => SIGNING_ROLES.includes(role)),
  }));
}

/** This site as founded; undefined in an empty ledger. */
export function ownSite(
  db: ReadDb,
): { code: string; name: string; room: string; signingKey: string; algorithm: string } | undefined {
  return row(
    db,
    'SELECT code, name, room, signing_key AS signingKey, signature_algorithm AS algorithm FROM accounts_site',
  );
}

/** The name of an actor of the chain: a person's, or `system` for the program, which the window puts into words. */
export function actorName(db: ReadDb, actor: string): string {
  if (actor === 'system') return actor;
  return row<{ name: string }>(db, 'SELECT name FROM accounts_account WHERE id = ?', actor)?.name ?? actor;
}

/** {@link actorName}, asked of the ledger once for each actor: for a page of entries that few people wrote. */
export function actorNames(db: ReadDb): (actor: string) => string {
  const names = new Map<string, string>();
  return (actor) => {
    const name = names.get(actor) ?? actorName(db, actor);
    names.set(actor, name);
    return name;
  };
}
