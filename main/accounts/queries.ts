import type { AccountRow, Role } from '../../shared/accounts/model.ts';
import { Role as RoleSchema } from '../../shared/accounts/model.ts';
import { z } from '../../shared/kernel/zod.ts';
import { type ReadDb, row, rows } from '../vault/db.ts';

const Roles = z.array(RoleSchema);

function rolesOf(json: string): readonly Role[] {
  return Roles.parse(JSON.parse(json));
}

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
}

export interface Account {
  readonly id: string;
  readonly identifier: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly previousSignIn: number | null;
  readonly failedSince: number;
  readonly mustChangePassword: boolean;
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
  };
}

/** Every account, sorted by reading, then name. */
export function listAccounts(db: ReadDb): AccountRow[] {
  return rows<Stored>(db, 'SELECT * FROM accounts_account ORDER BY reading, name, id').map((found) => ({
    id: found.id,
    identifier: found.identifier,
    name: found.name,
    reading: found.reading,
    roles: rolesOf(found.roles),
    createdAt: found.created_at,
    lastSignIn: found.last_sign_in,
  }));
}

/** The public key an account signs with at present (SPKI DER, base64); undefined if it has none. */
export function signingKeyOf(db: ReadDb, account: string): string | undefined {
  const found = row<{ key: string | null }>(
    db,
    'SELECT signing_key AS key FROM accounts_account WHERE id = ?',
    account,
  );
  return found?.key ?? undefined;
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
