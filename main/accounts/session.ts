import type { Me } from '../../shared/accounts/model.ts';
import type { NewSuimonEvent } from '../../shared/events.ts';
import { ok, refuse, type Reply } from '../../shared/kernel/result.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { SessionContext } from '../context.ts';
import { type Head, ownHead } from '../trail/append.ts';
import { Writer } from '../trail/change.ts';
import { storeCheckpoint } from '../trail/checkpoints.ts';
import { readWitness, shortfall, writeWitness } from '../trail/witness.ts';
import { clearFailures, type Failure, takeFailures } from '../vault/attempts.ts';
import { copyLedger } from '../vault/copy-ledger.ts';
import { freeBytes } from '../vault/disk.ts';
import { rewriteKeysState } from '../vault/keys-trial.ts';
import { isWritable } from '../vault/probe.ts';
import type { OpenVault } from '../vault/unlock.ts';
import { attest } from './attest.ts';
import type { SessionOptions } from './options.ts';
import { type Account, accountById, ownSite } from './queries.ts';

/** Why a session ends. */
export type Ending = 'signed-out' | 'locked' | 'idle' | 'quit' | 'failed';

/** Bytes that have to be free before a session that had no room left goes on. */
const ROOM_TO_RESUME = 32 * 1024 * 1024;

/** How often at most the witness of the chain is written, ms. */
const WITNESS_EVERY = 1000;

/** Refused sign-ins, counted by identifier, as the chain records them. */
export function refusedSignIns(failures: readonly Failure[], site: string): NewSuimonEvent[] {
  const byIdentifier = new Map<string, Failure[]>();
  for (const failure of failures) {
    byIdentifier.set(failure.identifier, [...(byIdentifier.get(failure.identifier) ?? []), failure]);
  }
  return [...byIdentifier].map(([identifier, all]) => {
    const times = all.map(({ at }) => at);
    return {
      type: 'session.refused',
      version: 1,
      subject: `site:${site}`,
      data: { identifier, times: all.length, first: Math.min(...times), last: Math.max(...times) },
    };
  });
}

/** A person at the desk: the open vault, its one writer, and what the window is told of who it is. */
export class OpenSession {
  readonly #vault: OpenVault;
  readonly #options: SessionOptions;
  readonly #writer: Writer;
  readonly #context: SessionContext;
  #me: Me;
  #ended = false;
  #witnessedAt = 0;
  #unwitnessed: Head | undefined;
  attendedAt: Instant;

