import {
  Confidentiality,
  type Restriction,
  RESTRICTIONS,
  Restrictions,
} from '../../../../shared/kernel/classification.ts';
import { Id } from '../../../../shared/kernel/ids.ts';
import { Instant } from '../../../../shared/kernel/time.ts';
import { z } from '../../../../shared/kernel/zod.ts';
import { Encryption, MediumKind } from '../../../../shared/media/register/model.ts';
import {
  CheckAnswer,
  CONNECTION_CHECKS,
  type RequestDetails,
  RequestKind,
} from '../../../../shared/media/requests/model.ts';
import { TemplateRef } from '../../../../shared/media/templates/ref.ts';

/** null: empty; absent or undefined: what is typed is not a date. */
const When = Instant.nullable().optional();

const QuotedDraft = z.strictObject({
  title: z.string(),
  confidentiality: Confidentiality.nullable(),
  restrictions: Restrictions,
});
export type QuotedDraft = z.infer<typeof QuotedDraft>;

/** The words of the form that any field of text can hold. */
export const TEXT_FIELDS = [
  'mediumName',
  'serial',
  'owner',
  'purpose',
  'asset',
  'workReference',
  'bearer',
  'organisation',
  'contents',
  'destination',
  'means',
  'protection',
  'target',
  'connectionNote',
  'note',
  'reason',
  'allowedBy',
  'seal',
] as const;
export type TextFieldName = (typeof TEXT_FIELDS)[number];

/** What stands in the form of requests, finished or not. */
export const Draft = z.strictObject({
  /** The returned request that is handed in again; null for a new one. */
  revises: Id.nullable(),
  /** Carried in first, decided afterwards: `reason`, `allowedBy` and `seal` are asked for. */
  emergency: z.boolean(),
  visitId: Id.nullable(),
  kind: RequestKind,
  source: z.enum(['register', 'described']),
  mediumId: Id.nullable(),
  /** The register's medium as the field for it shows it, or what is being looked for there. */
  mediumText: z.string(),
  mediumKind: MediumKind.nullable(),
  mediumName: z.string(),
  serial: z.string(),
  owner: z.string(),
  encryption: Encryption.nullable(),
  purpose: z.string(),
  asset: z.string(),
  workReference: z.string(),
  areaId: Id.nullable(),
  bearer: z.string(),
  organisation: z.string(),
  contents: z.string(),
  confidentiality: Confidentiality.nullable(),
  integrity: z.boolean(),
  availability: z.boolean(),
  restrictions: Restrictions,
  quoted: z.array(QuotedDraft).max(20),
  from: When,
  until: When,
  returnDue: When,
  destination: z.string(),
  means: z.string(),
  protection: z.string(),
  /** A maintenance computer is to be connected. */
  connecting: z.boolean(),
  target: z.string(),
  checks: z.partialRecord(z.enum(CONNECTION_CHECKS), CheckAnswer),
  connectionNote: z.string(),
  note: z.string(),
  reason: z.string(),
  allowedBy: z.string(),
  seal: z.string(),
  /** 定型: the template it is begun from; a draft of an earlier version names none. */
  template: TemplateRef.nullable().default(null),
});
export type Draft = z.infer<typeof Draft>;

/** An empty form. */
export function emptyDraft(kind: RequestKind = 'carry-in'): Draft {
  return {
    revises: null,
    emergency: false,
    visitId: null,
    kind,
    source: 'described',
    mediumId: null,
    mediumText: '',
    mediumKind: null,
    mediumName: '',
    serial: '',
    owner: '',
    encryption: null,
    purpose: '',
    asset: '',
    workReference: '',
    areaId: null,
    bearer: '',
    organisation: '',
    contents: '',
    confidentiality: null,
    integrity: false,
    availability: false,
    restrictions: [],
    quoted: [],
    from: null,
    until: null,
    returnDue: null,
    destination: '',
    means: '',
    protection: '',
    connecting: false,
    target: '',
    checks: {},
    connectionNote: '',
    note: '',
    reason: '',
    allowedBy: '',
    seal: '',
    template: null,
  };
}

/** Whether nothing has been filled in that would be missed. */
export function isBlank(draft: Draft): boolean {
  const empty = { ...emptyDraft(draft.kind), emergency: draft.emergency, visitId: draft.visitId };
  return JSON.stringify({ ...draft, source: empty.source }) === JSON.stringify(empty);
}

/** The longest draft that main keeps (`media.saveDraft`). */
const LONGEST = 20_000;

/** A draft as it is kept; null when there is nothing to keep or it is too long to be kept. */
export function packDraft(draft: Draft): string | null {
  const text = JSON.stringify(draft);
  return isBlank(draft) || text.length > LONGEST ? null : text;
}

