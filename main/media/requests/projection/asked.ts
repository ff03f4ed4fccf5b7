import type { NewMediaEvent, MediaEvent } from '../../../../shared/media/events.ts';
import { RequestDetails, type RequestRule } from '../../../../shared/media/requests/model.ts';
import { canonicalJson } from '../../../../shared/kernel/canonical-json.ts';
import { type ReadDb, row, run, type WriteDb } from '../../../vault/db.ts';
import { digestOf } from '../digest.ts';
import type { RequestRecord } from './record.ts';

/** The written events of these types. */
export type Of<T extends NewMediaEvent['type']> = Extract<MediaEvent, { readonly type: T }>;

type Asked = Omit<
  RequestRecord,
  | 'no'
  | 'id'
  | 'requester'
  | 'requested_at'
  | 'decide_by'
  | 'state'
  | 'whereabouts'
  | 'visit_id'
  | 'handed'
  | 'quarantined'
  | 'carried_at'
  | 'ended_at'
  | 'holder'
  | 'seal'
>;

/** The columns that a revision of a request fills. */
export function askedColumns({
  details,
  rule,
  revision,
}: {
  readonly details: RequestDetails;
  readonly rule: RequestRule;
  readonly revision: number;
}): Asked {
  const { medium } = details;
  const described = medium.from === 'described';
  return {
    kind: details.kind,
    revision,
    digest: digestOf(details),
    rule_by: rule.by,
    rule_officers: rule.officers,
    rule_reasons: canonicalJson(rule.reasons),
    medium_id: described ? null : medium.mediumId,
    medium_kind: described ? medium.kind : null,
    medium_name: described ? medium.name : null,
    purpose: details.purpose,
    bearer: details.bearer,
    organisation: details.organisation,
    asset: details.asset,
    area: details.areaId,
    confidentiality: details.classification.confidentiality,
    from_at: details.from,
    until_at: details.until,
    due: details.returnDue ?? details.until,
    template: details.template?.id ?? null,
    template_version: details.template?.version ?? null,
  };
}

/** Keeps the whole of what is asked; `emergency` is kept from the beginning on. */
export function writeDetails(
  db: WriteDb,
  no: number,
  details: RequestDetails,
  emergency: { readonly reason: string; readonly allowedBy: string } | undefined,
): void {
  run(
    db,
    `INSERT INTO media_request_details (no, details, emergency_reason, allowed_by) VALUES (?, ?, ?, ?)
     ON CONFLICT (no) DO UPDATE SET details = excluded.details`,
    no,
    canonicalJson(details),
    emergency?.reason ?? null,
    emergency?.allowedBy ?? null,
  );
}

/** What is asked as it was last kept; undefined if nothing was. */
export function detailsOf(db: ReadDb, no: number): RequestDetails | undefined {
  const found = row<{ details: string }>(db, 'SELECT details FROM media_request_details WHERE no = ?', no);
  return found && RequestDetails.parse(JSON.parse(found.details));
}
