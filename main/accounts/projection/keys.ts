import type { SuimonEvent } from '../../../shared/events.ts';
import { run, type WriteDb } from '../../vault/db.ts';

/** Recovery keys, and whether the ledger's own is to be replaced. */
export function applyToKeys(db: WriteDb, event: SuimonEvent): void {
  switch (event.type) {
    case 'recovery.issued': {
      const { pair, generation, custodians } = event.data;
      return run(
        db,
        `INSERT OR REPLACE INTO accounts_recovery (pair, generation, custodian_a, custodian_b, issued_at, state)
         VALUES (?, ?, ?, ?, ?, 'valid')`,
        pair,
        generation,
        custodians[0],
        custodians[1],
        event.at,
      );
    }
    case 'recovery.revoked':
      return run(db, "UPDATE accounts_recovery SET state = 'revoked' WHERE pair = ?", event.data.pair);
    case 'recovery.drilled':
      return run(
        db,
        'UPDATE accounts_recovery SET drilled_at = ?, drill_result = ? WHERE pair = ?',
        event.at,
        event.data.result,
        event.data.pair,
      );
    case 'recovery.used':
      run(db, "UPDATE accounts_recovery SET state = 'used' WHERE pair = ?", event.data.pair);
      return rotationDue(db, event.at, 'recovery');
    case 'account.suspended':
    case 'account.closed':
      return rotationDue(db, event.at, 'removal');
    case 'keys.rotated':
      return run(
        db,
        'INSERT OR REPLACE INTO accounts_rotation (one, epoch, rotated_at, due_since, due_why) VALUES (1, ?, ?, NULL, NULL)',
        event.data.epoch,
        event.at,
      );
    default:
  }
}

/** The ledger's key was known to somebody who is not to know it any more. */
function rotationDue(db: WriteDb, at: number, why: 'removal' | 'recovery'): void {
  run(
    db,
    `INSERT INTO accounts_rotation (one, epoch, due_since, due_why) VALUES (1, 1, ?, ?)
     ON CONFLICT (one) DO UPDATE SET due_since = coalesce(due_since, excluded.due_since), due_why = coalesce(due_why, excluded.due_why)`,
    at,
    why,
  );
}

/** When the accounts were looked through. */
export function applyToChecks(db: WriteDb, event: SuimonEvent, place: number): void {
  if (event.type !== 'accounts.checked') return;
  run(db, 'INSERT INTO accounts_check (place, at, account) VALUES (?, ?, ?)', place, event.at, event.actor);
}
