import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../shared/kernel/canonical-json.ts';
import type { RequestDetails } from '../../../shared/media/requests/model.ts';

/** What a decision is about: SHA-256 (hex) of the canonical JSON of what is asked. */
export function digestOf(details: RequestDetails): string {
  return createHash('sha256').update(canonicalJson(details)).digest('hex');
}
