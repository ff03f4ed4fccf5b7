import { REQUEST_KINDS, type RequestKind, type RequestState } from '../requests/model.ts';
import {
  type MediaReport,
  type Outcome,
  OUTCOMES,
  REPORT_RULES,
  type ReportedRequests,
  type ReportLine,
  type ReportRule,
  STATES_OF,
} from './model.ts';

export const REPORT_SECTIONS = [
  'requests',
  'emergencies',
  'moves',
  'checks',
  'lists',
  'register',
  'now',
] as const;
export type ReportSection = (typeof REPORT_SECTIONS)[number];

const MOVED = ['carriedIn', 'takenOut', 'handedOver', 'carriedOut', 'givenBack', 'delivered'] as const;
const LATE = ['takenOut', 'givenBack', 'delivered'] as const;
const EMERGENCY = ['in-time', 'late', 'open'] as const;
const SETTLED = ['refused', 'cleaned', 'false-positive'] as const;
const QUARANTINE = ['put', 'released', 'cleaned', 'handed', 'destroyed'] as const;
const WAYS = ['entry', 'exit'] as const;
const CHANGES = ['added', 'removed', 'changed'] as const;
const REGISTER = [
  'registered',
  'lost',
  'found',
  'erased',
  'destroyed',
  'stocktakes',
  'seen',
  'missed',
] as const;
/** States that wait for somebody, in the order of the row. */
const OPEN = [
  'submitted',
  'endorsed',
  'returned',
  'notified',
  'emergency',
] as const satisfies readonly RequestState[];

/** What a row is called: a key of the report's texts. `product` and `request` rows have more in `detail`. */
export type ReportKey =
  | `request.${Outcome}`
  | 'request.all'
  | 'emergency.all'
  | `emergency.${(typeof EMERGENCY)[number]}`
  | `moved.${(typeof MOVED)[number]}`
  | `late.${(typeof LATE)[number]}`
  | 'check.all'
  | 'check.product'
  | 'check.found'
  | 'findings'
  | `settled.${(typeof SETTLED)[number]}`
  | `quarantine.${(typeof QUARANTINE)[number]}`
  | `listed.${(typeof WAYS)[number]}`
  | 'files'
  | 'differs.all'
  | 'differs.settled'
  | 'differs.open'
  | `difference.${(typeof CHANGES)[number]}`
  | `register.${(typeof REGISTER)[number]}`
  | `now.${(typeof OPEN)[number]}`
  | 'now.inside'
  | 'now.outside'
  | 'now.overdue'
  | 'now.quarantined';

/** One number of the report: in which section, how its label is called, what fills the label, and what leads to what it counts. */
export interface ReportRow {
  readonly section: ReportSection;
  readonly label: ReportKey;
  readonly detail: { readonly kind?: RequestKind; readonly rule?: ReportRule; readonly product?: string };
  readonly count: number;
  /** The requests that it counts. */
  readonly counted?: ReportedRequests;
  /** The list of the requests page that it counts. */
  readonly list?: { readonly state: RequestState } | 'carried' | 'quarantine';
}

type Sum = (line: ReportLine, fits?: (part: string) => boolean) => number;

/** Sums of a report's numbers, of one area or of all. */
export function sumsOf({ counts }: Pick<MediaReport, 'counts'>, area?: string): Sum {
  return (line, fits = () => true) =>
    counts.reduce(
      (sum, one) =>
        one.line === line && (area === undefined || one.area === area) && fits(one.part) ? sum + one.n : sum,
      0,
    );
}

const is = (wanted: string) => (part: string) => part === wanted;

/** How the part of a `request` is written. */
export const requestPart = (kind: RequestKind, rule: ReportRule, state: RequestState): string =>
  `${kind} ${rule} ${state}`;

/** How the part of a `check` is written. */
export const checkPart = (result: 'clean' | 'found', product: string): string => `${result} ${product}`;

function requestRows(sum: Sum): readonly ReportRow[] {
  return REQUEST_KINDS.flatMap((kind) =>
    REPORT_RULES.flatMap((rule): ReportRow[] => {
      const by = { section: 'requests', detail: { kind, rule } } as const;
      const outcomes = OUTCOMES.map((outcome): ReportRow => {
        const parts = new Set(STATES_OF[outcome].map((state) => requestPart(kind, rule, state)));
        const count = sum('request', (part) => parts.has(part));
        return { ...by, label: `request.${outcome}`, count, counted: { kind, rule, outcome } };
      });
      const all = outcomes.reduce((total, { count }) => total + count, 0);
      const counted = { kind, rule, outcome: 'all' } as const;
      return [{ ...by, label: 'request.all', count: all, counted }, ...outcomes];
    }),
  );
}

