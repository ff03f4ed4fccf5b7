import { fold } from '../../../kernel/folding/fold.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { MediaPolicy } from '../../policy.ts';
import type { InspectionGap, Way } from '../model.ts';
import {
  clean,
  counts,
  findingsOf,
  goodUntil,
  minute,
  type KnownCheck,
  type KnownDecision,
} from './checks.ts';
import { hasFiles, type InspectedRequest } from './facts.ts';

/** What was looked at under a request, in the order of the chain. */
export interface Looked {
  readonly checks: readonly KnownCheck[];
  readonly decisions: readonly KnownDecision[];
  /** A list was taken on this way. */
  readonly listed: Readonly<Record<Way, boolean>>;
  /** The last list on the way out differs from the last on the way in, and no officer has let it pass. */
  readonly differs: boolean;
  /** When the medium last left, under whatever request; null if it never did, as far as anybody knows. */
  readonly leftAt: Instant | null;
}

/** What leaves again is not asked for a check of its own; what comes back, or in, or goes out, is. */
function wantsChecks(way: Way, { kind }: InspectedRequest): boolean {
  return way === 'entry' || kind !== 'carry-in';
}

/** How many products have to find nothing. */
function productsNeeded({ confidentiality }: InspectedRequest, { twoProductsFrom }: MediaPolicy): 1 | 2 {
  return twoProductsFrom !== null && confidentiality >= twoProductsFrom ? 2 : 1;
}

/** How many different products, however their names are written. */
export function products(checks: readonly KnownCheck[]): number {
  return new Set(checks.map(({ product }) => fold(product))).size;
}

/** Whether a medium has left since a check was made: what was written on it outside, nobody has looked at. */
export function leftSince({ checkedAt }: Pick<KnownCheck, 'checkedAt'>, leftAt: Instant | null): boolean {
  return leftAt !== null && minute(checkedAt) < minute(leftAt);
}

/** Whether a check was made before a movement. */
function madeBefore({ checkedAt }: Pick<KnownCheck, 'checkedAt'>, at: Instant): boolean {
  return minute(checkedAt) <= minute(at);
}

/** The checks of a way that count, made since the medium last left, and before `at`. */
function freshChecks(way: Way, { checks, decisions, leftAt }: Looked, policy: MediaPolicy, at: Instant) {
  return checks.filter(
    (check) =>
      check.way === way &&
      counts(check, checks, decisions, policy) &&
      !leftSince(check, leftAt) &&
      madeBefore(check, at),
  );
}

/**
 * Until when the checks of a way are good enough for a movement at a time: with two products, the earlier of the two that are good longest. Null where
 * there are not enough, or none are asked for; then {@link gapsOf} says why, if anything stands in the way.
 */
export function checksGoodUntil(
  way: Way,
  request: InspectedRequest,
  looked: Looked,
  policy: MediaPolicy,
  at: Instant,
): Instant | null {
  if (!wantsChecks(way, request)) return null;
  const longest = new Map<string, Instant>();
  for (const check of freshChecks(way, looked, policy, at)) {
    const product = fold(check.product);
    longest.set(product, Math.max(longest.get(product) ?? 0, goodUntil(check, policy)));
  }
  const latest = [...longest.values()].toSorted((one, other) => other - one);
  return latest[productsNeeded(request, policy) - 1] ?? null;
}

/**
 * What is missing before a medium may be moved at a time: `entry`, to be carried in, or out under a request of that kind; `exit`, to leave
 * again or to come back. Empty when nothing is missing. A check made after it says nothing of what moved. What came in in an emergency does not grow too old for a way in that is behind it.
 */
export function gapsOf(
  way: Way,
  request: InspectedRequest,
  looked: Looked,
  policy: MediaPolicy,
  at: Instant,
): readonly InspectionGap[] {
  const gaps: InspectionGap[] = [];
  const { checks, decisions, listed, differs } = looked;
  const { state } = findingsOf(way, checks, decisions);
  // Its end decides on what was found.
  if (request.quarantined) gaps.push('quarantined');
  else if (state === 'open') gaps.push('findings-open');
  else if (state === 'refused') gaps.push('findings-refused');
  else if (wantsChecks(way, request)) gaps.push(...checksMissing());
  if (policy.contentList && hasFiles(request.mediumKind)) {
    if (!listed[way]) gaps.push('listing-missing');
    else if (way === 'exit' && differs) gaps.push('difference-open');
  }
  return gaps;

  function checksMissing(): readonly InspectionGap[] {
    const own = checks.filter((check) => check.way === way);
    const good = own.filter((check) => counts(check, checks, decisions, policy));
    const needed = productsNeeded(request, policy);
    if (products(good) < needed) {
      const outdated = own.some((check) => clean(check, checks, decisions) && !good.includes(check));
      if (outdated) return ['check-outdated'];
      return [good.length === 0 ? 'check-missing' : 'second-check-missing'];
    }
    if (products(good.filter((check) => madeBefore(check, at))) < needed) return ['check-after-move'];
    const until = checksGoodUntil(way, request, looked, policy, at);
    if (until === null) return ['check-before-leaving'];
    const behind = way === 'entry' && request.whereabouts === 'inside';
    return at > until && !behind ? ['check-too-old'] : [];
  }
}
