import { DAY, type Instant, MINUTE } from '../../../kernel/time.ts';
import type { MediaPolicy } from '../../policy.ts';
import type { CheckRecord, FindingDecision, FindingsState, Way } from '../model.ts';

const HOUR = 3_600_000;

/** The minute of a time: people write down minutes, and what was done within one may have been earlier or later. */
export function minute(at: Instant): number {
  return Math.floor(at / MINUTE);
}

/** A check as the rules know it. */
export interface KnownCheck
  extends Pick<CheckRecord, 'way' | 'product' | 'definitionsAt' | 'checkedAt' | 'result' | 'exception'> {
  /** Number of its entry of the chain: later ones have greater numbers. */
  readonly seq: number;
}

/** A decision on findings as the rules know it. */
export interface KnownDecision {
  readonly seq: number;
  readonly way: Way;
  readonly check: number;
  readonly decision: FindingDecision;
}

/** Days by which definitions were too old when the check was made; 0 if they were not (guideline 3.5 (20), table 3-6). */
export function daysOutdated(
  { definitionsAt, checkedAt }: Pick<CheckRecord, 'definitionsAt' | 'checkedAt'>,
  { definitionsMaxDays }: Pick<MediaPolicy, 'definitionsMaxDays'>,
): number {
  return Math.max(0, Math.floor((checkedAt - definitionsAt) / DAY) - definitionsMaxDays);
}

/** Where what was found on a way stands: the last check that found something, and the last decision on it. */
export function findingsOf(
  way: Way,
  checks: readonly KnownCheck[],
  decisions: readonly KnownDecision[],
): FindingsState {
  const found = checks.filter((check) => check.way === way && check.result === 'found').at(-1);
  if (found === undefined) return { state: 'none' };
  const decided = decisions.filter((one) => one.way === way && one.check === found.seq).at(-1);
  return { state: decided?.decision ?? 'open', check: found.seq };
}

/**
 * Whether a check counts as clean: nothing was found (or an officer decided that it was nothing), it was made after whatever had to
 * be cleaned, and its definitions were current or an exception was given. Both lists in the order of the chain.
 */
export function counts(
  check: KnownCheck,
  checks: readonly KnownCheck[],
  decisions: readonly KnownDecision[],
  policy: MediaPolicy,
): boolean {
  return clean(check, checks, decisions) && (check.exception !== '' || daysOutdated(check, policy) === 0);
}

/** Whether nothing was found, or nothing that stands any more, whatever the age of the definitions. Both lists in the order of the chain. */
export function clean(
  check: KnownCheck,
  checks: readonly KnownCheck[],
  decisions: readonly KnownDecision[],
): boolean {
  const findings = findingsOf(check.way, checks, decisions);
  switch (findings.state) {
    case 'none':
      return true;
    case 'open':
    case 'refused':
      return false;
    case 'cleaned':
      return check.result === 'clean' && check.seq > findings.check;
    case 'false-positive':
      return check.result === 'clean' || check.seq === findings.check;
  }
}

/** Until when a check is good: what it found says nothing of what was written since. */
export function goodUntil(
  { checkedAt }: Pick<CheckRecord, 'checkedAt'>,
  { checkHours }: Pick<MediaPolicy, 'checkHours'>,
): Instant {
  return checkedAt + checkHours * HOUR;
}
