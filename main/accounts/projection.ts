import type { Projection } from '../projection.ts';
import { applyToChecks, applyToKeys } from './projection/keys.ts';
import { applyToPeople } from './projection/people.ts';
import { applyToProposals } from './projection/proposals.ts';

/** The site's own record, who has an account with which roles, what takes two people, and what became of keys. */
export const accountsProjection: Projection = {
  tables: [
    'accounts_site',
    'accounts_account',
    'accounts_key',
    'accounts_site_key',
    'accounts_proposal',
    'accounts_policy',
    'accounts_check',
    'accounts_recovery',
    'accounts_rotation',
  ],
  indexes: [],
  apply(db, { event }, key) {
    applyToPeople(db, event, key);
    applyToProposals(db, event, key);
    applyToKeys(db, event);
    applyToChecks(db, event, key);
  },
};
