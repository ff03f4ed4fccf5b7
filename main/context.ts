import type { Me, Role } from '../shared/accounts/model.ts';
import type { Contract, MessageOf, OutputOf, ParsedInputOf } from '../shared/kernel/contract.ts';
import type { Contracts, FeatureName } from '../shared/contracts.ts';
import type { NewSuimonEvent } from '../shared/events.ts';
import type { Refusal, Reply } from '../shared/kernel/result.ts';
import type { Clock, Instant } from '../shared/kernel/time.ts';
import type { CopyOptions } from './vault/copy-ledger.ts';
import type { ReadDb, WriteDb } from './vault/db.ts';
import type { Ledger } from './vault/ledger.ts';
import type { KeysOrder, KeysState } from './vault/open-vault.ts';
import type { Halves } from './vault/recovery.ts';
import type { VaultPaths } from './vault/paths.ts';
import type { Signed } from './vault/signatures.ts';

/** Who acts: taken from the session in main, never from a message. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Somebody who has just proved by their password that they are there, and signs with their own key. */
export interface Signatory extends Actor {
  sign(bytes: Uint8Array): Signed;
}

/** Whoever waits for work that takes long: told how far it is, asked whether it is still wanted. */
export interface Watch {
  /** `done` of about `total` steps; as many as there are once it has ended, well or not. */
  progress(done: number, total: number): void;
  cancelled(): boolean;
}

/**
 * What a decision comes to: events to append and a value to answer, or a refusal. With a signatory the events are theirs: they
 * stand as the actor, and each event carries their signature. With a watch the events are written in steps, between which the
 * event loop turns; once it says cancelled nothing has changed and the reply is `cancelled`.
 */
export type Decision<T> =
  | {
      readonly events: readonly NewSuimonEvent[];
      readonly value: T;
      readonly signatory?: Signatory;
      readonly watch?: Watch;
    }
  | { readonly refusal: Refusal };

/** Sends a message to the window, if there is one. */
export type PushTo = <F extends FeatureName, P extends keyof Contracts[F]['pushes'] & string>(
  feature: F,
  name: P,
  message: MessageOf<Contracts[F]['pushes'][P]>,
) => void;

/** What the handler of a session channel works with. */
export interface SessionContext {
  readonly actor: Actor;
  readonly me: Me;
  /** Committed state, read beside the writer. */
  readonly read: ReadDb;
  /** For verification: the ledger as it stands now, and an empty one to replay into. */
  readonly ledger: Pick<Ledger, 'snapshot' | 'scratch'>;
  readonly now: Clock;
  readonly push: PushTo;
  /** The session is over: long work stops. */
  ended(): boolean;
  /**
   * The way of one change: takes the writer's turn, opens a transaction, lets `decide` gather facts and decide, appends,
   * projects, commits. Refused with `trail-unwritable` if the trail cannot be written; then nothing has changed.
   */
  change<T>(decide: (db: WriteDb, now: Instant) => Decision<T>): Promise<Reply<T>>;
  /**
   * As {@link SessionContext.change} for thousands of events: `steps` yields them in portions, the event loop turns between
   * portions, all in one transaction. `cancelled` is asked between portions; if it says yes nothing has changed.
   */
  changeInSteps<T>(
    steps: (db: WriteDb, now: Instant) => Generator<readonly NewSuimonEvent[], T>,
    cancelled: () => boolean,
  ): Promise<Reply<T>>;
  /**
   * As {@link SessionContext.change}, with the keyslots changed in the same step: both or neither. Takes about a second for each slot issued.
   * Answers the halves of recovery keys made anew, to be wiped by the caller.
   */
  changeKeys(
    order: Omit<KeysOrder, 'iterations'>,
    decide: (db: WriteDb, now: Instant) => Decision<unknown>,
  ): Promise<Reply<readonly Halves[]>>;
  /** What stands in the keyslot file; nothing of it is secret. */
  keys(): KeysState;
  /**
   * Has somebody prove with their password that they are there: the session's holder (`identifier` undefined), or a second
   * person on the same page, whose session this does not become. `work` gets them as a signatory, whose key is wiped once
   * it has settled. Refused: `attest-refused` at field `password` (recorded and slowed down as a sign-in is),
   * `sign-in-wait`, `attest-no-key` if their roles do not sign.
   */
  attest<T>(
    identifier: string | undefined,
    password: string,
    work: (signatory: Signatory) => Promise<Reply<T>>,
  ): Promise<Reply<T>>;
  /** Makes a checkpoint of the chain as it stands and keeps it. Refused with `no-site-key` for roles without the site's key. */
  checkpoint(): Promise<Reply<null>>;
  /** As {@link SessionContext.change}, for what the program does by itself: the actor is `system`. */
  bySystem<T>(decide: (db: WriteDb, now: Instant) => Decision<T>): Promise<Reply<T>>;
  /** Where the vault's files stand. */
  readonly paths: VaultPaths;
  /** Copies the open ledger's file while others write (vault/copy-ledger.ts). */
  copy<T>(options: Omit<CopyOptions<T>, 'ledger' | 'inStillness'>): Promise<Reply<T>>;
  /** Stores something of the window's own (a draft), outside the chain. */
  store(work: (db: WriteDb) => void): Promise<Reply<null>>;
}

/** The handlers of a feature's session channels, by channel name. */
export type SessionHandlers<K extends Contract> = {
  readonly [C in keyof K['channels'] as K['channels'][C] extends { access: 'session' } ? C : never]: (
    input: ParsedInputOf<K['channels'][C]>,
    context: SessionContext,
  ) => Reply<OutputOf<K['channels'][C]>> | Promise<Reply<OutputOf<K['channels'][C]>>>;
};

/** The handlers of a feature's channels that can be called before sign-in. */
export type OpenHandlers<K extends Contract> = {
  readonly [C in keyof K['channels'] as K['channels'][C] extends { access: 'open' } ? C : never]: (
    input: ParsedInputOf<K['channels'][C]>,
  ) => Reply<OutputOf<K['channels'][C]>> | Promise<Reply<OutputOf<K['channels'][C]>>>;
};
