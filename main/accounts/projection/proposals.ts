import type { SuimonEvent } from '../../../shared/events.ts';
import { canonicalJson } from '../../../shared/kernel/canonical-json.ts';
import { run, type WriteDb } from '../../vault/db.ts';
import { idOf } from './people.ts';

/** What was proposed and what became of it; and the policy that came of one. */
export function applyToProposals(db: WriteDb, event: SuimonEvent, place: number): void {
  const id = idOf(event.subject);
  const decide = (state: 'confirmed' | 'refused' | 'withdrawn', reason: string) =>
    run(
      db,
      'UPDATE accounts_proposal SET state = ?, decided_by = ?, decided_at = ?, reason = ? WHERE id = ?',
      state,
      event.actor,
      event.at,
      reason,
      id,
    );
  switch (event.type) {
    case 'proposal.made': {
      const { content, expiresAt } = event.data;
      return run(
        db,
        `INSERT INTO accounts_proposal (id, place, kind, content, made_by, made_at, expires_at, state)
         VALUES (?, ?, ?, ?, ?, ?, ?, 'open')`,
        id,
        place,
        content.kind,
        canonicalJson(content),
        event.actor,
        event.at,
        expiresAt,
      );
    }
    case 'proposal.confirmed':
      return decide('confirmed', '');
    case 'proposal.refused':
      return decide('refused', event.data.reason);
    case 'proposal.withdrawn':
      return decide('withdrawn', event.data.reason);
    case 'account.suspended':
    case 'account.closed':
      // What somebody proposed before is void once they are no longer in office (security.md, U2).
      return run(db, "UPDATE accounts_proposal SET state = 'void' WHERE state = 'open' AND made_by = ?", id);
    case 'policy.set':
      return run(
        db,
        'INSERT OR REPLACE INTO accounts_policy (one, policy, place) VALUES (1, ?, ?)',
        canonicalJson(event.data.policy),
        place,
      );
    default:
  }
}
