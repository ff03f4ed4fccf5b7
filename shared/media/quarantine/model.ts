import { line, requiredLine, requiredParagraph } from '../../kernel/text.ts';
import type { Instant } from '../../kernel/time.ts';
import { z } from '../../kernel/zod.ts';
import type { Way } from '../inspection/model.ts';
import { ErasureMethod } from '../register/model.ts';

/** Where a medium under a request stands: never, now, or once in quarantine 隔離; `gone` when it was handed away or destroyed at its end. */
export const QUARANTINE_STATES = ['none', 'held', 'released', 'gone'] as const;
export type QuarantineState = (typeof QUARANTINE_STATES)[number];

/**
 * How a quarantine ends: released 解除 as it is, after clean checks; cleaned 駆除, to be checked anew; handed 引渡し to whoever owns it or looks into it
 * (the vendor, the police, an authority); destroyed 廃棄 before a witness.
 */
export const QuarantineEnding = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('released') }),
  z.strictObject({ how: z.literal('cleaned'), method: requiredParagraph(500), by: requiredLine(100) }),
  z.strictObject({ how: z.literal('handed'), to: requiredLine(100), receipt: line(200) }),
  z.strictObject({
    how: z.literal('destroyed'),
    method: ErasureMethod,
    by: requiredLine(100),
    /** Who saw it: not whoever did it. */
    witness: requiredLine(100),
    /** Number of the certificate, photograph, log: what proves it. */
    proof: requiredLine(200),
  }),
]);
export type QuarantineEnding = z.infer<typeof QuarantineEnding>;

/** Where a medium was put, as whoever put it there records it. */
export const QuarantinePlace = z.strictObject({
  /** Where it is kept. */
  place: requiredLine(100),
  /** Number of its seal. */
  seal: requiredLine(100),
  /** From whose hands it was taken. */
  from: requiredLine(100),
  /** Who of the utility keeps it. */
  keeper: requiredLine(100),
});
export type QuarantinePlace = z.infer<typeof QuarantinePlace>;

/** A quarantine as it stands. */
export interface Quarantine extends QuarantinePlace {
  readonly seq: number;
  readonly at: Instant;
  /** Who recorded it: they do not end it. */
  readonly putById: string;
  readonly putBy: string;
  readonly way: Way;
  readonly ended: {
    readonly seq: number;
    readonly at: Instant;
    readonly officerName: string;
    readonly ending: QuarantineEnding;
    readonly reason: string;
    readonly signatureHolds: boolean;
  } | null;
}

/** A quarantine in a list, with the request under which it was found out. */
export interface QuarantineRow extends Quarantine {
  readonly requestId: string;
  readonly requestNo: number;
  readonly mediumName: string;
  readonly bearer: string;
  readonly organisation: string;
  /** The first that was found. */
  readonly finding: string;
  /** It is the register's, and was recorded as lost. */
  readonly lost: boolean;
}
