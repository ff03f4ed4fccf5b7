import type { Instant } from '../../kernel/time.ts';
import { z } from '../../kernel/zod.ts';
import { REQUEST_STATES, RequestKind, type RequestState } from '../requests/model.ts';
import type { MediaRecords } from '../retention.ts';
import type { ReportPeriod } from './period.ts';

/** Which rule applied: 届出, 許可 by one officer, by two. */
export const REPORT_RULES = ['notification', 'permission-1', 'permission-2'] as const;
export const ReportRule = z.enum(REPORT_RULES);
export type ReportRule = z.infer<typeof ReportRule>;

/** What became of a request, as it stands when the report is made. */
export const OUTCOMES = ['allowed', 'refused', 'withdrawn', 'retracted', 'returned', 'waiting'] as const;
export const Outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof Outcome>;

/** The states that each outcome stands for. */
export const STATES_OF: Readonly<Record<Outcome | 'all', readonly RequestState[]>> = {
  all: REQUEST_STATES,
  allowed: ['approved', 'acknowledged'],
  refused: ['refused'],
  withdrawn: ['withdrawn'],
  retracted: ['retracted'],
  returned: ['returned'],
  waiting: ['submitted', 'endorsed', 'notified', 'emergency'],
};

/** Requests that a number of the report counts. */
export const ReportedRequests = z.strictObject({
  kind: RequestKind,
  rule: ReportRule,
  outcome: z.enum(['all', ...OUTCOMES]),
});
export type ReportedRequests = z.infer<typeof ReportedRequests>;

/**
 * What is counted, each by the month in which it happened: `request` by kind, rule and state, by the month of submission; `emergency`
 * by how it was decided; `moved` and `late` by movement; `check` by result and product; `findings` (how many were found); `settled`
 * by decision; `quarantine` by what was done, its ends being the decision on what was found; `listed` by way and `files` in them; `differs` by whether it was settled, `difference` by kind of change (files);
 * `register` by event.
 */
export type ReportLine =
  | 'request'
  | 'emergency'
  | 'moved'
  | 'late'
  | 'check'
  | 'findings'
  | 'settled'
  | 'quarantine'
  | 'listed'
  | 'files'
  | 'differs'
  | 'difference'
  | 'register';

/** A number of the report, summed over its months. `area` is an id, empty where a line has none. */
export interface Counted {
  readonly line: ReportLine;
  readonly part: string;
  readonly area: string;
  readonly n: number;
}

/** An emergency of the period: until when it had to be decided, and when it was; null: not yet. */
export interface ReportedEmergency {
  readonly id: string;
  readonly no: number;
  readonly mediumName: string;
  readonly decideBy: Instant;
  readonly decidedAt: Instant | null;
}

/** Records of a kind and fiscal year that were erased, all in all, and when last. */
export interface ReportedErasure {
  readonly kind: MediaRecords;
  readonly fiscalYear: number;
  readonly records: number;
  readonly at: Instant;
}

export interface MediaReport {
  readonly period: ReportPeriod;
  /** When it was made. */
  readonly at: Instant;
  readonly counts: readonly Counted[];
  /** The areas that are counted in, as they are called now, in the order of the list of areas. */
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  /** At most 200, oldest first. */
  readonly emergencies: readonly ReportedEmergency[];
  /** What stands open now, of whatever period. */
  readonly now: {
    readonly states: Readonly<Partial<Record<RequestState, number>>>;
    readonly inside: number;
    readonly outside: number;
    readonly overdue: number;
    readonly quarantined: number;
  };
  /** Erasures under retention that took, or may have taken, records of the period: those are counted no longer. */
  readonly erased: readonly ReportedErasure[];
  /** Where the chain stood. */
  readonly size: number;
  readonly head: string;
}
