import type { Instant } from '../kernel/time.ts';
import { z } from '../kernel/zod.ts';

/** Why a backup, a drill or a restore failed. */
export const BACKUP_FAULTS = [
  'no-room',
  'folder-gone',
  'not-writable',
  'ledger-damaged',
  'disk-failed',
  'manifest-missing',
  'manifest-damaged',
  'backup-incomplete',
  'backup-altered',
  'backup-newer',
  'other-site',
  'chain-broken',
  'other-history',
] as const;
export const BackupFault = z.enum(BACKUP_FAULTS);
export type BackupFault = z.infer<typeof BackupFault>;

/** How often, and how many are kept. */
export const EVERY_HOURS_MAX = 24 * 31;
export const KEEP_MAX = 400;
export const EveryHours = z.int().min(1, { error: 'every-hours-range' }).max(EVERY_HOURS_MAX, {
  error: 'every-hours-range',
});
export const Keep = z.int().min(1, { error: 'keep-range' }).max(KEEP_MAX, { error: 'keep-range' });

/** The head of a chain as typed from a slip: at least its first 16 hexadecimal digits, in groups or not. */
export const TypedHead = z
  .string()
  .max(200, { error: 'too-long' })
  .transform((typed) =>
    typed
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[\s:.-]/gu, ''),
  )
  .refine((head) => /^[0-9a-f]{16,64}$/u.test(head), { error: 'head-form' });

/** When backups are made by themselves, and where. */
export interface Schedule {
  readonly folder: string;
  readonly everyHours: number;
  readonly keep: number;
}

/** One line of the story of backups. */
export type BackupRow = { readonly seq: number; readonly at: Instant; readonly actorName: string } & (
  | {
      readonly kind: 'made';
      readonly name: string;
      readonly folder: string;
      /** Of the copied ledger. */
      readonly bytes: number;
      readonly size: number;
      readonly head: string;
    }
  | { readonly kind: 'failed'; readonly folder: string; readonly why: BackupFault }
  | { readonly kind: 'drilled'; readonly name: string; readonly result: BackupFault | 'verified' }
  | { readonly kind: 'restored'; readonly name: string; readonly missing: number }
);

export interface BackupsView {
  readonly schedule: Schedule | null;
  /** When the next one is due; null without a schedule. */
  readonly dueAt: Instant | null;
  /** The newest that was made. */
  readonly last: Extract<BackupRow, { kind: 'made' }> | null;
  /** What is being done at present. */
  readonly running: 'backup' | 'drill' | null;
  readonly rows: readonly BackupRow[];
}

/** How far long work has come. `checking` counts entries or pages, the others bytes. */
export interface VaultProgress {
  readonly work: 'backup' | 'drill' | 'restore';
  readonly step: 'copying' | 'checking';
  readonly done: number;
  readonly total: number;
}

/** A folder that somebody has chosen in the system's dialog; the window knows it by `id`. */
export interface ChosenFolder {
  readonly id: string;
  readonly path: string;
  /** Bytes free there. */
  readonly free: number;
  /** It is on the disk of the ledger itself, and would be lost with it. */
  readonly sameDisk: boolean;
}

/** What a backup says of itself, before it has been checked. */
export interface FoundBackup {
  readonly id: string;
  readonly path: string;
  readonly site: string;
  readonly madeAt: Instant;
  readonly bytes: number;
  readonly size: number;
}

/** A backup whose chain has been verified, beside what is known of the chain elsewhere. */
export interface ExaminedBackup {
  readonly size: number;
  readonly head: string;
  readonly lastEntryAt: Instant | null;
  /** Entries that are known to have been there and are missing from the backup; 0 if it is as new or newer. */
  readonly missing: number;
  /** What the comparison was made with. */
  readonly comparedWith: readonly ('witness' | 'checkpoint')[];
  /** Whether a ledger stands in the place now, to be moved aside. */
  readonly replaces: boolean;
}

export const LIGHTS = ['ok', 'warn', 'bad'] as const;
export type Light = (typeof LIGHTS)[number];

/** One thing that can be well or not, and why. */
export interface Judgement<R extends string> {
  readonly light: Light;
  readonly reason: R;
}

export type DiskReason = 'room' | 'getting-full' | 'almost-full' | 'unknown';
export type BackupReason = 'fresh' | 'none' | 'old' | 'overdue' | 'failed' | 'not-scheduled';
export type ClockReason = 'right' | 'went-back' | 'behind-last-entry';
export type TrailReason = 'whole' | 'read-only' | 'shortfall';

/** How the place of the ledger is, for everybody who is signed in. */
export interface Health {
  readonly trail: Judgement<TrailReason> & { readonly size: number };
  readonly backup: Judgement<BackupReason> & {
    readonly at: Instant | null;
    readonly folder: string | null;
    readonly everyHours: number | null;
  };
  readonly clock: Judgement<ClockReason> & { readonly now: Instant; readonly lastEntryAt: Instant | null };
  readonly disk: Judgement<DiskReason> & {
    readonly free: number | null;
    readonly ledgerBytes: number;
    readonly walBytes: number;
  };
}
