import { command, defineContract, openCommand, openQuery, push, query } from '../kernel/contract.ts';
import { SiteCode } from '../kernel/ids.ts';
import { requiredLine } from '../kernel/text.ts';
import { z } from '../kernel/zod.ts';
import {
  type AccountRow,
  type Gate,
  Identifier,
  type Me,
  NewPassword,
  PersonName,
  Reading,
  Role,
  TypedPassword,
} from './model.ts';

const nothing = z.strictObject({});

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
    /** Ends the session, keeping who it was for the next sign-in. */
    lock: command<null>()(nothing),
    signOut: command<null>()(nothing),
    /** The window saw a key press or a pointer movement. */
    attend: command<null>()(nothing),
    me: query<Me>()(nothing),
    changePassword: command<null>()(z.strictObject({ current: TypedPassword, next: NewPassword })),
    list: query<readonly AccountRow[]>()(nothing),
  },
  {
    /** The session ended in main: the window drops everything and shows the login form. */
    sessionEnded: push<{ readonly why: 'signed-out' | 'locked' | 'idle' | 'failed' }>(),
    readOnly: push<Me>(),
  },
);
