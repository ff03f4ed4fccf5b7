import type { SuimonEvent } from '../../../shared/events.ts';
import { sameRetained, sameTarget } from '../../../shared/trail/retention/rules.ts';
import { proposedContent } from '../../accounts/queries.ts';
import type { ReadDb } from '../../vault/db.ts';

/**
 * Whether an erasure, or a retention period, is the one that its proposal names: two signatures under something else decide
 * nothing here. True for any other event.
 */
export function retentionStands(db: ReadDb, event: SuimonEvent): boolean {
  if (event.type === 'payloads.erased') {
    const content = proposedContent(db, event.data.proposal);
    return content?.kind === 'erasure' && sameTarget(content.target, event.data);
  }
  if (event.type === 'retention.set') {
    const content = proposedContent(db, event.data.proposal);
    return (
      content?.kind === 'retention-set' &&
      sameRetained(content.retained, event.data) &&
      content.years === event.data.years
    );
  }
  return true;
}
