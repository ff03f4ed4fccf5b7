import { join } from 'node:path';
import { Desk } from '../../../main/accounts/desk.ts';
import { rolesOf } from '../../../main/accounts/queries/roles.ts';
import type { Actor } from '../../../main/context.ts';
import { Writer } from '../../../main/trail/change.ts';
import { storeCheckpoint } from '../../../main/trail/checkpoints.ts';
import { type ReadDb, rows } from '../../../main/vault/db.ts';
import { vaultPaths } from '../../../main/vault/paths.ts';
import type { Proof } from '../../../main/vault/own-slot.ts';
import { type OpenVault, unlock } from '../../../main/vault/unlock.ts';
import { Founding } from '../../../shared/accounts/contract.ts';
import type { NewSuimonEvent } from '../../../shared/events.ts';
import type { Refusal, Reply } from '../../../shared/kernel/result.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { Person } from './site.ts';

interface Site {
  readonly code: string;
  readonly name: string;
  readonly room: string;
}

type Decided<T> =
  | { readonly events: readonly NewSuimonEvent[]; readonly value: T }
  | { readonly refusal: Refusal };

/** A command of a ledger (main/entries/commands.ts, main/media/requests/commands.ts). */
type Command<I, T> = (db: ReadDb, input: I, now: Instant, actor: Actor) => Decided<T>;

/** The places below a site folder, as `--site-folder` has them (main/places.ts). */
export function pathsBelow(folder: string) {
  return vaultPaths(join(folder, 'app'), join(folder, 'ledger'));
}

/** The value of a reply; a refusal is a mistake of the one who made the site, and thrown. */
function valueOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.refusal)}`);
  return reply.value;
}

/** Founds a site in an empty folder, as the first-run wizard does, at the time given. Takes half a second a person. */
export async function foundSite(
  folder: string,
  site: Site,
  people: readonly Person[],
  password: string,
  at: Instant,
): Promise<void> {
  const desk = new Desk({
    paths: pathsBelow(folder),
    clock: () => at,
    push: () => undefined,
    committed: () => undefined,
    report: () => undefined,
    demo: true,
  });
  const accounts = people.map((person) => ({ ...person, password, mustChangePassword: false }));
  valueOf(await desk.found(Founding.parse({ site, accounts })));
}

/**
 * The ledger of a founded site, written by the program's own commands while the clock is set by hand. Anybody with an
 * account can be the one who acts, without a sign-in for each, which would cost half a second.
 */
export class Book {
  readonly #vault: OpenVault;
  readonly #writer: Writer;
  readonly #actors: ReadonlyMap<string, Actor>;
  readonly #proofs = new Map<string, Proof>();
  /** The time at which everything happens until it is set anew; never back. */
  now: Instant;

  private constructor(vault: OpenVault, from: Instant) {
    this.#vault = vault;
    this.now = from;
    this.#writer = new Writer(vault.ledger.write, () => this.now, {
      committed: () => undefined,
      readOnly: () => undefined,
    });
    const accounts = rows<{ identifier: string; id: string; name: string; roles: string }>(
      vault.ledger.read,
      'SELECT identifier, id, name, roles FROM accounts_account',
    );
    this.#actors = new Map(
      accounts.map(({ identifier, id, name, roles }) => [identifier, { id, name, roles: rolesOf(roles) }]),
    );
  }

  /** Opens the ledger with an officer's identifier and password, the clock standing at `from`. */
  static async open(folder: string, officer: string, password: string, from: Instant): Promise<Book> {
    const unlocked = await unlock(pathsBelow(folder), officer, password);
    if (!unlocked.ok) throw new Error(`the site does not open: ${JSON.stringify(unlocked)}`);
    return new Book(unlocked.vault, from);
  }

  /** Does one command as somebody; throws if it is refused. */
  async do<I, T>(who: string, command: Command<I, T>, input: I): Promise<T> {
    const actor = this.#actorOf(who);
    return valueOf(await this.#writer.change(actor.id, (db, now) => command(db, input, now, actor)));
  }

  /** As {@link do}, signed with that person's own key, which their password opens; half a second the first time. */
  async sign<I, T>(who: string, password: string, command: Command<I, T>, input: I): Promise<T> {
    const actor = this.#actorOf(who);
    const proof = this.#proofs.get(who) ?? (await this.#vault.prove(who, password));
    if (proof?.sign === undefined) throw new Error(`${who} has no key to sign with`);
    this.#proofs.set(who, proof);
    const signatory = { ...actor, sign: proof.sign };
    return valueOf(
      await this.#writer.change(actor.id, (db, now) => {
        const decision = command(db, input, now, signatory);
        return 'refusal' in decision ? decision : { ...decision, signatory };
      }),
    );
  }

  /** Writes that a session of somebody was opened or closed. */
  async session(who: string, what: 'opened' | 'closed'): Promise<void> {
    const { id } = this.#actorOf(who);
    const subject = `account:${id}` as const;
    const event: NewSuimonEvent =
      what === 'opened'
        ? { type: 'session.opened', version: 1, subject, data: {} }
        : { type: 'session.closed', version: 1, subject, data: { why: 'signed-out' } };
    valueOf(await this.#writer.change(id, () => ({ events: [event], value: null })));
  }

  /** Makes a checkpoint of the chain and closes the ledger. */
  async close(): Promise<void> {
    for (const proof of this.#proofs.values()) proof.close();
    const { siteSign } = this.#vault;
    if (siteSign !== undefined)
      valueOf(await this.#writer.store((db) => storeCheckpoint(db, siteSign, this.now)));
    this.#vault.close();
  }

  /** What is in the ledger now. */
  get read(): ReadDb {
    return this.#vault.ledger.read;
  }

  #actorOf(who: string): Actor {
    const actor = this.#actors.get(who);
    if (actor === undefined) throw new Error(`nobody has the identifier ${who}`);
    return actor;
  }
}
