import type { SuimonEvent } from '../../shared/events.ts';
import { eventKinds } from '../../shared/events.ts';
import { follows } from '../../shared/accounts/consequences.ts';
import { confirmedByTwo, keyIsWanted, ownSite, proposedContent, signingKeyOf } from '../accounts/queries.ts';
import { settlementStands } from '../media/inspection/settlement-stands.ts';
import { decisionStands } from '../media/requests/decision-stands.ts';
import { requestStands } from '../media/requests/request-stands.ts';
import { templateStands } from '../media/templates/template-stands.ts';
import type { ReadDb } from '../vault/db.ts';
import { verifyWith } from '../vault/signatures.ts';
import { signatureHolds } from './event-signature.ts';
import { endorsedBytes } from './endorsement.ts';

/**
 * Whether an event carries the signature that its kind asks for, by the key its actor had when it was written, and, where it takes
 * two people, is what a proposal says that somebody else made, or a decision on what somebody else asked for; a request
 * stands if it takes the permission or notification that follows from what it asks. `db` holds the views as they were before the event. Kinds that
 * need no signature may carry one, which then has to hold too.
 */
export function signatureStands(db: ReadDb, event: SuimonEvent): boolean {
  if (event.type === 'site.keyChanged') return endorsedBySite(db, event);
  if (event.type === 'account.keyMade') return ownKeyStands(db, event);
  if (
    (event.type === 'request.submitted' ||
      event.type === 'request.resubmitted' ||
      event.type === 'request.emergency') &&
    !requestStands(db, event)
  )
    return false;
  if (event.signature === undefined) return !eventKinds[event.type].signed;
  const key = signingKeyOf(db, event.actor);
  if (key === undefined || !signatureHolds(event, key)) return false;
  if (
    event.type === 'request.decided' ||
    event.type === 'request.withdrawn' ||
    event.type === 'request.putOff'
  )
    return decisionStands(db, event);
  if (
    event.type === 'media.findingsSettled' ||
    event.type === 'media.differenceSettled' ||
    event.type === 'media.quarantineEnded'
  )
    return settlementStands(db, event);
  if (event.type === 'template.enforced' || event.type === 'template.retired')
    return templateStands(db, event);
  if (!('proposal' in event.data)) return true;
  const { proposal } = event.data;
  const content = proposedContent(db, proposal);
  return content !== undefined && confirmedByTwo(db, proposal, event.actor) && follows(content, event);
}

type Of<T extends SuimonEvent['type']> = Extract<SuimonEvent, { readonly type: T }>;

/** A new key signs for itself; it is the person's because the old one endorses it or because it was ordered by two people. */
function ownKeyStands(db: ReadDb, event: Of<'account.keyMade'>): boolean {
  const { algorithm, key, endorsement } = event.data;
  if (event.subject !== `account:${event.actor}` || !signatureHolds(event, key)) return false;
  if (keyIsWanted(db, event.actor)) return true;
  const before = signingKeyOf(db, event.actor);
  return (
    endorsement !== null &&
    before !== undefined &&
    endorses(before, event.subject, algorithm, key, endorsement)
  );
}

function endorsedBySite(db: ReadDb, event: Of<'site.keyChanged'>): boolean {
  const { algorithm, key, endorsement } = event.data;
  const before = ownSite(db)?.signingKey;
  return before !== undefined && endorses(before, event.subject, algorithm, key, endorsement);
}

function endorses(by: string, subject: string, algorithm: string, key: string, endorsement: string): boolean {
  const signature = Buffer.from(endorsement, 'base64');
  return suites.some((suite) => verifyWith(suite, by, endorsedBytes(subject, algorithm, key), signature));
}

/** A key fits one suite only, so that trying each says no more than trying its own. */
const suites = ['ed25519', 'ecdsa-p256-sha256'] as const;
