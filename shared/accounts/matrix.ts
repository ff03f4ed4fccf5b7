import type { OpenChannel, SessionChannel } from '../contracts.ts';
import type { Role } from './model.ts';

/** What a session may call before its holder has replaced a password that was handed out. */
export const BEFORE_PASSWORD_CHANGE: ReadonlySet<string> = new Set<SessionChannel>([
  'accounts.me',
  'accounts.changePassword',
  'accounts.lock',
  'accounts.signOut',
  'accounts.attend',
]);

const everyone: readonly Role[] = ['operator', 'officer', 'bcp', 'auditor', 'administrator'];
const readers: readonly Role[] = ['operator', 'officer', 'bcp', 'auditor'];
const door: readonly Role[] = ['operator', 'officer'];
const officer: readonly Role[] = ['officer'];
const administrator: readonly Role[] = ['administrator'];
const keepers: readonly Role[] = ['officer', 'administrator'];
const reviewers: readonly Role[] = ['officer', 'auditor'];

/**
 * The one written matrix: which roles may call which channel (guideline 3.5 (2), (3)). An administrator does account work and
 * backups and sees no ledger; an auditor reads everything and changes no ledger: what an auditor's
 * verification, comparison, review or export leaves on the chain is the record that it was made. Main refuses by this table; the window hides by it.
 */
export const matrix: Readonly<Record<SessionChannel, readonly Role[]>> &
  Readonly<Record<OpenChannel, 'anyone'>> = {
  'accounts.gate': 'anyone',
  'accounts.found': 'anyone',
  'accounts.signIn': 'anyone',
  'accounts.recoveryShare': 'anyone',
  'accounts.recover': 'anyone',
  'accounts.cancelRecovery': 'anyone',
  'accounts.lock': everyone,
  'accounts.signOut': everyone,
  'accounts.attend': everyone,
  'accounts.me': everyone,
  'accounts.changePassword': everyone,
  'accounts.list': ['administrator', 'officer', 'auditor'],
  'accounts.account': ['administrator', 'officer', 'auditor'],
  'accounts.policy': ['administrator', 'officer', 'auditor'],
  'accounts.proposals': ['administrator', 'officer', 'auditor'],
  'accounts.waiting': ['administrator', 'officer', 'auditor'],
  // Which kinds an officer or auditor may propose or confirm stands in proposals.ts.
  'accounts.propose': ['administrator', 'officer'],
  'accounts.confirm': ['administrator', 'officer', 'auditor'],
  'accounts.refuse': ['administrator', 'officer', 'auditor'],
  'accounts.withdraw': ['administrator', 'officer'],
  'accounts.toCheck': ['administrator', 'auditor'],
  'accounts.check': administrator,
  'accounts.keys': ['administrator', 'officer', 'auditor'],
  'accounts.rotate': administrator,
  'accounts.drillShare': ['administrator', 'officer'],
  'accounts.cancelDrill': ['administrator', 'officer'],
  'accounts.cancelRotation': ['administrator', 'officer'],

  'entries.board': readers,
  'entries.counts': readers,
  'entries.expected': readers,
  'entries.history': readers,
  'entries.search': readers,
  'entries.visit': readers,
  'entries.suggestVisitors': door,
  'entries.suggestWords': door,
  'entries.repeatable': door,
  'entries.areas': readers,
  'entries.badges': readers,
  'entries.enter': door,
  'entries.expect': door,
  'entries.cancel': door,
  'entries.leave': door,
  'entries.exitUnknown': door,
  'entries.explain': door,
  'entries.correct': door,
  'entries.returnBadge': door,
  'entries.loseBadge': door,
  'entries.findBadge': door,
  'entries.retireBadge': officer,
  'entries.registerBadges': officer,
  'entries.defineArea': officer,
  'entries.changeArea': officer,
  'entries.retireArea': officer,
  'entries.draft': door,
  'entries.saveDraft': door,
  'entries.chooseImport': officer,
  'entries.previewImport': officer,
  'entries.runImport': officer,
  'entries.cancelImport': officer,

  'media.policy': readers,
  'media.setPolicy': officer,
  'media.inspection': readers,
  'media.scanners': door,
  'media.chooseDrive': door,
  'media.scan': door,
  'media.recordCheck': door,
  'media.settleFindings': officer,
  'media.listContents': door,
  'media.listing': readers,
  'media.differences': readers,
  'media.settleDifference': officer,
  'media.cancelInspection': door,
  'media.quarantines': readers,
  'media.quarantine': door,
  'media.endQuarantine': officer,
  'media.registerSummary': readers,
  'media.media': readers,
  'media.medium': readers,
  'media.stocktakeList': readers,
  'media.registerMedium': officer,
  'media.changeMedium': officer,
  'media.stocktake': door,
  'media.stocktakeDraft': door,
  'media.saveStocktakeDraft': door,
  'media.loseMedium': door,
  'media.findMedium': door,
  'media.eraseMedium': officer,
  'media.destroyMedium': officer,
  'media.counts': readers,
  'media.inbox': officer,
  'media.carried': readers,
  'media.requests': readers,
  'media.request': readers,
  'media.ofVisit': readers,
  'media.ready': readers,
  'media.ruleOf': door,
  'media.suggest': door,
  'media.submit': door,
  'media.resubmit': door,
  'media.retract': door,
  'media.decide': officer,
  'media.withdraw': officer,
  'media.emergency': door,
  'media.carryIn': door,
  'media.takeOut': door,
  'media.handOver': door,
  'media.carryOut': door,
  'media.giveBack': door,
  'media.deliver': door,
  'media.drafts': door,
  'media.saveDraft': door,
  'media.dropDraft': door,

  'sheets.savePdf': 'anyone',
  'sheets.print': 'anyone',

  'trail.status': reviewers,
  'trail.entries': reviewers,
  'trail.verify': reviewers,
  'trail.cancelVerify': reviewers,
  'trail.checkpoint': reviewers,
  'trail.signature': reviewers,
  'trail.compareSlip': reviewers,
  'trail.compareFile': reviewers,
  'trail.reviewState': reviewers,
  'trail.reviewDraft': reviewers,
  'trail.review': reviewers,
  'trail.reviews': reviewers,
  'trail.export': reviewers,
  'trail.cancelExport': reviewers,
  'trail.retention': reviewers,
  'trail.retentionDue': reviewers,
  'trail.cancelErasure': reviewers,

  'vault.health': everyone,
  'vault.lookAgain': everyone,
  'vault.backups': ['officer', 'auditor', 'administrator'],
  'vault.chooseFolder': keepers,
  'vault.backup': keepers,
  'vault.schedule': keepers,
  'vault.chooseDrill': keepers,
  'vault.drill': keepers,
  'vault.cancel': keepers,
  'vault.chooseBackup': 'anyone',
  'vault.examineBackup': 'anyone',
  'vault.restore': 'anyone',
  'vault.cancelRestore': 'anyone',
};

const allowedOf = new Map(Object.entries(matrix));

/** Whether somebody with these roles may call a channel. Unknown channels: no. */
export function mayCall(channel: string, roles: readonly Role[]): boolean {
  const allowed = allowedOf.get(channel);
  if (allowed === undefined) return false;
  return allowed === 'anyone' || allowed.some((role) => roles.includes(role));
}
