import type { Founding } from '../../shared/accounts/contract.ts';
import type { NewSuimonEvent } from '../../shared/events.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { z } from '../../shared/kernel/zod.ts';
import { append, ownHead } from '../trail/append.ts';
import { run } from '../vault/db.ts';
import type { FoundingKeys } from '../vault/found.ts';
import type { Ledger } from '../vault/ledger.ts';

type FoundingInput = z.output<typeof Founding>;
type Person = FoundingInput['accounts'][number] & { readonly accountId: string };

/** Writes the first entries of a new site's chain: the site with its public key, then each account. */
export function firstEvents(
  ledger: Ledger,
  site: FoundingInput['site'],
  people: readonly Person[],
  keys: FoundingKeys,
  at: Instant,
): void {
  const founded: NewSuimonEvent = {
    type: 'site.founded',
    version: 1,
    subject: `site:${site.code}`,
    data: { ...site, signingKey: keys.site.key, signatureAlgorithm: keys.site.algorithm },
  };
  const accounts = people.map((person): NewSuimonEvent => {
    const key = keys.people.get(person.accountId) ?? null;
    return {
      type: 'account.created',
      version: 1,
      subject: `account:${person.accountId}`,
      data: {
        identifier: person.identifier,
        name: person.name,
        reading: person.reading,
        roles: person.roles,
        signingKey: key?.key ?? null,
        signatureAlgorithm: key?.algorithm ?? null,
        mustChangePassword: person.mustChangePassword,
      },
    };
  });
  const db = ledger.write;
  db.exec('BEGIN IMMEDIATE');
  try {
    run(db, 'INSERT INTO chain_site (no, code, own) VALUES (1, ?, 1)', site.code);
    const head = ownHead(db);
    if (head === undefined) throw new Error('founding: the site was not written');
    append(db, head, [founded, ...accounts], 'system', at);
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
