import { Instant } from '../kernel/time.ts';
import { z } from '../kernel/zod.ts';
import { TRAIL_GROUPS } from './groups.ts';
import type { Knowledge } from './rules/first-bad.ts';
import type { Erasure } from './retention/model.ts';

/** How a checkpoint kept elsewhere compares: the same history, another one, or more than this ledger has. */
export const COMPARED = ['equal', 'differs', 'beyond'] as const;
export type Compared = (typeof COMPARED)[number];

/** The ledgers whose payloads can be withheld from an export. */
export const LEDGERS = ['entries', 'accounts', 'media'] as const;
export type Ledger = (typeof LEDGERS)[number];

/** Which entries to show; each part narrows. `from` and `until` are times of recording, `until` exclusive. */
export const TrailFilter = z.strictObject({
  group: z.enum(TRAIL_GROUPS).optional(),
  /** An account's id, or `system`. */
  actor: z.string().min(1).max(64).optional(),
  from: Instant.optional(),
  until: Instant.optional(),
  subject: z.string().min(1).max(200).optional(),
});
export type TrailFilter = z.infer<typeof TrailFilter>;

/** One entry of the chain as people read it. */
export interface TrailRow {
  readonly seq: number;
  readonly at: Instant;
  readonly actor: string;
  readonly actorName: string;
  readonly type: string;
  readonly subject: string;
  /** It carries its actor's signature: whether that holds is asked for with `entry`. */
  readonly signed: boolean;
  /** The payload as it stands on the chain, canonical JSON; empty once it has been erased. */
  readonly raw: string;
  readonly hash: string;
  /** The erasure that took the payload away, for an entry of type `erased`. */
  readonly erased?: Erasure;
}

/**
 * What became of an entry's signature when it was checked with the key its actor had when it was written. `no-key`: the ledger
 * knows no key of theirs.
 */
export type SignatureCheck = 'none' | 'holds' | 'fails' | 'no-key';

/** Where this site's chain stands. */
export interface TrailStatus {
  readonly site: string;
  readonly size: number;
  /** Hash of the last entry, hex. */
  readonly head: string;
  readonly lastCheckpoint?: { readonly at: Instant; readonly size: number };
  readonly clockAnomalies: number;
  /** How often the ledger was found older than this machine knew it to be. */
  readonly shortfalls: number;
}

/** How a typed slip compared, and how it was read. */
export interface SlipCompared {
  readonly result: Compared;
  readonly size: number;
  /** The head as it was read, hex. */
  readonly head: string;
  /** Letters read as the digit they look like, as `l→1`. */
  readonly taken: readonly string[];
  /** How many entries this chain has. */
  readonly ledgerSize: number;
}

/** How the checkpoints of a file compared. `signature`: made with this site's key, or not, as far as this ledger knows it. */
export interface FileCompared {
  readonly name: string;
  readonly ledgerSize: number;
  readonly notes: readonly {
    readonly size: number;
    readonly head: string;
    readonly signature: 'holds' | 'fails' | 'other-key';
    readonly result: Compared;
  }[];
  /** What those let one know, the ones whose signature holds alone. */
  readonly known: Knowledge;
}

/** What a review is about to be signed for. */
export interface ReviewDraft {
  readonly first: number;
  readonly last: number;
  /** The head before `first` and at `last`, hex. */
  readonly before: string;
  readonly head: string;
  /** When the review before was made; undefined if this is the first. */
  readonly since?: Instant;
  readonly due: Instant;
  readonly counts: Readonly<Record<string, number>>;
  /** How many entries are pointed out, by type. */
  readonly notable: Readonly<Record<string, number>>;
  /** The newest of those. */
  readonly rows: readonly TrailRow[];
}

/** A review that was made. */
export interface Review {
  readonly seq: number;
  readonly at: Instant;
  readonly by: string;
  readonly first: number;
  readonly last: number;
  readonly before: string;
  readonly head: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly notable: Readonly<Record<string, number>>;
  readonly findings: string;
  readonly measures: string;
  readonly signature: SignatureCheck;
}

/** When the next review is due, and how many entries wait for it. */
export interface ReviewState {
  readonly due: Instant;
  readonly lastAt?: Instant;
  readonly unreviewed: number;
}

/** What an export came to; `cancelled` leaves nothing behind. */
export type Exported =
  | {
      readonly state: 'done';
      readonly folder: string;
      readonly size: number;
      readonly head: string;
      readonly digest: string;
    }
  | { readonly state: 'cancelled' };

/** The newest checkpoint, as it is printed on a slip. */
export interface CheckpointSlip {
  readonly site: { readonly code: string; readonly name: string; readonly room: string };
  readonly at: Instant;
  readonly size: number;
  /** Hex. */
  readonly head: string;
  /** The signed note (C2SP). */
  readonly note: string;
}

/** What a verification found. `first` names the first bad entry and what is wrong with it. */
export type Verification =
  | {
      readonly state: 'verified';
      readonly size: number;
      readonly head: string;
      readonly checkpoints: number;
      readonly viewsCompared: boolean;
    }
  | { readonly state: 'broken'; readonly first: Break; readonly verifiedUpTo: number }
  | { readonly state: 'cancelled'; readonly verifiedUpTo: number };

/** The kinds of damage a verification tells apart. */
export const BREAKS = [
  'file-damaged',
  'missing-entry',
  'wrong-previous',
  'wrong-hash',
  'wrong-payload',
  'payload-missing',
  'erasure-wrong',
  'payload-unreadable',
  'signature-invalid',
  'checkpoint-signature',
  'checkpoint-differs',
  'shorter-than-checkpoint',
  'views-differ',
] as const;

export interface Break {
  readonly seq: number;
  readonly kind: (typeof BREAKS)[number];
  /** The view table that differs from a replay, for `views-differ`. */
  readonly table?: string;
}

export interface TrailProgress {
  readonly step: 'pages' | 'chain' | 'views';
  readonly done: number;
  readonly total: number;
}
