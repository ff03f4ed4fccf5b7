import { readFileSync } from 'node:fs';
import { Identifier } from '../../shared/accounts/model.ts';
import { Instant } from '../../shared/kernel/time.ts';
import { z } from '../../shared/kernel/zod.ts';
import { writeFileAtomic } from './atomic-file.ts';
import { errorCode } from './fault.ts';
import type { VaultPaths } from './paths.ts';

/** A refused sign-in, kept until it can be recorded on the chain. */
export interface Failure {
  /** As typed and folded, or {@link MALFORMED}. */
  readonly identifier: string;
  readonly at: Instant;
}

/** Stands for whatever was typed that has not the form of an identifier: it may have been a password. */
export const MALFORMED = '(malformed)';

/** Failures without a delay, of one identifier and of all together. */
const FREE = 3;
const FREE_FOR_ALL = 10;
const FIRST_DELAY = 1_000;
const LONGEST_DELAY = 300_000;
/** How many are kept; beyond it the oldest go. */
const MAX_IDENTIFIERS = 200;
const MAX_PENDING = 10_000;

const Tally = z.strictObject({ failures: z.int().min(0), last: Instant });
type Tally = z.infer<typeof Tally>;

const Attempts = z.strictObject({
  format: z.literal('suimon-attempts-1'),
  all: Tally,
  identifiers: z
    .array(z.strictObject({ identifier: z.string().max(32), ...Tally.shape }))
    .max(MAX_IDENTIFIERS),
  pending: z.array(z.strictObject({ identifier: z.string().max(32), at: Instant })).max(MAX_PENDING),
});
type Attempts = z.infer<typeof Attempts>;

/**
 * Keeps a refused sign-in: for the delay of the next one, over restarts, and for the chain. Throws the system's error if the
 * application's folder cannot be written.
 */
export function recordFailure(paths: VaultPaths, identifier: string, now: Instant): void {
  const name = storedName(identifier);
  const attempts = read(paths);
  const before = attempts.identifiers.find((tally) => tally.identifier === name)?.failures ?? 0;
  const others = attempts.identifiers.filter((tally) => tally.identifier !== name);
  write(paths, {
    ...attempts,
    all: { failures: attempts.all.failures + 1, last: now },
    identifiers: [...others, { identifier: name, failures: before + 1, last: now }].slice(-MAX_IDENTIFIERS),
    pending: [...attempts.pending, { identifier: name, at: now }].slice(-MAX_PENDING),
  });
}

/**
 * When the next sign-in under this identifier may be tried; undefined if at once. Three failures bring no delay, the
 * fourth a second, doubling up to five minutes; ten under whatever identifiers bring none, the eleventh likewise a second.
 * A clock that was set back starts the delay anew.
 */
export function delayUntil(paths: VaultPaths, identifier: string, now: Instant): Instant | undefined {
  const attempts = startedAnew(read(paths), now, (changed) => writeIfPossible(paths, changed));
  const name = storedName(identifier);
  const own = attempts.identifiers.find((tally) => tally.identifier === name);
  const until = Math.max(own === undefined ? 0 : end(own, FREE), end(attempts.all, FREE_FOR_ALL));
  return until > now ? until : undefined;
}

/** A sign-in has succeeded: its identifier, and all together, start again without delay. */
export function recordSuccess(paths: VaultPaths, identifier: string): void {
  const name = storedName(identifier);
  const attempts = read(paths);
  const identifiers = attempts.identifiers.filter((tally) => tally.identifier !== name);
  if (attempts.all.failures === 0 && identifiers.length === attempts.identifiers.length) return;
  writeIfPossible(paths, { ...attempts, all: { failures: 0, last: 0 }, identifiers });
}

/** The refused sign-ins not yet on the chain, oldest first. They stay until {@link clearFailures}. */
export function takeFailures(paths: VaultPaths): readonly Failure[] {
  return read(paths).pending;
}

/** Forgets refused sign-ins that {@link takeFailures} gave, once they are committed on the chain. The delays remain. */
export function clearFailures(paths: VaultPaths, taken: readonly Failure[]): void {
  if (taken.length === 0) return;
  const attempts = read(paths);
  const left = [...attempts.pending];
  for (const { identifier, at } of taken) {
    const index = left.findIndex((failure) => failure.identifier === identifier && failure.at === at);
    if (index >= 0) left.splice(index, 1);
  }
  writeIfPossible(paths, { ...attempts, pending: left });
}

function storedName(identifier: string): string {
  const parsed = Identifier.safeParse(identifier);
  return parsed.success ? parsed.data : MALFORMED;
}

function end({ failures, last }: Tally, free: number): Instant {
  if (failures <= free) return 0;
  return last + Math.min(FIRST_DELAY * 2 ** Math.min(failures - free - 1, 30), LONGEST_DELAY);
}

/** Times that lie ahead mean that the clock was set back: they become now, so that no delay shortens or grows beyond its own. */
function startedAnew(attempts: Attempts, now: Instant, store: (changed: Attempts) => void): Attempts {
  const behind = <T extends Tally>(tally: T): T => (tally.last > now ? { ...tally, last: now } : tally);
  if (attempts.all.last <= now && attempts.identifiers.every(({ last }) => last <= now)) return attempts;
  const changed = { ...attempts, all: behind(attempts.all), identifiers: attempts.identifiers.map(behind) };
  store(changed);
  return changed;
}

/** A missing or damaged file counts as none: what keeps guesses slow without it is the derivation of the key. */
function read(paths: VaultPaths): Attempts {
  const none: Attempts = {
    format: 'suimon-attempts-1',
    all: { failures: 0, last: 0 },
    identifiers: [],
    pending: [],
  };
  let text: string;
  try {
    text = readFileSync(paths.attempts, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return none;
    throw error;
  }
  try {
    return Attempts.safeParse(JSON.parse(text)).data ?? none;
  } catch {
    return none;
  }
}

/** For what may be lost without harm: a delay then lasts longer, or a failure is recorded twice. */
function writeIfPossible(paths: VaultPaths, attempts: Attempts): void {
  try {
    write(paths, attempts);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
  }
}

function write(paths: VaultPaths, attempts: Attempts): void {
  writeFileAtomic(paths.attempts, JSON.stringify(attempts));
}