  private constructor(vault: OpenVault, options: SessionOptions, account: Account, me: Me) {
    this.#vault = vault;
    this.#options = options;
    this.#me = me;
    this.attendedAt = options.clock();
    this.#writer = new Writer(vault.ledger.write, options.clock, {
      committed: (head, types) => this.#committed(head, types),
      readOnly: (reason) => {
        this.#me = { ...this.#me, readOnly: reason };
        options.push('accounts', 'readOnly', this.#me);
      },
    });
    const allowed = () => !this.#ended;
    this.#context = {
      actor: { id: account.id, name: account.name, roles: account.roles },
      me: this.#me,
      read: vault.ledger.read,
      ledger: vault.ledger,
      now: options.clock,
      push: options.push,
      ended: () => this.#ended,
      change: (decide) => this.#writer.change(account.id, decide, allowed),
      changeInSteps: (steps, cancelled) => this.#writer.changeInSteps(account.id, steps, cancelled, allowed),
      attest: (identifier, password, work) =>
        attest(
          { vault, read: vault.ledger.read, paths: options.paths, clock: options.clock },
          identifier ?? me.identifier,
          password,
          work,
        ),
      bySystem: (decide) => this.#writer.change('system', decide, allowed),
      paths: options.paths,
      copy: (copying) =>
        copyLedger({
          ...copying,
          ledger: vault.ledger,
          inStillness: (work) => this.#writer.still(work, allowed),
        }),
      store: (work) => this.#writer.store(work),
    };
  }

  /**
   * Opens the session of the person whose slot opened the vault, and records it. Answers undefined when the ledger knows no
   * such account. A ledger that cannot be written is opened for viewing.
   */
  static async open(vault: OpenVault, options: SessionOptions): Promise<OpenSession | undefined> {
    const { read } = vault.ledger;
    const account = accountById(read, vault.accountId);
    const site = ownSite(read);
    const head = ownHead(read);
    if (account === undefined || site === undefined || head === undefined) return undefined;
    const missing = shortfall(read, head, readWitness(options.witness));
    const session = new OpenSession(vault, options, account, {
      accountId: account.id,
      identifier: account.identifier,
      name: account.name,
      roles: account.roles,
      site: { code: site.code, name: site.name, room: site.room },
      demo: options.demo,
      failedSince: 0,
      mustChangePassword: account.mustChangePassword,
      idleMinutes: options.idleMinutes,
      ...(missing === undefined
        ? {}
        : { shortfall: { expected: missing.expected.size, found: missing.found } }),
      ...(vault.viewingOnly === false ? {} : { readOnly: vault.viewingOnly }),
    });
    await session.#record(account, site.code, missing);
    return session;
  }

  /** Records the opening: failures since the last, a shortfall if there is one, the session; then a checkpoint. */
  async #record(account: Account, site: string, missing: ReturnType<typeof shortfall>): Promise<void> {
    const failures = takeFailures(this.#options.paths);
    const events: NewSuimonEvent[] = refusedSignIns(failures, site);
    if (missing !== undefined) {
      events.push({
        type: 'trail.shortfall',
        version: 1,
        subject: `site:${site}`,
        data: {
          expectedSize: missing.expected.size,
          expectedHead: missing.expected.head,
          foundSize: missing.found,
        },
      });
    }
    events.push({ type: 'session.opened', version: 1, subject: `account:${account.id}`, data: {} });
    const written = await this.#writer.change(account.id, () => ({ events, value: null }));
    if (written.ok) {
      try {
        clearFailures(this.#options.paths, failures);
      } catch (error) {
        this.#options.report('sign-in', error);
      }
      await this.#checkpoint();
    }
    this.#me = { ...this.#me, ...this.#account() };
  }

  /** What the ledger says of the account now. */
  #account(): Pick<Me, 'failedSince' | 'mustChangePassword'> & { readonly lastSignIn?: number } {
    const account = accountById(this.#vault.ledger.read, this.#me.accountId);
    if (account === undefined) return { failedSince: 0, mustChangePassword: false };
    return {
      failedSince: account.failedSince,
      mustChangePassword: account.mustChangePassword,
      ...(account.previousSignIn === null ? {} : { lastSignIn: account.previousSignIn }),
    };
  }

  async #checkpoint(): Promise<void> {
    const { siteSign } = this.#vault;
    if (siteSign === undefined) return;
    await this.#writer.store((db) => {
      storeCheckpoint(db, siteSign, this.#options.clock());
    });
  }

  me(): Me {
    return this.#me;
  }

  context(): SessionContext {
    return { ...this.#context, me: this.#me };
  }

  /** A page of the ledger could not be read: it is shown as far as it can be, and not changed. */
  damaged(): void {
    this.#writer.stop('damaged');
  }

  /** Tries whether the trail can be written again; if so the session goes on as before. */
  async lookAgain(): Promise<Reply<Me>> {
    const { readOnly } = this.#me;
    if (readOnly === undefined) return ok(this.#me);
    const { paths } = this.#options;
    const free = await freeBytes(paths.ledgerFolder);
    const full = free !== undefined && free < ROOM_TO_RESUME;
    if (full) return refuse('still-unwritable', { detail: { reason: 'disk-full' } });
    if (this.#vault.viewingOnly !== false) {
      return isWritable(paths)
        ? refuse('sign-in-again')
        : refuse('still-unwritable', { detail: { reason: readOnly } });
    }
    const reason = await this.#writer.resume(rewriteKeysState);
    if (reason !== undefined) return refuse('still-unwritable', { detail: { reason } });
    const { readOnly: _, ...me } = this.#me;
    this.#me = me;
    this.#options.push('accounts', 'readOnly', me);
    return ok(me);
  }

  attend(): void {
    this.attendedAt = this.#options.clock();
  }

  /** See `Desk.changePassword`. The keyslot and the chain's record of it change in one step (vault/unlock.ts). */
  async changePassword(current: string, next: string): Promise<Reply<null>> {
    const subject = `account:${this.#me.accountId}` as const;
    const outcome = await this.#vault.changePassword(current, next, async (step, work) => {
      const reply = await this.#writer.change(this.#me.accountId, (db) => {
        work(db);
        const event: NewSuimonEvent = { type: 'account.passwordChanged', version: 1, subject, data: {} };
        return { events: step === 'announce' ? [event] : [], value: null };
      });
      if (!reply.ok) throw new Error(`password: ${reply.refusal.code}`);
    });
    if (outcome === 'wrong') return refuse('password-wrong', { field: 'current' });
    this.#me = { ...this.#me, mustChangePassword: false };
    return ok(null);
  }

  /** Records the end, closes the ledger and forgets the keys. Safe to call when nothing can be written. */
  async end(why: Ending): Promise<void> {
    this.#ended = true;
    const event: NewSuimonEvent = {
      type: 'session.closed',
      version: 1,
      subject: `account:${this.#me.accountId}`,
      data: { why: why === 'failed' ? 'quit' : why },
    };
    await this.#writer.change(this.#me.accountId, () => ({ events: [event], value: null }));
    await this.#writer.close();
    if (this.#unwitnessed !== undefined) writeWitness(this.#options.witness, this.#unwitnessed);
    this.#vault.close();
  }

  #committed(head: Head, types: ReadonlySet<string>): void {
    const now = this.#options.clock();
    this.#unwitnessed = head;
    if (Math.abs(now - this.#witnessedAt) >= WITNESS_EVERY && writeWitness(this.#options.witness, head)) {
      this.#witnessedAt = now;
      this.#unwitnessed = undefined;
    }
    this.#options.committed(head, types);
  }
}
