import type { SuimonEvent } from '../events.ts';

/**
 * What the trail is filtered by, and the number by which a group stands in the view. A number is never given to another
 * group.
 */
export const GROUPS = {
  sessions: 1,
  accounts: 2,
  door: 3,
  furnishing: 4,
  trail: 5,
  alarms: 6,
  keys: 7,
  media: 8,
} as const;

export type TrailGroup = keyof typeof GROUPS;
export const TRAIL_GROUPS = [
  'sessions',
  'accounts',
  'door',
  'furnishing',
  'trail',
  'alarms',
  'keys',
  'media',
] as const satisfies readonly TrailGroup[];

type Type = SuimonEvent['type'];

/** The group of each type of event. */
const groupOfType: Readonly<Record<Type, TrailGroup>> = {
  'site.founded': 'accounts',
  'account.created': 'accounts',
  'account.passwordChanged': 'accounts',
  'proposal.made': 'accounts',
  'proposal.confirmed': 'accounts',
  'proposal.refused': 'accounts',
  'proposal.withdrawn': 'accounts',
  'account.registered': 'accounts',
  'account.renamed': 'accounts',
  'account.rolesChanged': 'accounts',
  'account.hoursChanged': 'accounts',
  'account.suspended': 'accounts',
  'account.restored': 'accounts',
  'account.closed': 'accounts',
  'account.passwordReset': 'accounts',
  'account.keyOrdered': 'accounts',
  'account.keyMade': 'keys',
  'account.slotRenewed': 'keys',
  'accounts.checked': 'accounts',
  'policy.set': 'accounts',
  'site.keyChanged': 'keys',
  'recovery.issued': 'keys',
  'recovery.revoked': 'keys',
  'recovery.used': 'keys',
  'recovery.drilled': 'keys',
  'keys.rotated': 'keys',
  'retention.set': 'trail',
  'payloads.erased': 'trail',
  'backup.made': 'trail',
  'backup.failed': 'alarms',
  'backup.scheduled': 'trail',
  'backup.drilled': 'trail',
  'ledger.restored': 'alarms',
  'session.opened': 'sessions',
  'session.closed': 'sessions',
  'session.refused': 'sessions',
  'area.defined': 'furnishing',
  'area.changed': 'furnishing',
  'area.retired': 'furnishing',
  'badge.registered': 'furnishing',
  'badge.returned': 'furnishing',
  'badge.lost': 'furnishing',
  'badge.found': 'furnishing',
  'badge.retired': 'furnishing',
  'visit.expected': 'door',
  'visit.cancelled': 'door',
  'visit.entered': 'door',
  'visit.left': 'door',
  'visit.exitUnknown': 'door',
  'visit.explained': 'door',
  'visit.corrected': 'door',
  'visit.imported': 'door',
  'media.policySet': 'media',
  'media.checked': 'media',
  'media.findingsSettled': 'media',
  'media.listedPart': 'media',
  'media.listDropped': 'media',
  'media.listed': 'media',
  'media.differenceSettled': 'media',
  'media.imported': 'media',
  'media.listExported': 'media',
  'media.quarantined': 'media',
  'media.quarantineEnded': 'media',
  'medium.registered': 'media',
  'medium.changed': 'media',
  'medium.stocktaken': 'media',
  'medium.lost': 'media',
  'medium.found': 'media',
  'medium.erased': 'media',
  'medium.destroyed': 'media',
  'template.written': 'media',
  'template.changed': 'media',
  'template.discarded': 'media',
  'template.enforced': 'media',
  'template.retired': 'media',
  'request.submitted': 'media',
  'request.resubmitted': 'media',
  'request.retracted': 'media',
  'request.decided': 'media',
  'request.withdrawn': 'media',
  'request.emergency': 'media',
  'request.carriedIn': 'media',
  'request.takenOut': 'media',
  'request.handedOver': 'media',
  'request.carriedOut': 'media',
  'request.givenBack': 'media',
  'request.delivered': 'media',
  'request.reminded': 'media',
  'request.putOff': 'media',
  'clock.anomaly': 'alarms',
  'trail.shortfall': 'alarms',
  'trail.verified': 'trail',
  'trail.compared': 'trail',
  'trail.reviewed': 'trail',
  'trail.exported': 'trail',
};

/** The group that events of a type belong to. */
export function groupOf(type: Type): TrailGroup {
  return groupOfType[type];
}

/** Types of which every event is pointed out at a review, with the others of {@link isNotable}. */
const NOTABLE: ReadonlySet<Type> = new Set<Type>([
  'session.refused',
  'clock.anomaly',
  'trail.shortfall',
  'account.created',
  'account.registered',
  'account.renamed',
  'account.rolesChanged',
  'account.hoursChanged',
  'account.suspended',
  'account.restored',
  'account.closed',
  'account.passwordReset',
  'account.keyOrdered',
  'account.keyMade',
  'policy.set',
  'site.keyChanged',
  'recovery.issued',
  'recovery.revoked',
  'recovery.used',
  'recovery.drilled',
  'keys.rotated',
  'retention.set',
  'payloads.erased',
  'media.policySet',
  'media.findingsSettled',
  'media.differenceSettled',
  'media.listExported',
  'media.quarantined',
  'media.quarantineEnded',
  'medium.lost',
  'medium.destroyed',
  'template.enforced',
  'template.retired',
  'request.withdrawn',
  'request.emergency',
  'request.putOff',
  'backup.failed',
  'ledger.restored',
  'badge.lost',
  'visit.exitUnknown',
  'visit.corrected',
]);

/** Whether whoever reviews the trail is to have this event pointed out: what was refused, corrected, amiss or of accounts. */
export function isNotable(event: SuimonEvent): boolean {
  switch (event.type) {
    case 'trail.verified':
      return event.data.result === 'broken';
    case 'trail.compared':
      return event.data.result !== 'equal';
    case 'media.checked':
      return event.data.check.result === 'found';
    case 'medium.stocktaken':
      return !event.data.seen || event.data.sealIntact === false;
    default:
      return NOTABLE.has(event.type);
  }
}
