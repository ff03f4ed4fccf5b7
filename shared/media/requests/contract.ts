import type { StoryLine } from '../../entries/model.ts';
import { command, query } from '../../kernel/contract.ts';
import { Id } from '../../kernel/ids.ts';
import { line, paragraph, requiredLine, requiredParagraph } from '../../kernel/text.ts';
import { Instant } from '../../kernel/time.ts';
import { z } from '../../kernel/zod.ts';
import type { CarriedRow } from '../reminders/model.ts';
import {
  DecisionKind,
  type Request,
  RequestDetails,
  RequestKind,
  type RequestRow,
  type RequestRule,
  RequestState,
} from './model.ts';

const nothing = z.strictObject({});
const password = z.string().min(1, { error: 'required' }).max(256);

/** Which requests a list shows; each part narrows. */
export const RequestFilter = z.strictObject({
  state: RequestState.optional(),
  kind: RequestKind.optional(),
  mediumId: Id.optional(),
  /** Word for word, as the request has them: what a person, a company or an officer did, what touched an asset. */
  bearer: line(100).optional(),
  organisation: line(100).optional(),
  asset: line(200).optional(),
  officerId: Id.optional(),
  requesterId: Id.optional(),
  templateId: Id.optional(),
});
export type RequestFilter = z.infer<typeof RequestFilter>;

/** Something that happens at the door. `at` null is now; an earlier time needs `lateReason`. */
const Movement = z.strictObject({
  requestId: Id,
  at: Instant.nullable(),
  lateReason: line(200),
  /** 封印番号, or how the seal was found. */
  seal: line(100),
});

/** What stands unsent in the form of requests, by name; kept for its account, not on the chain. */
export interface RequestDraft {
  readonly id: string;
  readonly title: string;
  readonly savedAt: Instant;
  /** JSON of the form as it stands; the window reads it back. */
  readonly form: string;
}

/** What waits: counts for the rail and the home screen. */
export interface MediaCounts {
  /** For an officer: requests and emergencies to decide, notifications to take note of, other people's only. */
  readonly toDecide: number;
  /** Emergencies nobody has decided yet, of anybody. */
  readonly emergencies: number;
  /** Returned to whoever asks. */
  readonly returned: number;
  readonly inside: number;
  readonly outside: number;
  /** Inside or outside longer than allowed. */
  readonly overdue: number;
  /** Outside and due within the policy's days. */
  readonly dueSoon: number;
}

export const requestChannels = {
  counts: query<MediaCounts>()(nothing),
  /** What waits for this officer: emergencies first, then those whose period begins first; at most 500. */
  inbox: query<readonly RequestRow[]>()(nothing),
  /** What is inside now and what is outside now, overdue first; at most 500 of each, and the counts say how many there are. */
  carried: query<{ readonly inside: readonly CarriedRow[]; readonly outside: readonly CarriedRow[] }>()(
    nothing,
  ),
  /** All requests, newest first, a page at any position. */
  requests: query<{ readonly rows: readonly RequestRow[]; readonly total: number }>()(
    z.strictObject({ filter: RequestFilter, offset: z.int().min(0), limit: z.int().min(1).max(100) }),
  ),
  request: query<{ readonly request: Request; readonly story: readonly StoryLine[] }>()(
    z.strictObject({ id: Id }),
  ),
  /** What came in with a visit. */
  ofVisit: query<readonly RequestRow[]>()(z.strictObject({ visitId: Id })),
  /** What is allowed to come in or go out now, for the door: what ends first comes first; at most 500. */
  ready: query<readonly RequestRow[]>()(nothing),
  /** The rule that would apply to what stands in the form. */
  ruleOf: query<RequestRule>()(z.strictObject({ details: RequestDetails })),
  /** Bearers, companies and assets used before. */
  suggest: query<readonly string[]>()(
    z.strictObject({
      field: z.enum(['bearer', 'organisation', 'asset', 'destination']),
      text: z.string().max(200),
    }),
  ),

  submit: command<{ readonly id: string }>()(z.strictObject({ details: RequestDetails })),
  /** Hands a request in again, changed, while it is not carried: what was decided on it before is void. */
  resubmit: command<null>()(z.strictObject({ requestId: Id, details: RequestDetails })),
  retract: command<null>()(z.strictObject({ requestId: Id, reason: requiredParagraph(500) })),
  /** Decides, signed with the officer's own key; `digest` is that of what was shown. */
  decide: command<null>()(
    z.strictObject({
      requestId: Id,
      digest: z.string().length(64),
      decision: DecisionKind,
      conditions: paragraph(500),
      reason: paragraph(500),
      password,
    }),
  ),
  /** Takes a permission back: it acts at once. */
  withdraw: command<null>()(z.strictObject({ requestId: Id, reason: requiredParagraph(500), password })),
  /** Carried in first, decided afterwards. */
  emergency: command<{ readonly id: string }>()(
    z.strictObject({
      details: RequestDetails,
      reason: requiredParagraph(500),
      /** Who allowed it by word of mouth. */
      allowedBy: requiredLine(100),
      visitId: Id.nullable(),
      seal: line(100),
    }),
  ),
  carryIn: command<null>()(Movement.extend({ visitId: Id.nullable() })),
  /** What was carried in leaves again. */
  takeOut: command<null>()(Movement),
  /** What was carried in stays, with somebody of the utility: its visitor may leave. */
  handOver: command<null>()(Movement.extend({ to: requiredLine(100), reason: requiredParagraph(500) })),
  carryOut: command<null>()(Movement.extend({ holder: requiredLine(100) })),
  /** A carry-out comes back. */
  giveBack: command<null>()(Movement),
  /** A transfer has reached its destination. */
  deliver: command<null>()(Movement.extend({ to: requiredLine(100) })),

  drafts: query<readonly RequestDraft[]>()(nothing),
  saveDraft: command<null>()(z.strictObject({ id: Id, title: line(200), form: z.string().max(20_000) })),
  dropDraft: command<null>()(z.strictObject({ id: Id })),
};
