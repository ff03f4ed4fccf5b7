import { Confidentiality } from '../../kernel/classification.ts';
import { line, paragraph, requiredLine } from '../../kernel/text.ts';
import type { Instant } from '../../kernel/time.ts';
import { z } from '../../kernel/zod.ts';

/** Kinds of media and machines 媒体・機器. */
export const MEDIUM_KINDS = [
  'usb-memory',
  'external-drive',
  'memory-card',
  'optical-disc',
  'tape',
  'maintenance-computer',
  'other',
] as const;
export const MediumKind = z.enum(MEDIUM_KINDS);
export type MediumKind = z.infer<typeof MediumKind>;

export const ENCRYPTIONS = ['none', 'software', 'hardware'] as const;
export const Encryption = z.enum(ENCRYPTIONS);
export type Encryption = z.infer<typeof Encryption>;

/** A medium or maintenance machine of the utility's own, as the register 管理台帳 has it. */
export const MediumDetails = z.strictObject({
  /** 管理番号, never given to another. */
  number: requiredLine(30),
  kind: MediumKind,
  name: requiredLine(100),
  maker: line(60),
  model: line(60),
  serial: line(60),
  capacity: line(30),
  encryption: Encryption,
  /** 保管者. */
  keeper: requiredLine(100),
  /** 保管場所. */
  place: requiredLine(100),
  /** 封印番号; empty without one. */
  seal: line(40),
  /** The highest confidentiality that may be put on it. */
  upTo: Confidentiality,
  note: paragraph(500),
});
export type MediumDetails = z.infer<typeof MediumDetails>;

/** kept: at its place; out: carried out; lost; destroyed 廃棄済. */
export const MEDIUM_STATES = ['kept', 'out', 'lost', 'destroyed'] as const;
export const MediumState = z.enum(MEDIUM_STATES);
export type MediumState = z.infer<typeof MediumState>;

export interface Medium extends MediumDetails {
  readonly id: string;
  readonly state: MediumState;
  readonly registeredAt: Instant;
  /** When it was last seen at a stocktake 棚卸; null never. */
  readonly stocktakenAt: Instant | null;
  /** When it was not found at a stocktake and has not been seen at one since; null otherwise. */
  readonly missedAt: Instant | null;
  /** When it was last erased; null never. */
  readonly erasedAt: Instant | null;
  /** The request under which it is out, or was out when it was lost; null otherwise. */
  readonly requestId: string | null;
}

/** A medium as a stocktake goes through it: what is needed to find and to recognise it. */
export type StocktakeRow = Pick<
  Medium,
  'id' | 'number' | 'kind' | 'name' | 'keeper' | 'place' | 'seal' | 'state' | 'stocktakenAt'
>;

/** What the register holds at a glance. */
export interface RegisterSummary {
  readonly states: Readonly<Record<MediumState, number>>;
  /** Keepers and places of what is not destroyed, by code point: nobody has given their readings. */
  readonly keepers: readonly string[];
  readonly places: readonly string[];
}

/** How data was made irrecoverable 消去方法 (guideline 3.2 ⑥). */
export const ERASURE_METHODS = [
  'overwrite',
  'crypto-erase',
  'secure-erase',
  'degauss',
  'shred',
  'crush',
  'incinerate',
  'other',
] as const;
export const ErasureMethod = z.enum(ERASURE_METHODS);
export type ErasureMethod = z.infer<typeof ErasureMethod>;

/** Methods after which a medium can be used again; after the others it is destroyed. */
export const ERASING_METHODS: readonly ErasureMethod[] = [
  'overwrite',
  'crypto-erase',
  'secure-erase',
  'degauss',
  'other',
];

/** At most so many media go into one stocktake: it is recorded in one step. */
export const STOCKTAKE_MAX = 5000;
