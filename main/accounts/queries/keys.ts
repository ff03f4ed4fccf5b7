import type { RecoveryPair } from '../../../shared/accounts/model.ts';
import type { DueReason } from '../../../shared/accounts/key-events.ts';
import { FIRST_POLICY, Policy, type SettledPolicy, settled } from '../../../shared/accounts/policy.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { type ReadDb, row, rows } from '../../vault/db.ts';

/** What two administrators have settled for everybody, or what holds until then. */
export function policyOf(db: ReadDb): SettledPolicy {
  const found = row<{ policy: string }>(db, 'SELECT policy FROM accounts_policy WHERE one = 1');
  return found === undefined ? FIRST_POLICY : settled(Policy.parse(JSON.parse(found.policy)));
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

/** The key an account signed with when the entry at a place was written; undefined if it had none. */
export function signingKeyAt(db: ReadDb, account: string, place: number): string | undefined {
  return row<{ key: string }>(
    db,
    'SELECT key FROM accounts_key WHERE account = ? AND place < ? ORDER BY place DESC LIMIT 1',
    account,
    place,
  )?.key;
}

/** Whether an account was told to make a new signing key. */
export function keyIsWanted(db: ReadDb, account: string): boolean {
  return row(db, 'SELECT 1 FROM accounts_account WHERE id = ? AND key_wanted = 1', account) !== undefined;
}

/** The keys the site has signed with, from the first; each from the entry at its place on. */
export function siteKeys(
  db: ReadDb,
): readonly { readonly place: number; readonly algorithm: string; readonly key: string }[] {
  return rows(db, 'SELECT place, algorithm, key FROM accounts_site_key ORDER BY place');
}

/** Every key that somebody has signed with, by its suite. */
export function personKeys(db: ReadDb): readonly { readonly algorithm: string }[] {
  return rows(db, 'SELECT algorithm FROM accounts_key');
}

/** Every pair of custodians there is or was. */
export function recoveryPairs(db: ReadDb): readonly RecoveryPair[] {
  return rows<Omit<RecoveryPair, 'custodians'> & { readonly a: string; readonly b: string }>(
    db,
    `SELECT pair, generation, custodian_a AS a, custodian_b AS b, issued_at AS issuedAt, state, drilled_at AS drilledAt,
       drill_result AS drillResult FROM accounts_recovery ORDER BY pair`,
  ).map(({ a, b, ...pair }) => ({ ...pair, custodians: [a, b] }));
}

/** How the ledger's key stands: which one it is, and since when it is to be replaced. */
export interface Rotation {
  readonly epoch: number;
  readonly rotatedAt: Instant | null;
  readonly dueSince: Instant | null;
  readonly dueWhy: 'removal' | 'recovery' | null;
}

export function rotationOf(db: ReadDb): Rotation {
  return (
    row<Rotation>(
      db,
      'SELECT epoch, rotated_at AS rotatedAt, due_since AS dueSince, due_why AS dueWhy FROM accounts_rotation WHERE one = 1',
    ) ?? { epoch: 1, rotatedAt: null, dueSince: null, dueWhy: null }
  );
}

/**
 * Why the ledger's key is to be replaced, and since when; null if it is not. `encryption`: what the ledger file is under, by the
 * keyslot file. If another is settled, the next rotation brings it (`since` is null then).
 */
export function rotationDue(
  db: ReadDb,
  encryption: string,
): { readonly why: DueReason; readonly since: Instant | null } | null {
  const { dueSince, dueWhy } = rotationOf(db);
  if (dueWhy !== null) return { why: dueWhy, since: dueSince };
  return policyOf(db).ledgerEncryption === encryption ? null : { why: 'encryption', since: null };
}

/** The last periodic check of accounts; undefined if there was none. */
export function lastCheck(db: ReadDb): { readonly at: Instant; readonly account: string } | undefined {
  return row(db, 'SELECT at, account FROM accounts_check ORDER BY place DESC LIMIT 1');
}
