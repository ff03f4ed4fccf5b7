import { eventKind, signedKind } from '../../kernel/event.ts';
import { z } from '../../kernel/zod.ts';
import { TemplateContent } from './model.ts';

const version = z.int().min(1);
const reason = z.string();

/** Subject: `template:<id>`. */
export const templateEvents = {
  'template.written': eventKind(1, z.strictObject({ version, content: TemplateContent })),
  'template.changed': eventKind(1, z.strictObject({ version, content: TemplateContent, reason })),
  /** What waited for an officer does so no longer. */
  'template.discarded': eventKind(1, z.strictObject({ version, reason })),
  /** An officer who wrote none of it puts a version in force, by the digest of what it says. */
  'template.enforced': signedKind(1, z.strictObject({ version, digest: z.string().length(64) })),
  'template.retired': signedKind(1, z.strictObject({ version, reason })),
} as const;