function checkRows({ counts }: MediaReport, sum: Sum): readonly ReportRow[] {
  const products = new Set(
    counts.flatMap(({ line, part }) => (line === 'check' ? [part.slice(part.indexOf(' ') + 1)] : [])),
  );
  const by = { section: 'checks', detail: {} } as const;
  return [
    { ...by, label: 'check.all', count: sum('check') },
    ...[...products].toSorted().map(
      (product): ReportRow => ({
        ...by,
        label: 'check.product',
        detail: { product },
        count: sum('check', (part) => part.slice(part.indexOf(' ') + 1) === product),
      }),
    ),
    { ...by, label: 'check.found', count: sum('check', (part) => part.startsWith('found ')) },
    { ...by, label: 'findings', count: sum('findings') },
    ...SETTLED.map((one): ReportRow => ({ ...by, label: `settled.${one}`, count: sum('settled', is(one)) })),
    ...QUARANTINE.map(
      (one): ReportRow => ({ ...by, label: `quarantine.${one}`, count: sum('quarantine', is(one)) }),
    ),
  ];
}

/**
 * Every number of a report as a row, in the order of the paper: for the screen, the sheet and whatever else makes a table of it. Labels are
 * keys; the words for them are the window's.
 */
export function reportRows(report: MediaReport): readonly ReportRow[] {
  const sum = sumsOf(report);
  const of =
    (section: ReportSection) =>
    (label: ReportKey, count: number): ReportRow => ({ section, label, detail: {}, count });
  const [emergencies, moves, lists, register, now] = (
    ['emergencies', 'moves', 'lists', 'register', 'now'] as const
  ).map(of);
  if (!emergencies || !moves || !lists || !register || !now) return [];
  const { states, inside, outside, overdue, quarantined } = report.now;
  return [
    ...requestRows(sum),
    emergencies('emergency.all', sum('emergency')),
    ...EMERGENCY.map((one) => emergencies(`emergency.${one}`, sum('emergency', is(one)))),
    ...MOVED.flatMap((one) => [
      moves(`moved.${one}`, sum('moved', is(one))),
      ...LATE.filter((late) => late === one).map((late) => moves(`late.${late}`, sum('late', is(late)))),
    ]),
    ...checkRows(report, sum),
    ...WAYS.map((one) => lists(`listed.${one}`, sum('listed', is(one)))),
    lists('files', sum('files')),
    lists('differs.all', sum('differs')),
    lists('differs.settled', sum('differs', is('settled'))),
    lists('differs.open', sum('differs', is('open'))),
    ...CHANGES.map((one) => lists(`difference.${one}`, sum('difference', is(one)))),
    ...REGISTER.map((one) => register(`register.${one}`, sum('register', is(one)))),
    ...OPEN.map((state): ReportRow => ({ ...now(`now.${state}`, states[state] ?? 0), list: { state } })),
    { ...now('now.inside', inside), list: 'carried' },
    { ...now('now.outside', outside), list: 'carried' },
    { ...now('now.overdue', overdue), list: 'carried' },
    { ...now('now.quarantined', quarantined), list: 'quarantine' },
  ];
}

/** What is told for each area. */
export const AREA_COLUMNS = [
  'requests',
  'carriedIn',
  'carriedOut',
  'late',
  'emergencies',
  'checks',
  'findings',
  'differs',
] as const;
export type AreaColumn = (typeof AREA_COLUMNS)[number];

/** The report by area; areas in which nothing was counted have no row. */
export function areaRows(
  report: MediaReport,
): readonly { readonly name: string; readonly counts: Readonly<Record<AreaColumn, number>> }[] {
  return report.areas.map(({ id, name }) => {
    const sum = sumsOf(report, id);
    return {
      name,
      counts: {
        requests: sum('request'),
        carriedIn: sum('moved', is('carriedIn')),
        carriedOut: sum('moved', is('carriedOut')),
        late: sum('late'),
        emergencies: sum('emergency'),
        checks: sum('check'),
        findings: sum('findings'),
        differs: sum('differs'),
      },
    };
  });
}
