import type { ReadOnlyReason } from '../accounts/model.ts';
import { DAY, type Instant } from '../kernel/time.ts';
import type { BackupReason, ClockReason, DiskReason, Judgement, Schedule, TrailReason } from './model.ts';

/** Every code with which work on backups is refused. The window has words for each. */
export const VAULT_REFUSALS = [
  'backup-no-folder',
  'backup-running',
  'no-room-for',
  'restore-refused',
  'restore-role',
  'restore-no-account',
  'restore-session',
  'restore-forgotten',
  'restore-acknowledge',
  'still-unwritable',
  'sign-in-again',
] as const;
export type VaultRefusal = (typeof VAULT_REFUSALS)[number];

const HOUR = 3_600_000;
const MIB = 1024 * 1024;

/** Below this there may be no room for the next hours' entries. */
const ALMOST_FULL = 200 * MIB;
/** Below this, or less than another copy of the ledger, a new key or a migration finds no room. */
const GETTING_FULL = 1024 * MIB;

/** Whether there is room for what is to be written: `free` bytes, undefined if the system does not say. */
export function judgeDisk(free: number | undefined, ledgerBytes: number): Judgement<DiskReason> {
  if (free === undefined) return { light: 'warn', reason: 'unknown' };
  if (free < ALMOST_FULL) return { light: 'bad', reason: 'almost-full' };
  if (free < Math.max(GETTING_FULL, 1.2 * ledgerBytes)) return { light: 'warn', reason: 'getting-full' };
  return { light: 'ok', reason: 'room' };
}

/** When the next scheduled backup is due: the first at once. */
export function dueAt(
  { everyHours }: Pick<Schedule, 'everyHours'>,
  lastMadeAt: Instant | undefined,
): Instant {
  return lastMadeAt === undefined ? 0 : lastMadeAt + everyHours * HOUR;
}

/** Whether the next scheduled backup is due. A last one in the future says that the clock was set back: it counts for nothing. */
export function isDue(
  schedule: Pick<Schedule, 'everyHours'>,
  lastMadeAt: Instant | undefined,
  now: Instant,
): boolean {
  return lastMadeAt === undefined || lastMadeAt > now || dueAt(schedule, lastMadeAt) <= now;
}

/** After a failure a scheduled backup is tried again so many ms later, not at every tick. */
export const RETRY_AFTER = 30 * 60_000;

/** Days after which a backup is old where none is made by itself. */
const OLD = 2 * DAY;
const VERY_OLD = 7 * DAY;

/** Whether what has been written would survive the loss of this machine. */
export function judgeBackup(
  facts: {
    readonly madeAt: Instant | undefined;
    readonly failedAt: Instant | undefined;
    readonly schedule: Pick<Schedule, 'everyHours'> | undefined;
    /** When the first entry was written. */
    readonly foundedAt: Instant;
  },
  now: Instant,
): Judgement<BackupReason> {
  const { madeAt, failedAt, schedule, foundedAt } = facts;
  const failed = failedAt !== undefined && failedAt > (madeAt ?? 0);
  if (madeAt === undefined) {
    return { light: failed || now - foundedAt > DAY ? 'bad' : 'warn', reason: failed ? 'failed' : 'none' };
  }
  const age = now - madeAt;
  const [warn, bad] =
    schedule === undefined ? [OLD, VERY_OLD] : [1.5, 3].map((n) => n * schedule.everyHours * HOUR);
  const late = schedule === undefined ? 'old' : 'overdue';
  if (bad !== undefined && age > Math.max(bad, DAY))
    return { light: 'bad', reason: failed ? 'failed' : late };
  if (failed) return { light: 'warn', reason: 'failed' };
  if (warn !== undefined && age > warn) return { light: 'warn', reason: late };
  return schedule === undefined
    ? { light: 'warn', reason: 'not-scheduled' }
    : { light: 'ok', reason: 'fresh' };
}

/** Whether the machine's clock can be believed: it never was behind the last entry, and went back no more in the last day. */
export function judgeClock(
  lastEntryAt: Instant | undefined,
  lastAnomalyAt: Instant | undefined,
  now: Instant,
): Judgement<ClockReason> {
  if (lastEntryAt !== undefined && lastEntryAt > now) return { light: 'bad', reason: 'behind-last-entry' };
  if (lastAnomalyAt !== undefined && now - lastAnomalyAt < DAY) return { light: 'warn', reason: 'went-back' };
  return { light: 'ok', reason: 'right' };
}

/** Whether the trail is written, and holds what this machine knew of it. */
export function judgeTrail(readOnly: ReadOnlyReason | undefined, shortfall: boolean): Judgement<TrailReason> {
  if (readOnly !== undefined) return { light: 'bad', reason: 'read-only' };
  return shortfall ? { light: 'bad', reason: 'shortfall' } : { light: 'ok', reason: 'whole' };
}

/** What is known of a chain's end: its length and last hash (hex, or the first digits of it). */
export interface KnownHead {
  readonly size: number;
  readonly head: string;
}

/**
 * Compares a chain with what is known of it elsewhere. `hashAt` gives the hash of an entry, hex; undefined past the end.
 * `other-history` if an entry differs; otherwise how many entries are missing from its end.
 */
export function compareHeads(
  found: { readonly size: number; readonly hashAt: (seq: number) => string | undefined },
  known: readonly KnownHead[],
): { readonly missing: number } | 'other-history' {
  let missing = 0;
  for (const { size, head } of known) {
    const hash = found.hashAt(size);
    if (hash !== undefined && !hash.startsWith(head)) return 'other-history';
    missing = Math.max(missing, size - found.size);
  }
  return { missing };
}
