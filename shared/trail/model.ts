import type { Instant } from '../kernel/time.ts';
import type { Erasure } from './retention/model.ts';

/** One entry of the chain as people read it. `data` is undefined once the payload has been erased or withheld. */
export interface TrailRow {
  readonly seq: number;
  readonly at: Instant;
  readonly actor: string;
  readonly actorName: string;
  readonly type: string;
  readonly subject: string;
  readonly data?: unknown;
  readonly hash: string;
  /** The erasure that took the payload away, for an entry of type `erased`. */
  readonly erased?: Erasure;
}

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
