import { DAY, type Instant } from '../../../kernel/time.ts';
import type { NewEventOf } from '../../../kernel/event.ts';
import type { MediaPolicy } from '../../policy.ts';
import { type MediaRefusedWith, refusal } from '../../refusals.ts';
import type { inspectionEvents } from '../events.ts';
import type { CheckRecord, Compared, FindingDecision, Way } from '../model.ts';
import { daysOutdated, findingsOf, type KnownCheck, type KnownDecision } from './checks.ts';
import { closedFor, hasFiles, type InspectedRequest } from './facts.ts';

export type NewInspectionEvent = NewEventOf<typeof inspectionEvents>;
type Decided =
  | { readonly events: readonly NewInspectionEvent[]; readonly value: null }
  | { readonly refusal: MediaRefusedWith };

/** What stands against looking at a request's medium on a way; undefined if nothing does. */
export function refuseLooking(way: Way, request: InspectedRequest | undefined): MediaRefusedWith | undefined {
  if (request === undefined) return refusal('request-missing', { field: 'requestId' }).refusal;
  const closed = closedFor(way, request);
  return closed === null ? undefined : refusal(closed, { field: 'way' }).refusal;
}

/** As {@link refuseLooking}, for a content list: `listing-not-wanted` where the medium has no files that it could name. */
export function refuseListing(way: Way, request: InspectedRequest | undefined): MediaRefusedWith | undefined {
  const refused = refuseLooking(way, request);
  if (refused !== undefined || request === undefined || hasFiles(request.mediumKind)) return refused;
  return refusal('listing-not-wanted', { field: 'requestId' }).refusal;
}

/** What stands against definitions of this date, with or without a reason for an exception; undefined if nothing does. */
export function refuseDefinitions(
  check: Pick<CheckRecord, 'definitionsAt' | 'checkedAt' | 'exception'>,
  policy: MediaPolicy,
): MediaRefusedWith | undefined {
  // Definitions have a day, mostly without a time: one that begins later today is not yet the future.
  if (check.definitionsAt > check.checkedAt + DAY)
    return refusal('definitions-in-future', { field: 'check.definitionsAt' }).refusal;
  if (check.exception !== '' || daysOutdated(check, policy) === 0) return undefined;
  const days = Math.floor((check.checkedAt - check.definitionsAt) / DAY);
  const detail = { days, max: policy.definitionsMaxDays };
  return refusal('definitions-outdated', { field: 'check.exception', detail }).refusal;
}

interface CheckFacts {
  readonly request: InspectedRequest | undefined;
  readonly policy: MediaPolicy;
}

/**
 * A check against malware is recorded (guideline 3.5 (20), table 3-6). `here` is for the code that made the check alone. Refused:
 * as {@link refuseLooking} and {@link refuseDefinitions}; `check-in-future`; `findings-missing` and `findings-contradict` where
 * result and findings do not fit each other.
 */
export function decideCheck(
  checked: {
    readonly check: CheckRecord;
    readonly origin: 'here' | 'elsewhere';
    readonly files: number | null;
    readonly more: number;
  },
  { request, policy }: CheckFacts,
  now: Instant,
): Decided {
  const { check } = checked;
  const refused = refuseLooking(check.way, request);
  if (refused !== undefined || request === undefined)
    return { refusal: refused ?? refusal('request-missing').refusal };
  if (check.checkedAt > now) return refusal('check-in-future', { field: 'check.checkedAt' });
  const old = refuseDefinitions(check, policy);
  if (old !== undefined) return { refusal: old };
  if (check.result === 'found' && check.findings.length === 0)
    return refusal('findings-missing', { field: 'check.findings' });
  if (check.result === 'clean' && check.findings.length > 0)
    return refusal('findings-contradict', { field: 'check.result' });
  return {
    events: [{ type: 'media.checked', version: 1, subject: `request:${request.id}`, data: checked }],
    value: null,
  };
}

interface SettleFindings {
  readonly way: Way;
  readonly check: number;
  readonly decision: FindingDecision;
  readonly reason: string;
}

/**
 * An officer decides on what was found. A later decision on the same check replaces an earlier one. Refused: `quarantine-first` while the medium
 * is in quarantine, whose end is the decision, `findings-none`,
 * `findings-changed` if another check has found something since, `inspection-own-request` for whoever asked for the medium.
 */
export function decideSettleFindings(
  { way, check, decision, reason }: SettleFindings,
  facts: {
    readonly request: InspectedRequest | undefined;
    readonly checks: readonly KnownCheck[];
    readonly decisions: readonly KnownDecision[];
    readonly officer: string;
  },
): Decided {
  const { request, checks, decisions, officer } = facts;
  if (request === undefined) return refusal('request-missing', { field: 'requestId' });
  if (request.requesterId === officer) return refusal('inspection-own-request');
  if (request.quarantined) return refusal('quarantine-first');
  const findings = findingsOf(way, checks, decisions);
  if (findings.state === 'none') return refusal('findings-none', { field: 'way' });
  if (findings.check !== check) return refusal('findings-changed', { field: 'check' });
  const data = { way, check, decision, reason };
  return {
    events: [{ type: 'media.findingsSettled', version: 1, subject: `request:${request.id}`, data }],
    value: null,
  };
}

/**
 * An officer lets a medium pass although its lists differ. Refused: `difference-none`, `difference-changed` if another list was
 * taken since, `difference-settled` if it has been, `inspection-own-request` for whoever asked for the medium.
 */
export function decideSettleDifference(
  { after, reason }: { readonly after: string; readonly reason: string },
  facts: {
    readonly request: InspectedRequest | undefined;
    readonly compared: Compared | null;
    readonly digest: string;
    readonly officer: string;
  },
): Decided {
  const { request, compared, digest, officer } = facts;
  if (request === undefined) return refusal('request-missing', { field: 'requestId' });
  if (request.requesterId === officer) return refusal('inspection-own-request');
  const { added, removed, changed, erased } = compared ?? { added: 0, removed: 0, changed: 0, erased: false };
  // Where a list was erased the chain alone says that they differed: a replay meets the decision after its lists are gone.
  if (compared === null || (added + removed + changed === 0 && !erased)) return refusal('difference-none');
  if (compared.after.id !== after) return refusal('difference-changed', { field: 'after' });
  if (compared.settled !== null) return refusal('difference-settled');
  const data = { before: compared.before?.id ?? null, after, digest, reason };
  return {
    events: [{ type: 'media.differenceSettled', version: 1, subject: `request:${request.id}`, data }],
    value: null,
  };
}
