import { line, plain, requiredLine } from '../../kernel/text.ts';
import { Instant } from '../../kernel/time.ts';
import { z } from '../../kernel/zod.ts';
import type { MediaPolicy } from '../policy.ts';
import type { Quarantine } from '../quarantine/model.ts';

/** On which way the medium was looked at: in (or before it goes out), or out again (or when it comes back). */
export const WAYS = ['entry', 'exit'] as const;
export const Way = z.enum(WAYS);
export type Way = z.infer<typeof Way>;

/** What a product found in one file. */
export const Finding = z.strictObject({
  path: z
    .string()
    .min(1, { error: 'required' })
    .max(4096, { error: 'too-long' })
    .refine(plain, { error: 'unsafe-characters' }),
  name: requiredLine(200),
});
export type Finding = z.infer<typeof Finding>;

/** A check against malware マルウェア検査, as somebody records it who made it elsewhere or with another product. */
export const CheckRecord = z.strictObject({
  way: Way,
  /** The machine it was made on. */
  machine: requiredLine(100),
  product: requiredLine(100),
  version: line(60),
  /** Date of the definitions. */
  definitionsAt: Instant,
  checkedAt: Instant,
  /** Who made it. */
  by: requiredLine(100),
  result: z.enum(['clean', 'found']),
  findings: z.array(Finding).max(200, { error: 'too-many' }),
  /** Why definitions that are out of date were good enough; empty otherwise. */
  exception: line(500),
});
export type CheckRecord = z.infer<typeof CheckRecord>;

/** A check as it stands: made by this program on this machine, or recorded by hand. The latter never counts as the former. */
export interface Check extends CheckRecord {
  readonly seq: number;
  readonly at: Instant;
  readonly recordedBy: string;
  readonly origin: 'here' | 'elsewhere';
  /** How many files were looked at; null if nobody said. */
  readonly files: number | null;
  /** Findings beyond those that a record takes. */
  readonly more: number;
  /** Counts as clean under the policy: nothing found and definitions current, or an exception was given. */
  readonly counts: boolean;
  /** Until when it is good under the policy. */
  readonly goodUntil: Instant;
  /** The medium has left since: it is good for nothing any more. */
  readonly leftSince: boolean;
}

/** A product that can scan on this machine. */
export interface Scanner {
  readonly id: 'clamscan' | 'clamdscan' | 'defender';
  readonly product: string;
  readonly version: string;
  readonly definitionsAt: Instant | null;
}

/** What an officer decides on what was found: refused 持込不可, cleaned 駆除済 (to be checked anew), false-positive 誤検知. */
export const FINDING_DECISIONS = ['refused', 'cleaned', 'false-positive'] as const;
export const FindingDecision = z.enum(FINDING_DECISIONS);
export type FindingDecision = z.infer<typeof FindingDecision>;

/** An officer's decision on what was found, as it stands. */
export interface FindingsDecided {
  readonly seq: number;
  readonly at: Instant;
  readonly officerName: string;
  readonly way: Way;
  /** Number of the check that it is about: the last one of that way that found something. */
  readonly check: number;
  readonly decision: FindingDecision;
  readonly reason: string;
  /** Whether the signature holds under the officer's key of that time; looked at whenever it is shown. */
  readonly signatureHolds: boolean;
}

/** Where what was found on one way stands; `check` is the last check that found something. */
export type FindingsState =
  | { readonly state: 'none' }
  | { readonly state: 'open' | FindingDecision; readonly check: number };

/** How far a scan or a listing is. */
export interface InspectionProgress {
  readonly files: number;
  /** Read so far; 0 where a product does not say. */
  readonly bytes: number;
  /** The file in hand, as it can be shown. */
  readonly path: string;
}

/** One file of a content list 収録内容一覧. */
export interface ListedFile {
  /** Below what was chosen, with `/`. Bytes that are not UTF-8 or cannot be shown safely stand as `\xNN`, a backslash as two. */
  readonly path: string;
  readonly size: number;
  /** Hex; null where the file could not be read, and `problem` says why. */
  readonly sha256: string | null;
  readonly modifiedAt: Instant;
  readonly problem: 'unreadable' | 'vanished' | 'changed' | 'link' | 'special' | null;
}

/** A content list as it stands on a request. */
export interface Listing {
  readonly id: string;
  readonly seq: number;
  readonly at: Instant;
  readonly way: Way;
  /** The drive or folder that was chosen, as it can be shown. */
  readonly source: string;
  readonly listedBy: string;
  readonly files: number;
  readonly bytes: number;
  readonly problems: number;
  /** Of the list, by which it can be compared with another of the same files: see `contentDigest` in main. */
  readonly digest: string;
  /** Its files were erased under retention; that it was taken stays. */
  readonly erased: boolean;
}

export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly path: string;
  readonly before: ListedFile | null;
  readonly after: ListedFile | null;
}

/** What the last list on the way out says against the last one on the way in. */
export interface Compared {
  /** null: none was taken on the way in (an emergency): everything counts as added. */
  readonly before: Listing | null;
  readonly after: Listing;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** One of the lists was erased under retention: what differed is not known any more. */
  readonly erased: boolean;
  /** An officer decided that it may go out so; null while nobody has. */
  readonly settled: {
    readonly seq: number;
    readonly at: Instant;
    readonly officerName: string;
    readonly reason: string;
    readonly signatureHolds: boolean;
  } | null;
}

/** All that was looked at on a medium under one request, and what that comes to. */
export interface Inspection {
  readonly checks: readonly Check[];
  readonly listings: readonly Listing[];
  readonly compared: Compared | null;
  /** What was found on each way, and what officers decided on it. */
  readonly findings: Readonly<Record<Way, FindingsState>>;
  readonly decisions: readonly FindingsDecided[];
  /** Its quarantines under this request, in the order of the chain. */
  readonly quarantines: readonly Quarantine[];
  /** What can be looked at now; a code of a refusal where it cannot. */
  readonly closed: Readonly<Record<Way, InspectionClosed | null>>;
  /** The policy in force, as far as it is about this. */
  readonly policy: MediaPolicy;
  /** Whether a content list is asked for: a maintenance computer has none. */
  readonly listed: boolean;
  /** Until when the checks of each way are good enough to move it; null where they are not, or none is asked for. */
  readonly goodUntil: Readonly<Record<Way, Instant | null>>;
  /** What is missing before it may be carried in, or out: codes of refusals; empty when nothing is. */
  readonly missing: { readonly entry: readonly InspectionGap[]; readonly exit: readonly InspectionGap[] };
}

export const INSPECTION_GAPS = [
  'quarantined',
  'check-missing',
  'second-check-missing',
  'check-outdated',
  'check-before-leaving',
  'check-after-move',
  'check-too-old',
  'findings-open',
  'findings-refused',
  'listing-missing',
  'difference-open',
] as const;
export type InspectionGap = (typeof INSPECTION_GAPS)[number];

/** Why a medium cannot be looked at on a way: the request came to nothing, it is in or out already, or not yet. */
export const INSPECTION_CLOSED = ['inspection-over', 'entry-over', 'exit-not-yet'] as const;
export type InspectionClosed = (typeof INSPECTION_CLOSED)[number];
