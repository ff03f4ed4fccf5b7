import { type Role, SIGNING_ROLES } from '../../../shared/accounts/model.ts';
import type { SuimonEvent } from '../../../shared/events.ts';
import { canonicalJson } from '../../../shared/kernel/canonical-json.ts';
import { row, run, type WriteDb } from '../../vault/db.ts';
import { rolesOf } from '../queries/roles.ts';

type Of<T extends SuimonEvent['type']> = Extract<SuimonEvent, { readonly type: T }>;

/** The id in an event's subject. */
export function idOf(subject: string): string {
  return subject.slice(subject.indexOf(':') + 1);
}

/** The site's record, the accounts, and the keys that they and the site have signed with. */
export function applyToPeople(db: WriteDb, event: SuimonEvent, place: number): void {
  const id = idOf(event.subject);
  const set = (columns: string, ...values: readonly unknown[]) =>
    run(db, `UPDATE accounts_account SET ${columns} WHERE id = ?`, ...values, id);
  switch (event.type) {
    case 'site.founded':
      return foundSite(db, event, place);
    case 'site.keyChanged': {
      const { algorithm, key } = event.data;
      run(db, 'UPDATE accounts_site SET signing_key = ?, signature_algorithm = ?', key, algorithm);
      return addSiteKey(db, place, algorithm, key);
    }
    case 'account.created':
      return createAccount(db, id, event, place);
    case 'account.registered':
      return registerAccount(db, id, event);
    case 'account.renamed':
      return set('name = ?, reading = ?', event.data.name, event.data.reading);
    case 'account.rolesChanged':
      return changeRoles(db, id, event.data.roles);
    case 'account.hoursChanged':
      return set('hours = ?', hoursJson(event.data.hours));
    case 'account.suspended':
      return set("state = 'suspended', state_since = ?", event.at);
    case 'account.closed':
      return set("state = 'closed', state_since = ?", event.at);
    case 'account.restored':
      set("state = 'active', state_since = ?", event.at);
      return handPassword(db, id, event.at);
    case 'account.passwordReset':
      return handPassword(db, id, event.at);
    case 'recovery.used':
      return handPassword(db, event.data.account, event.at);
    case 'account.keyOrdered':
      return set('key_wanted = 1');
    case 'account.keyMade': {
      const { algorithm, key } = event.data;
      set('signing_key = ?, signature_algorithm = ?, key_wanted = 0', key, algorithm);
      return addKey(db, place, id, algorithm, key);
    }
    case 'account.passwordChanged':
      return set('must_change_password = 0, password_at = ?', event.at);
    case 'session.opened':
      return set(
        'previous_sign_in = last_sign_in, last_sign_in = ?, failed_since = failed_new, failed_new = 0',
        event.at,
      );
    case 'session.refused':
      return run(
        db,
        'UPDATE accounts_account SET failed_new = failed_new + ? WHERE identifier = ?',
        event.data.times,
        event.data.identifier,
      );
    default:
  }
}

function foundSite(db: WriteDb, { data }: Of<'site.founded'>, place: number): void {
  const { code, name, room, signingKey, signatureAlgorithm } = data;
  run(
    db,
    'INSERT INTO accounts_site (code, name, room, signing_key, signature_algorithm) VALUES (?, ?, ?, ?, ?)',
    code,
    name,
    room,
    signingKey,
    signatureAlgorithm,
  );
  addSiteKey(db, place, signatureAlgorithm, signingKey);
}

function createAccount(db: WriteDb, id: string, { data, at }: Of<'account.created'>, place: number): void {
  const { identifier, name, reading, roles, signingKey, signatureAlgorithm, mustChangePassword } = data;
  run(
    db,
    `INSERT INTO accounts_account (id, identifier, name, reading, roles, signing_key, signature_algorithm, must_change_password,
       created_at, state_since, password_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    identifier,
    name,
    reading,
    canonicalJson(roles),
    signingKey,
    signatureAlgorithm,
    mustChangePassword ? 1 : 0,
    at,
    at,
    at,
  );
  if (signingKey !== null && signatureAlgorithm !== null)
    addKey(db, place, id, signatureAlgorithm, signingKey);
}

function registerAccount(db: WriteDb, id: string, { data, at }: Of<'account.registered'>): void {
  const { identifier, name, reading, roles, hours } = data;
  run(
    db,
    `INSERT INTO accounts_account (id, identifier, name, reading, roles, must_change_password, created_at, state_since, password_at,
       hours, key_wanted)
     VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)`,
    id,
    identifier,
    name,
    reading,
    canonicalJson(roles),
    at,
    at,
    at,
    hoursJson(hours),
    signs(roles) ? 1 : 0,
  );
}

/** A person whose new roles sign gets a key at their next sign-in; whose new roles do not, has none any more. */
function changeRoles(db: WriteDb, id: string, roles: readonly Role[]): void {
  run(
    db,
    `UPDATE accounts_account SET roles = ?, key_wanted = CASE WHEN ? AND signing_key IS NULL THEN 1 WHEN ? THEN key_wanted ELSE 0 END
     WHERE id = ?`,
    canonicalJson(roles),
    signs(roles) ? 1 : 0,
    signs(roles) ? 1 : 0,
    id,
  );
}

/** With the password the signing key is lost, whose private half only it opened. */
function handPassword(db: WriteDb, id: string, at: number): void {
  const roles = row<{ roles: string }>(db, 'SELECT roles FROM accounts_account WHERE id = ?', id)?.roles;
  const wanted = roles !== undefined && signs(rolesOf(roles));
  run(
    db,
    `UPDATE accounts_account SET must_change_password = 1, password_at = ?, signing_key = NULL, signature_algorithm = NULL,
       key_wanted = ? WHERE id = ?`,
    at,
    wanted ? 1 : 0,
    id,
  );
}

function signs(roles: readonly Role[]): boolean {
  return roles.some((role) => SIGNING_ROLES.includes(role));
}

function hoursJson(hours: unknown): string | null {
  return hours === null ? null : canonicalJson(hours);
}

function addKey(db: WriteDb, place: number, account: string, algorithm: string, key: string): void {
  run(
    db,
    'INSERT INTO accounts_key (place, account, algorithm, key) VALUES (?, ?, ?, ?)',
    place,
    account,
    algorithm,
    key,
  );
}

function addSiteKey(db: WriteDb, place: number, algorithm: string, key: string): void {
  run(db, 'INSERT INTO accounts_site_key (place, algorithm, key) VALUES (?, ?, ?)', place, algorithm, key);
}
