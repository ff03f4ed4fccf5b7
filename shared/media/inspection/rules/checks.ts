import { fold } from '../../../kernel/folding/fold.ts';
import { DAY } from '../../../kernel/time.ts';
import type { MediaPolicy } from '../../policy.ts';
import type { CheckRecord, FindingDecision, FindingsState, InspectionGap, Way } from '../model.ts';
import { hasFiles, type InspectedRequest } from './facts.ts';

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

function clean(
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

/** What was looked at under a request, in the order of the chain. */
export interface Looked {
  readonly checks: readonly KnownCheck[];
  readonly decisions: readonly KnownDecision[];
  /** A list was taken on this way. */
  readonly listed: Readonly<Record<Way, boolean>>;
  /** The last list on the way out differs from the last on the way in, and no officer has let it pass. */
  readonly differs: boolean;
}

/**
 * What is missing before a medium may be moved: `entry`, to be carried in, or out under a request of that kind; `exit`, to leave
 * again or to come back. What leaves again is not asked for a check of its own, what comes back is. Empty when nothing is missing.
 */
export function gapsOf(
  way: Way,
  request: InspectedRequest,
  { checks, decisions, listed, differs }: Looked,
  policy: MediaPolicy,
): readonly InspectionGap[] {
  const gaps: InspectionGap[] = [];
  const { state } = findingsOf(way, checks, decisions);
  if (state === 'open') gaps.push('findings-open');
  else if (state === 'refused') gaps.push('findings-refused');
  else if (way === 'entry' || request.kind !== 'carry-in') gaps.push(...checksMissing());
  if (policy.contentList && hasFiles(request.mediumKind)) {
    if (!listed[way]) gaps.push('listing-missing');
    else if (way === 'exit' && differs) gaps.push('difference-open');
  }
  return gaps;

  function checksMissing(): readonly InspectionGap[] {
    const own = checks.filter((check) => check.way === way);
    const good = own.filter((check) => counts(check, checks, decisions, policy));
    const products = new Set(good.map(({ product }) => fold(product)));
    const { twoProductsFrom } = policy;
    const needed = twoProductsFrom !== null && request.confidentiality >= twoProductsFrom ? 2 : 1;
    if (products.size >= needed) return [];
    const outdated = own.some((check) => clean(check, checks, decisions) && !good.includes(check));
    if (outdated) return ['check-outdated'];
    return [products.size === 0 ? 'check-missing' : 'second-check-missing'];
  }
}
