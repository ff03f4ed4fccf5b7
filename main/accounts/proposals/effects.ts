import type { ContentOf, ProposalContent, ProposalKind } from '../../../shared/accounts/proposals.ts';
import { refuseContent } from '../../../shared/accounts/proposal-rules.ts';
import { type Role, SITE_KEY_ROLES } from '../../../shared/accounts/model.ts';
import type { NewSuimonEvent } from '../../../shared/events.ts';
import type { Refusal } from '../../../shared/kernel/result.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { ReadDb, WriteDb } from '../../vault/db.ts';
import type { SessionContext, Watch } from '../../context.ts';
import { retentionEffects } from '../../trail/retention/effects.ts';
import { accountById, directory, ownSite, recoveryPairs } from '../queries.ts';

/** A slot to be issued under a new password, which is handed over on paper. */
export interface Handing {
  readonly accountId: string;
  readonly identifier: string;
  readonly name: string;
  readonly site: boolean;
}

/** What confirming does to the keyslots, in the same step. */
export interface KeysPlan {
  readonly hand?: readonly Handing[];
  readonly remove?: readonly string[];
  readonly grantSite?: readonly string[];
  readonly withdrawSite?: readonly string[];
  readonly newRecoveries?: readonly { readonly pair: number; readonly generation: number }[];
  readonly revokeRecovery?: readonly number[];
}

/** What the consequences of a proposal are written with. */
export interface Confirming {
  readonly proposal: string;
  /** An id for what comes into being. */
  readonly fresh: string;
  readonly plan: KeysPlan | undefined;
  readonly now: Instant;
}

/** What main does for a kind of proposal. */
export interface Effect<C> {
  /** What stands against it, asked when it is proposed and again when it is confirmed. */
  refuse(db: ReadDb, content: C, now: Instant): Refusal | undefined;
  /** What follows from it, written after the confirmation and signed with it. Within the transaction. */
  events(db: WriteDb, content: C, confirming: Confirming): readonly NewSuimonEvent[];
  keys?(db: ReadDb, content: C, fresh: string): KeysPlan;
  /** For what takes long: who is told how far it is, and may stop it. */
  watch?(context: SessionContext): Watch;
}

export type Effects = { readonly [K in ProposalKind]: Effect<ContentOf<K>> };

const byDirectory = {
  refuse: (db: ReadDb, content: ProposalContent) => refuseContent(content, directory(db)),
};

const holdsSite = (roles: readonly Role[]) => roles.some((role) => SITE_KEY_ROLES.includes(role));

function subjectOf(accountId: string): `account:${string}` {
  return `account:${accountId}`;
}

function siteSubject(db: ReadDb): `site:${string}` {
  return `site:${ownSite(db)?.code ?? ''}`;
}

/** The account gets a slot anew, and its holder a password. */
function handed(db: ReadDb, { accountId }: { readonly accountId: string }): KeysPlan {
  const account = accountById(db, accountId);
  if (account === undefined) return {};
  const { id, identifier, name, roles } = account;
  return { hand: [{ accountId: id, identifier, name, site: holdsSite(roles) }] };
}

type Ordered = 'account.suspended' | 'account.restored' | 'account.passwordReset' | 'account.keyOrdered';

/** An effect that is one event with a reason about one account. */
function ordering<C extends { readonly accountId: string; readonly reason: string }>(type: Ordered) {
  return {
    events: (_: WriteDb, { accountId, reason }: C, { proposal }: Confirming): NewSuimonEvent[] => [
      { type, version: 1, subject: subjectOf(accountId), data: { proposal, reason } },
    ],
  };
}

/** The one list of what confirmed proposals bring about: forgetting a kind is a compile error. */
export const effects: Effects = {
  'account-create': {
    ...byDirectory,
    events: (_, { identifier, name, reading, roles, hours }, { proposal, fresh }) => [
      {
        type: 'account.registered',
        version: 1,
        subject: subjectOf(fresh),
        data: { proposal, identifier, name, reading, roles, hours },
      },
    ],
    keys: (_, { identifier, name, roles }, fresh) => ({
      hand: [{ accountId: fresh, identifier, name, site: holdsSite(roles) }],
    }),
  },
  'account-rename': {
    ...byDirectory,
    events: (_, { accountId, name, reading }, { proposal }) => [
      {
        type: 'account.renamed',
        version: 1,
        subject: subjectOf(accountId),
        data: { proposal, name, reading },
      },
    ],
  },
  'account-roles': {
    ...byDirectory,
    events: (_, { accountId, roles }, { proposal }) => [
      { type: 'account.rolesChanged', version: 1, subject: subjectOf(accountId), data: { proposal, roles } },
    ],
    keys: (_, { accountId, roles }) =>
      holdsSite(roles) ? { grantSite: [accountId] } : { withdrawSite: [accountId] },
  },
  'account-hours': {
    ...byDirectory,
    events: (_, { accountId, hours }, { proposal }) => [
      { type: 'account.hoursChanged', version: 1, subject: subjectOf(accountId), data: { proposal, hours } },
    ],
  },
  'account-suspend': {
    ...byDirectory,
    ...ordering('account.suspended'),
    keys: (_, { accountId }) => ({ remove: [accountId] }),
  },
  'account-restore': { ...byDirectory, ...ordering('account.restored'), keys: handed },
  'account-reset': { ...byDirectory, ...ordering('account.passwordReset'), keys: handed },
  'account-key': { ...byDirectory, ...ordering('account.keyOrdered') },
  'account-close': {
    ...byDirectory,
    events: (_, { accountIds, reason }, { proposal }) =>
      accountIds.map((accountId) => ({
        type: 'account.closed',
        version: 1,
        subject: subjectOf(accountId),
        data: { proposal, reason },
      })),
    keys: (_, { accountIds }) => ({ remove: accountIds }),
  },
  policy: {
    ...byDirectory,
    events: (db, { policy }, { proposal }) => [
      { type: 'policy.set', version: 1, subject: siteSubject(db), data: { proposal, policy } },
    ],
  },
  'recovery-issue': {
    ...byDirectory,
    events: (db, { pair, custodians }, { proposal, plan }) => [
      {
        type: 'recovery.issued',
        version: 1,
        subject: siteSubject(db),
        data: { proposal, pair, generation: plan?.newRecoveries?.[0]?.generation ?? 1, custodians },
      },
    ],
    keys: (db, { pair }) => {
      const before = recoveryPairs(db).find((one) => one.pair === pair)?.generation ?? 0;
      return { newRecoveries: [{ pair, generation: before + 1 }] };
    },
  },
  'recovery-revoke': {
    refuse: (db, { pair }) =>
      recoveryPairs(db).some((one) => one.pair === pair && one.state === 'valid')
        ? undefined
        : { code: 'recovery-no-pair', field: 'pair' },
    events: (db, { pair }, { proposal }) => [
      { type: 'recovery.revoked', version: 1, subject: siteSubject(db), data: { proposal, pair } },
    ],
    keys: (_, { pair }) => ({ revokeRecovery: [pair] }),
  },
  ...retentionEffects,
};

/** The effect of a content, whose kind holds the two together. */
export function effectOf<C extends ProposalContent>(content: C): Effect<C> {
  return effects[content.kind] as unknown as Effect<C>;
}