/** Reads what {@link packDraft} wrote; undefined for anything else, for instance the draft of an earlier version. */
export function readDraft(text: string): Draft | undefined {
  try {
    const parsed = Draft.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** The form filled as a request is, to be handed in again or as the copy of an earlier one. */
export function draftOf(details: RequestDetails, mediumText: string): Draft {
  const { kind, medium, classification, connection, quoted, template = null, ...rest } = details;
  const { confidentiality, integrity, availability, restrictions } = classification;
  return {
    ...emptyDraft(kind),
    ...rest,
    source: medium.from,
    ...(medium.from === 'register'
      ? { mediumId: medium.mediumId, mediumText }
      : {
          mediumKind: medium.kind,
          mediumName: medium.name,
          serial: medium.serial,
          owner: medium.owner,
          encryption: medium.encryption,
        }),
    confidentiality,
    integrity: integrity === 2,
    availability: availability === 2,
    restrictions,
    quoted: [...quoted],
    connecting: connection !== null,
    target: connection?.target ?? '',
    checks: connection?.checks ?? {},
    connectionNote: connection?.note ?? '',
    template,
  };
}

/** A copy of an earlier request: the same work at another time, so that its period is left open. */
export function copyOf(details: RequestDetails, mediumText: string): Draft {
  return { ...draftOf(details, mediumText), from: null, until: null, returnDue: null };
}

/** What the quoted documents bring along (guideline 3.2 ①): the highest confidentiality and every restriction. */
export function inherited(quoted: readonly QuotedDraft[]): {
  readonly confidentiality: Confidentiality | null;
  readonly restrictions: readonly Restriction[];
} {
  const levels = quoted.flatMap(({ confidentiality }) => confidentiality ?? []);
  const top = levels.reduce<Confidentiality | null>(
    (high, one) => (high === null || one > high ? one : high),
    null,
  );
  return {
    confidentiality: top,
    restrictions: RESTRICTIONS.filter((one) => quoted.some(({ restrictions }) => restrictions.includes(one))),
  };
}

/** The confidentiality in force: the one chosen, or the one inherited where that is higher. */
export function confidentialityOf(draft: Pick<Draft, 'confidentiality' | 'quoted'>): Confidentiality | null {
  const own = draft.confidentiality;
  const top = inherited(draft.quoted).confidentiality;
  if (own === null || top === null) return own ?? top;
  return top > own ? top : own;
}

/** A maintenance computer that comes in is there to be connected (guideline 3.5 (20)). */
export function mustConnect(draft: Pick<Draft, 'kind' | 'mediumKind'>): boolean {
  return draft.kind === 'carry-in' && draft.mediumKind === 'maintenance-computer';
}

/** Whether the form asks for the connection's check list. */
export function connects(draft: Pick<Draft, 'kind' | 'mediumKind' | 'connecting'>): boolean {
  return draft.kind === 'carry-in' && (draft.connecting || mustConnect(draft));
}

/**
 * The form as a request: what the kind does not ask for is left out, what is not filled in stands as null or empty for the
 * contract to name it.
 */
export function detailsFrom(draft: Draft): Readonly<Record<string, unknown>> {
  const { kind } = draft;
  return {
    kind,
    medium:
      draft.source === 'register'
        ? { from: 'register', mediumId: draft.mediumId }
        : {
            from: 'described',
            kind: draft.mediumKind,
            name: draft.mediumName,
            serial: draft.serial,
            owner: draft.owner,
            encryption: draft.encryption,
          },
    purpose: draft.purpose,
    asset: draft.asset,
    workReference: draft.workReference,
    areaId: draft.areaId,
    bearer: draft.bearer,
    organisation: draft.organisation,
    contents: draft.contents,
    classification: {
      confidentiality: confidentialityOf(draft),
      integrity: draft.integrity ? 2 : 1,
      availability: draft.availability ? 2 : 1,
      restrictions: [...draft.restrictions, ...inherited(draft.quoted).restrictions],
    },
    quoted: draft.quoted,
    from: draft.from,
    until: draft.until,
    returnDue: kind === 'transfer' ? null : draft.returnDue,
    destination: kind === 'carry-in' ? '' : draft.destination,
    means: kind === 'transfer' ? draft.means : '',
    protection: draft.protection,
    connection: connects(draft)
      ? { target: draft.target, checks: draft.checks, note: draft.connectionNote }
      : null,
    note: draft.note,
    ...(draft.template === null ? {} : { template: draft.template }),
  };
}

/** What a draft is called in the list of those that are not handed in yet. */
export function titleOf(draft: Draft): string {
  const medium = draft.source === 'register' ? draft.mediumText : draft.mediumName;
  return [medium, draft.purpose, draft.bearer]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' / ')
    .slice(0, 200);
}
