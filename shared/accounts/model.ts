import { line, requiredLine } from '../kernel/text.ts';
import type { Instant } from '../kernel/time.ts';
import type { CheckFlag } from './check.ts';
import type { Hours } from './hours.ts';
import type { DueReason } from './key-events.ts';
import { z } from '../kernel/zod.ts';

/** The five roles (product.md, Roles and rules). One person may hold several. */
export const ROLES = ['operator', 'officer', 'bcp', 'auditor', 'administrator'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** What a person types to say who they are: 2 to 32 of a-z, 0-9, dot, hyphen, underscore; typed in any case or width. */
export const Identifier = z
  .string()
  .max(64, { error: 'too-long' })
  .transform((value) => value.normalize('NFKC').trim().toLowerCase())
  .refine((value) => /^[a-z0-9][a-z0-9._-]{1,31}$/u.test(value), { error: 'identifier-form' });

/** The shortest password accepted. Length over composition; NIST SP 800-63B asks for 8, this program for 12. */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 256;

/** A password as typed at sign-in: any text within the longest. Compared in NFKC, so that the width typed does not matter. */
export const TypedPassword = z
  .string()
  .min(1, { error: 'required' })
  .max(PASSWORD_MAX, { error: 'too-long' })
  .transform((value) => value.normalize('NFKC'));

/** A password being chosen. Whether it is common is judged in main, against the list kept offline. */
export const NewPassword = TypedPassword.refine((value) => [...value].length >= PASSWORD_MIN, {
  error: 'password-too-short',
});

export const PersonName = requiredLine(100);
export const Reading = line(100);

/** Roles whose holders sign decisions, trust or account changes with a key of their own (security.md, Keys). */
export const SIGNING_ROLES: readonly Role[] = ['officer', 'auditor', 'administrator'];

/** Roles for which the site's own keys are sealed. */
export const SITE_KEY_ROLES: readonly Role[] = ['officer', 'auditor'];

/** Where an account stands. A suspended one can be restored, a closed one cannot; neither identifier is ever given again. */
export const ACCOUNT_STATES = ['active', 'suspended', 'closed'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** Who is signed in, as the window may know it. */
export interface Me {
  readonly accountId: string;
  readonly identifier: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly site: { readonly code: string; readonly name: string; readonly room: string };
  /** The site is fictional, for trying and training. */
  readonly demo: boolean;
  /** The sign-in before this one; undefined at the first. */
  readonly lastSignIn?: number;
  /** Refused sign-ins under this identifier since then. */
  readonly failedSince: number;
  readonly mustChangePassword: boolean;
  /** Characters of the shortest password that may be chosen. */
  readonly passwordMin: number;
  /** Minutes without a key press or a pointer movement after which the session locks. */
  readonly idleMinutes: number;
  /** The ledger opened is older than this machine last saw it: entries are missing from its end. */
  readonly shortfall?: { readonly expected: number; readonly found: number };
  /** Why nothing can be changed at present; undefined when all is well. */
  readonly readOnly?: ReadOnlyReason;
}

/** Why the program only shows and does not change: the trail could not be written, the disk or folder is read-only. */
export type ReadOnlyReason = 'disk-full' | 'write-failed' | 'read-only-folder' | 'damaged';

/** Why a ledger that exists cannot be opened, each shown in its own words (security.md, A6-A8). */
export const OPENING_FAULTS = [
  'ledger-missing',
  'ledger-plaintext',
  'ledger-damaged',
  'ledger-newer',
  'ledger-other-cipher',
  'keys-missing',
  'keys-damaged',
  'keys-altered',
  'keys-algorithm',
  'secret-missing',
  'folder-unreadable',
] as const;
export type OpeningFault = (typeof OPENING_FAULTS)[number];

/** Where the program stands before anybody has signed in. */
export type Gate =
  | { readonly state: 'unfounded'; readonly folder: string }
  | {
      readonly state: 'locked';
      readonly site: { readonly code: string; readonly name: string; readonly room: string };
      /** The identifier whose session was locked, to be offered again. */
      readonly lastIdentifier?: string;
      readonly demo: boolean;
    }
  | { readonly state: 'refused'; readonly fault: OpeningFault; readonly file: string }
  | { readonly state: 'open'; readonly me: Me };

/** An account as listed. */
export interface AccountRow {
  readonly id: string;
  readonly identifier: string;
  readonly name: string;
  readonly reading: string;
  readonly roles: readonly Role[];
  readonly state: AccountState;
  readonly hours: Hours | null;
  readonly createdAt: number;
  readonly lastSignIn: number | null;
  /** When the password was last set. */
  readonly passwordAt: number;
  /** It was handed over and not replaced yet. */
  readonly mustChangePassword: boolean;
  /** The suite of the signing key; null if the account has none. */
  readonly keyAlgorithm: string | null;
  /** A signing key is to be made at the next sign-in. */
  readonly keyWanted: boolean;
}

/** An account with what happened to it, newest first. */
export interface AccountDetail extends AccountRow {
  readonly stateSince: Instant;
  readonly story: readonly AccountStoryItem[];
}

/** One entry of the chain about an account. `data` is the event's own. */
export interface AccountStoryItem {
  readonly seq: number;
  readonly at: Instant;
  readonly actorName: string;
  readonly type: string;
  readonly data: unknown;
  /** Whether it carries a signature that holds by its actor's key of that time; null where it carries none. */
  readonly signature: boolean | null;
}

/** What a confirmation brought: passwords and recovery shares to be handed over on paper. Answered once, kept nowhere. */
export interface Confirmed {
  readonly handed: readonly {
    readonly accountId: string;
    readonly identifier: string;
    readonly name: string;
    readonly password: string;
  }[];
  readonly shares: readonly RecoveryShare[];
}

/** One custodian's half of a recovery key, as printed: rows of groups, each with its own check (docs in main/vault/recovery). */
export interface RecoveryShare {
  readonly pair: number;
  readonly generation: number;
  readonly half: 'A' | 'B';
  readonly custodian: string;
  readonly rows: readonly string[];
}

/** The accounts to be judged at a periodic check. */
export interface AccountsToCheck {
  readonly lastAt: Instant | null;
  readonly lastByName: string | null;
  readonly dueAt: Instant;
  readonly rows: readonly (AccountRow & { readonly flags: readonly CheckFlag[] })[];
}

/** What waits in account work. */
export interface Waiting {
  /** Proposals that this person could confirm. */
  readonly toConfirm: number;
  /** This person's own proposals that wait for somebody else. */
  readonly mine: number;
  /** Passwords handed over and not replaced yet. */
  readonly handed: number;
  /** When the periodic check is due. */
  readonly checkDueAt: Instant;
  /** No pair of custodians holds shares of a recovery key. */
  readonly recoveryMissing: boolean;
  /** The ledger's key is to be replaced (somebody was suspended, closed or recovered, another encryption was settled). */
  readonly rotationDue: boolean;
}

/** How far the re-encryption of the ledger under a new key is, in bytes. */
export interface RotationProgress {
  readonly state: 'running' | 'done' | 'stopped';
  readonly done: number;
  readonly total: number;
}

/** A pair of custodians and how their recovery key stands. */
export interface RecoveryPair {
  readonly pair: number;
  readonly generation: number;
  readonly custodians: readonly [string, string];
  readonly issuedAt: Instant;
  readonly state: 'valid' | 'used' | 'revoked';
  readonly drilledAt: Instant | null;
  readonly drillResult: 'good' | 'bad' | null;
}

/** The keys of a site as the screen of algorithms shows them; nothing of it is secret. */
export interface KeysOverview {
  readonly epoch: number;
  readonly rotatedAt: Instant | null;
  /** Why the ledger's key is to be replaced, and since when (null: since the settled encryption is another). */
  readonly rotationDue: { readonly why: DueReason; readonly since: Instant | null } | null;
  /** What the ledger file is encrypted with, and what it is to be encrypted with from its next rotation on. */
  readonly ledgerEncryption: { readonly inUse: string; readonly settled: string };
  readonly siteSuite: string;
  readonly slots: readonly {
    readonly accountId: string;
    readonly name: string;
    readonly iterations: number;
    readonly signing: string | null;
    readonly holdsSite: boolean;
  }[];
  readonly pairs: readonly RecoveryPair[];
  /** The inventory of algorithms, each with how many keys, slots or entries stand on it. */
  readonly algorithms: readonly {
    readonly id: string;
    readonly use: string;
    readonly cryptrec: string;
    readonly status: 'live' | 'read-only' | 'refused';
    /** Of several for one use it is the one that two administrators have settled. */
    readonly settled: boolean;
    readonly objects: number;
  }[];
}

/** One half of a recovery key has been entered. */
export interface RecoveryHalf {
  readonly state: 'half';
  readonly pair: number;
  readonly half: 'A' | 'B';
}

/** Both halves have opened the ledger: whom it is opened for is still to be said. */
export interface RecoveryOpened {
  readonly state: 'open';
  readonly pair: number;
  readonly custodians: readonly [string, string];
  readonly administrators: readonly {
    readonly id: string;
    readonly identifier: string;
    readonly name: string;
  }[];
}

/** How a drill of a recovery came out. */
export interface RecoveryDrilled {
  readonly state: 'drilled';
  readonly pair: number;
  readonly result: 'good' | 'bad';
}
