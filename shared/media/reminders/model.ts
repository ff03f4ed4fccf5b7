import { requiredLine, requiredParagraph } from '../../kernel/text.ts';
import { Instant } from '../../kernel/time.ts';
import { z } from '../../kernel/zod.ts';
import type { RequestRow } from '../requests/model.ts';

/** How somebody was reminded: by telephone, face to face, by mail on whatever network they have, by letter. */
export const REMINDED_BY = ['phone', 'in-person', 'mail', 'letter'] as const;
export const RemindedBy = z.enum(REMINDED_BY);
export type RemindedBy = z.infer<typeof RemindedBy>;

/** 催促: whom, how, what was said, and the day from which it is looked at again (its beginning in Japan; null: none was settled). */
export const Reminding = z.strictObject({
  whom: requiredLine(100),
  how: RemindedBy,
  said: requiredParagraph(500),
  next: Instant.nullable(),
});
export type Reminding = z.infer<typeof Reminding>;

/** A reminder as it was recorded. */
export interface Reminder extends Reminding {
  readonly seq: number;
  readonly at: Instant;
  /** Who recorded it. */
  readonly by: string;
}

/** 期限の延期: an officer put off when a medium has to be back or out. */
export interface PutOff {
  readonly seq: number;
  readonly at: Instant;
  readonly officerName: string;
  /** The due time before, and the one that replaced it. */
  readonly before: Instant;
  readonly due: Instant;
  readonly reason: string;
  /** Whether the signature holds and is of what is shown; looked at whenever it is shown. */
  readonly signatureHolds: boolean;
}

/** A request whose medium is inside or outside, with its last reminder. */
export interface CarriedRow extends RequestRow {
  readonly reminded: Reminder | null;
}

/** 督促一覧: what is overdue at a moment, what has been due longest first. */
export interface OverdueList {
  readonly at: Instant;
  readonly rows: readonly CarriedRow[];
  /** How many entries the chain had, and the hash of the last (hex). */
  readonly size: number;
  readonly head: string;
}
