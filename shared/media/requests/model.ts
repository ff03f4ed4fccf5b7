import { Classification, Confidentiality, Restrictions } from '../../kernel/classification.ts';
import { Id } from '../../kernel/ids.ts';
import { line, paragraph, requiredLine, requiredParagraph } from '../../kernel/text.ts';
import { Instant } from '../../kernel/time.ts';
import { z } from '../../kernel/zod.ts';
import { Encryption, MediumKind } from '../register/model.ts';
import type { PutOff, Reminder } from '../reminders/model.ts';
import { TemplateRef } from '../templates/ref.ts';

/** 持込, 持出 (comes back), 移送 (stays where it goes). */
export const REQUEST_KINDS = ['carry-in', 'carry-out', 'transfer'] as const;
export const RequestKind = z.enum(REQUEST_KINDS);
export type RequestKind = z.infer<typeof RequestKind>;

/** The medium a request is about: one of the register, or somebody else's as it is described. */
export const RequestMedium = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('register'), mediumId: Id }),
  z.strictObject({
    from: z.literal('described'),
    kind: MediumKind,
    name: requiredLine(100),
    serial: line(60),
    /** Person or company it belongs to. */
    owner: requiredLine(100),
    encryption: Encryption,
  }),
]);
export type RequestMedium = z.infer<typeof RequestMedium>;

/** What is looked at before a maintenance computer is connected (guideline 3.5 (20), table 3-6). */
export const CONNECTION_CHECKS = [
  'antimalware-current',
  'os-patched',
  'no-other-network',
  'only-needed-software',
  'personal-account',
  'supervised',
] as const;
export type ConnectionCheck = (typeof CONNECTION_CHECKS)[number];
export const CheckAnswer = z.enum(['yes', 'no', 'not-applicable']);
export type CheckAnswer = z.infer<typeof CheckAnswer>;

/** The connection 接続 of a maintenance computer. A `no` has to be explained in `note`. */
export const Connection = z.strictObject({
  target: requiredLine(200),
  checks: z.record(z.enum(CONNECTION_CHECKS), CheckAnswer),
  note: paragraph(500),
});
export type Connection = z.infer<typeof Connection>;

/** A document whose information goes along; its classification is inherited (guideline 3.2 ①). */
export const Quoted = z.strictObject({
  title: requiredLine(200),
  confidentiality: Confidentiality,
  restrictions: Restrictions,
});
export type Quoted = z.infer<typeof Quoted>;

/** What a request 申請 asks, in the order of the form. */
export const RequestDetails = z.strictObject({
  kind: RequestKind,
  medium: RequestMedium,
  purpose: requiredLine(200),
  /** System or machine that is to be touched. */
  asset: line(200),
  workReference: line(60),
  areaId: Id,
  /** Who carries it. */
  bearer: requiredLine(100),
  organisation: line(100),
  /** What is on it. */
  contents: requiredParagraph(1000),
  classification: Classification,
  quoted: z.array(Quoted).max(20, { error: 'too-many' }),
  from: Instant,
  until: Instant,
  /** For a carry-out: when it has to be back. For a carry-in: when it has to have left, if earlier than `until`. */
  returnDue: Instant.nullable(),
  /** Where it goes: for carry-out and transfer. */
  destination: line(200),
  /** 移送手段: for a transfer. */
  means: line(200),
  /** 保護対策: encryption, seal, sealed envelope. */
  protection: paragraph(500),
  connection: Connection.nullable(),
  note: paragraph(1000),
  /** 定型: the template it was begun from; part of what a decision is about, so that nobody makes it routine afterwards. */
  template: TemplateRef.optional(),
});
export type RequestDetails = z.infer<typeof RequestDetails>;

/**
 * submitted: an officer has to decide; endorsed: one of two has agreed; returned 差戻し; approved 許可; notified 届出 (in force, to be
 * taken note of); acknowledged: a notification that was taken note of; emergency 緊急持込: carried in, to be decided; refused 不許可;
 * withdrawn 許可取消 by an officer; retracted 取下げ by whoever asked.
 */
