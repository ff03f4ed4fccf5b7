import { command, defineContract, openCommand, openQuery, push, query } from '../kernel/contract.ts';
import { Id, SiteCode } from '../kernel/ids.ts';
import { paragraph, requiredLine, requiredParagraph } from '../kernel/text.ts';
import { z } from '../kernel/zod.ts';
import { CheckItem } from './check.ts';
import {
  type AccountDetail,
  type AccountRow,
  type AccountsToCheck,
  type Confirmed,
  type Gate,
  type KeysOverview,
  Identifier,
  type Me,
  NewPassword,
  PersonName,
  Reading,
  type RecoveryDrilled,
  type RecoveryHalf,
  type RecoveryOpened,
  Role,
  type RotationProgress,
  TypedPassword,
  type Waiting,
} from './model.ts';
import type { SettledPolicy } from './policy.ts';
import { type Proposal, ProposalContent } from './proposals.ts';

const nothing = z.strictObject({});

/** A custodian's half as typed or scanned. */
const Share = z.strictObject({ share: z.string().max(400, { error: 'too-long' }) });

/** Who decides on the page of somebody else's session: null for the session's holder. */
const Decider = z.strictObject({
  proposalId: Id,
  identifier: z.string().max(64).nullable(),
  password: TypedPassword,
});

/** One person entered in the first-run wizard. Administrators and officers choose their own password there and then. */
export const FoundingAccount = z.strictObject({
  identifier: Identifier,
  name: PersonName,
  reading: Reading,
  roles: z.array(Role).min(1, { error: 'required' }),
  password: NewPassword,
  /** The password was handed out, not chosen: it is changed at the first sign-in. */
  mustChangePassword: z.boolean(),
});

/** What the first-run wizard hands over. Two administrators and an officer at least: a rule, checked in `rules.ts`. */
export const Founding = z.strictObject({
  site: z.strictObject({ code: SiteCode, name: requiredLine(60), room: requiredLine(60) }),
  accounts: z.array(FoundingAccount).max(50, { error: 'too-many' }),
});

export const accountsContract = defineContract(
  'accounts',
  {
    gate: openQuery<Gate>()(nothing),
    found: openCommand<Gate>()(Founding),
    signIn: openCommand<Me>()(z.strictObject({ identifier: z.string().max(64), password: TypedPassword })),
    /** Takes a custodian's half of a recovery key as typed; the second opens the ledger. */
    recoveryShare: openCommand<RecoveryHalf | RecoveryOpened>()(Share),
    /** Gives an administrator a new password, answered once; the ledger is then put under a new key. */
    recover: openCommand<Confirmed['handed'][number]>()(z.strictObject({ accountId: Id })),
    cancelRecovery: openCommand<null>()(nothing),
    /** Ends the session, keeping who it was for the next sign-in. */
    lock: command<null>()(nothing),
    signOut: command<null>()(nothing),
    /** The window saw a key press or a pointer movement. */
    attend: command<null>()(nothing),
    me: query<Me>()(nothing),
    changePassword: command<null>()(z.strictObject({ current: TypedPassword, next: NewPassword })),
    list: query<readonly AccountRow[]>()(nothing),
    account: query<AccountDetail>()(z.strictObject({ id: Id })),
    policy: query<SettledPolicy>()(nothing),
    /** Open ones first, then those decided or expired, newest first. */
    proposals: query<readonly Proposal[]>()(z.strictObject({ limit: z.int().min(1).max(200) })),
    /** Proposes what takes two people, signed by the session's holder. */
    propose: command<{ readonly id: string }>()(
      z.strictObject({ content: ProposalContent, password: TypedPassword }),
    ),
    /** Confirms, signed by whoever's identifier and password are given; what is to be handed over is answered once. */
    confirm: command<Confirmed>()(Decider),
    refuse: command<null>()(Decider.extend({ reason: requiredParagraph(500) })),
    withdraw: command<null>()(z.strictObject({ proposalId: Id, reason: requiredParagraph(500) })),
    /** Every account that is not closed, with what stands out, for the periodic check. */
    toCheck: query<AccountsToCheck>()(nothing),
    check: command<null>()(
      z.strictObject({
        items: z.array(CheckItem).max(1000, { error: 'too-many' }),
        remarks: paragraph(2000),
        password: TypedPassword,
      }),
    ),
    waiting: query<Waiting>()(nothing),
    keys: query<KeysOverview>()(nothing),
    /** Puts the ledger under a new key; progress comes by push. Answers when it stands, or was stopped. */
    rotate: command<null>()(nothing),
    cancelRotation: command<null>()(nothing),
    /** A drill: halves are entered as in a recovery, and open nothing but the proof that they would. */
    drillShare: command<RecoveryHalf | RecoveryDrilled>()(Share),
    cancelDrill: command<null>()(nothing),
  },
  {
    /** The session ended in main: the window drops everything and shows the login form. */
    sessionEnded: push<{
      readonly why: 'signed-out' | 'locked' | 'idle' | 'failed' | 'suspended' | 'hours';
    }>(),
    /** What the window knows of the session's holder has changed: name, roles, rules, whether the trail can be written. */
    meChanged: push<Me>(),
    /** Something of the accounts or proposals has changed. */
    changed: push<{ readonly head: number }>(),
    rotation: push<RotationProgress>(),
  },
);
