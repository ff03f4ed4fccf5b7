import { assertNever } from '../kernel/assert-never.ts';
import type { Refusal } from '../kernel/result.ts';
import type { Instant } from '../kernel/time.ts';
import { sameRetained, sameTarget } from '../trail/retention/rules.ts';
import type { AccountState, Role } from './model.ts';
import {
  concernedBy,
  partiesOf,
  type Proposal,
  type ProposalContent,
  type ProposalKind,
} from './proposals.ts';

/** An account as the rules know it. */
export interface DirectoryAccount {
  readonly id: string;
  readonly identifier: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly state: AccountState;
  /** It has, or will have, a signing key. */
  readonly signs: boolean;
}

/** Everybody there is or ever was. */
export type Directory = readonly DirectoryAccount[];

/** Fewer active administrators than this and nothing that takes two can be done. */
export const ADMINISTRATORS_MIN = 2;
export const OFFICERS_MIN = 1;

/** Whether somebody with this role sees ledgers. An administrator's identifier does account work and nothing else. */
export function seesLedgers(role: Role): boolean {
  return role !== 'administrator';
}

function rolesRefusal(roles: readonly Role[]): Refusal | undefined {
  if (new Set(roles).size !== roles.length) return { code: 'malformed', field: 'roles' };
  return roles.includes('administrator') && roles.some(seesLedgers)
    ? { code: 'administrator-ledger-role', field: 'roles' }
    : undefined;
}

function active(directory: Directory, role: Role): number {
  return directory.filter(({ state, roles }) => state === 'active' && roles.includes(role)).length;
}

/** Refuses a directory in which too few are left to go on (security.md, U5). `before` may have had too few already. */
function tooFew(before: Directory, after: Directory): Refusal | undefined {
  const falls = (role: Role, least: number) =>
    active(after, role) < least && active(after, role) < active(before, role);
  if (falls('administrator', ADMINISTRATORS_MIN)) return { code: 'last-administrators' };
  if (falls('officer', OFFICERS_MIN)) return { code: 'last-officer' };
  return undefined;
}

function having(
  directory: Directory,
  ids: readonly string[],
  change: (account: DirectoryAccount) => Partial<DirectoryAccount>,
): Directory {
  return directory.map((account) =>
    ids.includes(account.id) ? { ...account, ...change(account) } : account,
  );
}

function inState(directory: Directory, id: string, states: readonly AccountState[]): Refusal | undefined {
  const account = directory.find((candidate) => candidate.id === id);
  if (account === undefined) return { code: 'account-missing', field: 'accountId' };
  return states.includes(account.state)
    ? undefined
    : { code: `account-${account.state}`, field: 'accountId', detail: { name: account.name } };
}

/** What stands against account work, asked when it is proposed and again when it is confirmed; undefined if nothing does. */
export function refuseContent(content: ProposalContent, directory: Directory): Refusal | undefined {
  switch (content.kind) {
    case 'account-create':
      return directory.some(({ identifier }) => identifier === content.identifier)
        ? { code: 'identifier-taken', field: 'identifier' }
        : rolesRefusal(content.roles);
    case 'account-rename':
    case 'account-hours':
    case 'account-reset':
      return inState(directory, content.accountId, ['active']);
    case 'account-roles':
      return (
        inState(directory, content.accountId, ['active']) ??
        rolesRefusal(content.roles) ??
        unchangedRoles(content.accountId, content.roles, directory) ??
        tooFew(
          directory,
          having(directory, [content.accountId], () => ({ roles: content.roles })),
        )
      );
    case 'account-suspend':
      return (
        inState(directory, content.accountId, ['active']) ??
        tooFew(
          directory,
          having(directory, [content.accountId], () => ({ state: 'suspended' })),
        )
      );
    case 'account-restore':
      return inState(directory, content.accountId, ['suspended']);
    case 'account-key':
      return (
        inState(directory, content.accountId, ['active']) ??
        (directory.some(({ id, signs }) => id === content.accountId && signs)
          ? undefined
          : { code: 'account-no-key', field: 'accountId' })
      );
    case 'account-close': {
      for (const id of content.accountIds) {
        const refusal = inState(directory, id, ['active', 'suspended']);
        if (refusal !== undefined) return { ...refusal, field: 'accountIds' };
      }
      return tooFew(
        directory,
        having(directory, content.accountIds, () => ({ state: 'closed' })),
      );
    }
    case 'policy':
    case 'recovery-revoke':
    case 'retention-set':
    case 'erasure':
      return undefined;
    case 'recovery-issue': {
      const [first, second] = content.custodians;
      return first === second ? { code: 'recovery-same-custodian', field: 'custodians' } : undefined;
    }
    default:
      return assertNever(content);
  }
}