export const REQUEST_STATES = [
  'submitted',
  'endorsed',
  'returned',
  'approved',
  'notified',
  'acknowledged',
  'emergency',
  'refused',
  'withdrawn',
  'retracted',
] as const;
export const RequestState = z.enum(REQUEST_STATES);
export type RequestState = z.infer<typeof RequestState>;

/** Where the medium is: not carried yet; inside (a carry-in); outside (a carry-out or transfer); done: gone again, back, or delivered. */
export const WHEREABOUTS = ['not-yet', 'inside', 'outside', 'done'] as const;
export const Whereabouts = z.enum(WHEREABOUTS);
export type Whereabouts = z.infer<typeof Whereabouts>;

/** Why an officer has to permit a request; none of them: it is notified. */
export const RULE_REASONS = [
  'confidentiality-3',
  'confidentiality-2',
  'restricted-carry-out',
  'secure-area',
  'connection',
] as const;
export const RuleReason = z.enum(RULE_REASONS);
export type RuleReason = z.infer<typeof RuleReason>;

/** What applies to a request: permission 許可 by one or two officers, or notification 届出, and why. */
export const RequestRule = z.strictObject({
  by: z.enum(['permission', 'notification']),
  officers: z.literal([1, 2]),
  reasons: z.array(RuleReason),
});
export type RequestRule = z.infer<typeof RequestRule>;

export const DECISIONS = ['approve', 'refuse', 'return', 'acknowledge'] as const;
export const DecisionKind = z.enum(DECISIONS);
export type DecisionKind = z.infer<typeof DecisionKind>;

/** A decision as it stands on the request. */
export interface Decided {
  readonly seq: number;
  readonly at: Instant;
  readonly officerId: string;
  readonly officerName: string;
  readonly decision: DecisionKind;
  readonly conditions: string;
  readonly reason: string;
  readonly revision: number;
  /** Of the revision in force: earlier ones do not count any more. */
  readonly counts: boolean;
  /** Whether the signature holds under the officer's key of that time; looked at whenever it is shown. */
  readonly signatureHolds: boolean;
}

/** A row of a list: what fits on one line. */
export interface RequestRow {
  readonly id: string;
  /** Number of the chain's entry that it began with. */
  readonly no: number;
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly whereabouts: Whereabouts;
  readonly rule: RequestRule;
  /** Number and name of the register's, or the name described. */
  readonly mediumName: string;
  readonly mediumKind: MediumKind;
  readonly mediumId: string | null;
  readonly purpose: string;
  readonly bearer: string;
  readonly organisation: string;
  readonly areaName: string;
  readonly confidentiality: Confidentiality;
  readonly from: Instant;
  readonly until: Instant;
  /** When it has to be back or out: `returnDue`, else `until`, until it was put off. */
  readonly due: Instant;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  /** An emergency: until when it has to be decided. */
  readonly decideBy: Instant | null;
  /** The visit it came in with. */
  readonly visitId: string | null;
  /** 封印 as it was last recorded at the door, before it left or came back; empty if none was. */
  readonly seal: string;
  /** The template it was begun from, by its number and name now; null without one. */
  readonly template: RequestTemplate | null;
  /** Its medium was put in quarantine under this request, and still is. */
  readonly quarantined: boolean;
}

/** The template of a request, as a list names it. */
export interface RequestTemplate extends TemplateRef {
  readonly number: string;
  readonly name: string;
}

/** A request whole. */
export interface Request extends RequestRow {
  readonly details: RequestDetails;
  readonly revision: number;
  /** SHA-256 (hex) of the canonical JSON of `details`: what a decision is about. */
  readonly digest: string;
  readonly requesterId: string;
  readonly decisions: readonly Decided[];
  /** The last reminder 催促; null if nobody was reminded. */
  readonly reminded: Reminder | null;
  readonly putOffs: readonly PutOff[];
  readonly carriedAt: Instant | null;
  readonly endedAt: Instant | null;
  /** Who has it now, where that was recorded. */
  readonly holder: string;
  /** The emergency's reason, and who allowed it by word of mouth. */
  readonly emergency: { readonly reason: string; readonly allowedBy: string } | null;
}
