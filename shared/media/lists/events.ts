import { eventKind } from '../../kernel/event.ts';
import { z } from '../../kernel/zod.ts';
import { ListFormat } from './model.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/u);
const count = z.int().min(0);

/** Subject: `site:<code>`. */
export const listEvents = {
  /** A list was taken into the register: the events of its media stand right before this one. */
  'media.imported': eventKind(
    1,
    z.strictObject({
      file: z.string(),
      sha256: Hash,
      sheet: z.string(),
      registered: count,
      changed: count,
      unchanged: count,
    }),
  ),
  /** A list left the ledger as a file. `filter`: what narrowed it, as the window asked for it. */
  'media.listExported': eventKind(
    1,
    z.strictObject({
      list: z.enum(['register', 'requests']),
      format: ListFormat,
      filter: z.record(z.string(), z.string()),
      file: z.string(),
      rows: count,
      sha256: Hash,
    }),
  ),
} as const;