function unchangedRoles(id: string, roles: readonly Role[], directory: Directory): Refusal | undefined {
  const before = directory.find((account) => account.id === id)?.roles ?? [];
  const same = before.length === roles.length && before.every((role) => roles.includes(role));
  return same ? { code: 'proposal-nothing-changes', field: 'roles' } : undefined;
}

function may(account: DirectoryAccount | undefined, roles: readonly Role[]): account is DirectoryAccount {
  return account?.state === 'active' && account.roles.some((role) => roles.includes(role));
}

/** Who could confirm something of this kind about these accounts, proposed by this person. */
export function possibleConfirmers(
  kind: ProposalKind,
  proposer: string,
  concerned: readonly string[],
  directory: Directory,
): Directory {
  const { confirm } = partiesOf(kind);
  return directory.filter(
    (account) =>
      account.id !== proposer && !concerned.includes(account.id) && account.signs && may(account, confirm),
  );
}

/**
 * Whether somebody may propose this: by role, not about themselves, with somebody there who could confirm it, and not while
 * the same is open already. What the content itself has against it is asked apart.
 */
export function refuseProposal(
  content: ProposalContent,
  proposer: string,
  directory: Directory,
  open: readonly Pick<Proposal, 'content'>[],
): Refusal | undefined {
  const { propose } = partiesOf(content.kind);
  const concerned = concernedBy(content);
  if (
    !may(
      directory.find(({ id }) => id === proposer),
      propose,
    )
  )
    return { code: 'not-allowed' };
  if (concerned.includes(proposer)) return { code: 'proposal-own-account' };
  if (open.some((other) => sameMatter(other.content, content))) return { code: 'proposal-open-already' };
  return possibleConfirmers(content.kind, proposer, concerned, directory).length === 0
    ? { code: 'proposal-nobody-to-confirm' }
    : undefined;
}

function sameMatter(one: ProposalContent, other: ProposalContent): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind === 'account-create' && other.kind === 'account-create')
    return one.identifier === other.identifier;
  if (one.kind === 'retention-set' && other.kind === 'retention-set')
    return sameRetained(one.retained, other.retained);
  if (one.kind === 'erasure' && other.kind === 'erasure') return sameTarget(one.target, other.target);
  const [ids, others] = [concernedBy(one), concernedBy(other)];
  return ids.length === 0 || ids.some((id) => others.includes(id));
}

/** Where a proposal stands at this moment. */
export function stateAt(
  { state, expiresAt }: Pick<Proposal, 'state' | 'expiresAt'>,
  now: Instant,
): Proposal['state'] {
  return state === 'open' && now >= expiresAt ? 'expired' : state;
}

/** Whether somebody may confirm, or refuse, a proposal: open, not their own, not about them, both parties in office (U1, U2). */
export function refuseDecision(
  proposal: Proposal,
  decider: string,
  directory: Directory,
  now: Instant,
): Refusal | undefined {
  const { propose, confirm } = partiesOf(proposal.content.kind);
  const state = stateAt(proposal, now);
  if (state !== 'open') return { code: `proposal-${state}` };
  if (
    !may(
      directory.find(({ id }) => id === proposal.madeBy),
      propose,
    )
  )
    return { code: 'proposal-void' };
  if (decider === proposal.madeBy) return { code: 'proposal-own' };
  if (concernedBy(proposal.content).includes(decider)) return { code: 'proposal-own-account' };
  return may(
    directory.find(({ id }) => id === decider),
    confirm,
  )
    ? undefined
    : { code: 'not-allowed' };
}
