import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../shared/kernel/canonical-json.ts';
import type { TemplateContent } from '../../../shared/media/templates/model.ts';

/** What an officer signs of a template: SHA-256 (hex) of the canonical JSON of what it says. */
export function contentDigest(content: TemplateContent): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
