import { Id } from '../../kernel/ids.ts';
import { line, requiredLine, requiredParagraph } from '../../kernel/text.ts';
import { Instant } from '../../kernel/time.ts';
import { z } from '../../kernel/zod.ts';
import { RequestDetails, type RequestKind } from '../requests/model.ts';

/** Roles that hand in requests: a template may be for one of them. */
export const USER_ROLES = ['operator', 'officer'] as const;
export const UserRole = z.enum(USER_ROLES);
export type UserRole = z.infer<typeof UserRole>;

/** Who may begin a request from a template. */
export const TemplateUsers = z.discriminatedUnion('who', [
  z.strictObject({ who: z.literal('all') }),
  z.strictObject({
    who: z.literal('roles'),
    roles: z.array(UserRole).min(1, { error: 'required' }).max(USER_ROLES.length),
  }),
  z.strictObject({
    who: z.literal('persons'),
    persons: z.array(Id).min(1, { error: 'required' }).max(50, { error: 'too-many' }),
  }),
]);
export type TemplateUsers = z.infer<typeof TemplateUsers>;

/**
 * What of a request stays the same every time. `contents` and the serial number of a described medium are what is usual: a request
 * may say something else there. Of a connection only its target is fixed: what is looked at is answered each time.
 */
export const TemplateForm = RequestDetails.pick({
  kind: true,
  medium: true,
  purpose: true,
  asset: true,
  areaId: true,
  contents: true,
  classification: true,
  quoted: true,
  destination: true,
  means: true,
}).extend({ connection: z.strictObject({ target: requiredLine(200) }).nullable() });
export type TemplateForm = z.infer<typeof TemplateForm>;

/** A template 定型 of routine work, as one version says it (guideline 3.2 ④: procedure and protection are fixed beforehand). */
export const TemplateContent = z.strictObject({
  /** 定型番号, never given to another. */
  number: requiredLine(30),
  name: requiredLine(100),
  reading: line(100),
  form: TemplateForm,
  /** 手順: how it is done each time. */
  procedure: requiredParagraph(2000),
  /** 保護対策: stands in each request as its own. */
  protection: requiredParagraph(500),
  /** How many days a request made from it may last at most. */
  maxDays: z.int().min(1, { error: 'template-days' }).max(366, { error: 'template-days' }),
  /** When it can be used, both included. */
  validFrom: Instant,
  validUntil: Instant,
  /** When it has to be looked through again 見直し期日; it is pointed out from then on. */
  reviewBy: Instant,
  users: TemplateUsers,
});
export type TemplateContent = z.infer<typeof TemplateContent>;

/**
 * draft 案: never in force yet; in-force 適用中; changing: in force, with a changed draft that waits for an officer; retired 廃止;
 * discarded 取下げ: a draft that never came into force.
 */
export const TEMPLATE_STATES = ['draft', 'in-force', 'changing', 'retired', 'discarded'] as const;
export const TemplateState = z.enum(TEMPLATE_STATES);
export type TemplateState = z.infer<typeof TemplateState>;

/** A row of the list of templates. What it says is of the version in force; of the last one where none is. */
export interface TemplateRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly reading: string;
  readonly kind: RequestKind;
  readonly state: TemplateState;
  /** The version in force; null if none is. */
  readonly inForce: number | null;
  /** The version that waits for an officer; null if none does. */
  readonly draft: number | null;
  /** Whoever asks wrote some of what waits: another puts it in force. */
  readonly ownDraft: boolean;
  readonly validFrom: Instant;
  readonly validUntil: Instant;
  readonly reviewBy: Instant;
  /** Whether whoever asks may begin a request from it now. */
  readonly usable: boolean;
  /** How many requests were begun from it. */
  readonly requests: number;
}

/** One version of a template, with the names that what it holds has now. */
export interface TemplateVersion {
  readonly version: number;
  readonly content: TemplateContent;
  /** SHA-256 (hex) of the canonical JSON of `content`: what an officer signs. */
  readonly digest: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly at: Instant;
  /** Why it was changed; empty for the first. */
  readonly reason: string;
  /** Who put it in force and when; null if nobody did. */
  readonly enforced: {
    readonly seq: number;
    readonly at: Instant;
    readonly officerName: string;
    /** Whether the signature holds under the officer's key of that time; looked at whenever it is shown. */
    readonly signatureHolds: boolean;
  } | null;
  readonly areaName: string;
  readonly mediumName: string;
  /** Of `users.persons`, in their order. */
  readonly personNames: readonly string[];
}

/** A template whole. */
export interface Template extends TemplateRow {
  /** Newest first. */
  readonly versions: readonly TemplateVersion[];
  /** Who wrote what waits for an officer: none of them puts it in force. */
  readonly draftAuthors: readonly string[];
}

/** A person who may be named as a user of a template. */
export interface TemplatePerson {
  readonly id: string;
  readonly name: string;
}
