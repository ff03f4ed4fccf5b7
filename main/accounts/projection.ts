import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import type { Projection } from '../projection.ts';
import { run } from '../vault/db.ts';

function idOf(subject: string): string {
  return subject.slice(subject.indexOf(':') + 1);
}

/** The site's own record and who has an account with which roles. */
export const accountsProjection: Projection = {
  tables: ['accounts_site', 'accounts_account'],
  indexes: [],
  apply(db, { event }) {
    switch (event.type) {
      case 'site.founded': {
        const { code, name, room, signingKey, signatureAlgorithm } = event.data;
        run(
          db,
          'INSERT INTO accounts_site (code, name, room, signing_key, signature_algorithm) VALUES (?, ?, ?, ?, ?)',
          code,
          name,
          room,
          signingKey,
          signatureAlgorithm,
        );
        return;
      }
      case 'account.created': {
        const { identifier, name, reading, roles, signingKey, signatureAlgorithm, mustChangePassword } =
          event.data;
        run(
          db,
          `INSERT INTO accounts_account
             (id, identifier, name, reading, roles, signing_key, signature_algorithm, must_change_password, created_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          idOf(event.subject),
          identifier,
          name,
          reading,
          canonicalJson(roles),
          signingKey,
          signatureAlgorithm,
          mustChangePassword ? 1 : 0,
          event.at,
        );
        return;
      }
      case 'account.passwordChanged':
        run(db, 'UPDATE accounts_account SET must_change_password = 0 WHERE id = ?', idOf(event.subject));
        return;
      case 'session.opened':
        run(
          db,
          `UPDATE accounts_account SET previous_sign_in = last_sign_in, last_sign_in = ?, failed_since = failed_new, failed_new = 0
           WHERE id = ?`,
          event.at,
          idOf(event.subject),
        );
        return;
      case 'session.refused':
        run(
          db,
          'UPDATE accounts_account SET failed_new = failed_new + ? WHERE identifier = ?',
          event.data.times,
          event.data.identifier,
        );
        return;
      default:
    }
  },
};
