import { withinHours } from '../../shared/accounts/hours.ts';
import type { Me } from '../../shared/accounts/model.ts';
import { passwordIsOld } from '../../shared/accounts/policy.ts';
import type { NewSuimonEvent } from '../../shared/events.ts';
import { ok, refuse, type Reply } from '../../shared/kernel/result.ts';
import { type Instant, MINUTE } from '../../shared/kernel/time.ts';
import type { SessionContext } from '../context.ts';
import { type Head, ownHead } from '../trail/append.ts';
import { Writer } from '../trail/change.ts';
import { storeCheckpoint } from '../trail/checkpoints.ts';
import { readWitness, shortfall, writeWitness } from '../trail/witness.ts';
import { clearFailures, takeFailures } from '../vault/attempts.ts';
import { copyLedger } from '../vault/copy-ledger.ts';
import type { OpenVault } from '../vault/unlock.ts';
import { attest } from './attest.ts';
import { leaveReadOnly } from './look-again.ts';
import { openingEvents } from './opening.ts';
import type { SessionOptions } from './options.ts';
import { type Account, accountById, ownSite, policyOf, rotationOf } from './queries.ts';
import { SessionKeys } from './session-keys.ts';
import { SessionRotations } from './session-rotation.ts';

/** Why a session ends. */
export type Ending = 'signed-out' | 'locked' | 'idle' | 'quit' | 'failed' | 'suspended' | 'hours';

/** How often at most the witness of the chain is written, ms. */
const WITNESS_EVERY = 1000;

/** A person at the desk: the open vault, its one writer, and what the window is told of who it is. */
export class OpenSession {
  readonly #vault: OpenVault;
  readonly #options: SessionOptions;
  readonly #writer: Writer;
  #me: Me;
  #account: Account;
  readonly #keys: SessionKeys;
  readonly #rotations: SessionRotations;
  #opened = false;
  #ended = false;
  #over: Ending | undefined;
  #witnessedAt = 0;
  #unwitnessed: Head | undefined;
  attendedAt: Instant;

  private constructor(vault: OpenVault, options: SessionOptions, account: Account, me: Me) {
    this.#vault = vault;
    this.#options = options;
    this.#account = account;
    this.#me = me;
    this.attendedAt = options.clock();
    this.#writer = new Writer(vault.ledger.write, options.clock, {
      committed: (head, types) => this.#committed(head, types),
      readOnly: (reason) => this.#tell({ readOnly: reason }),
    });
    this.#keys = new SessionKeys({
      vault,
      writer: this.#writer,
      report: options.report,
      account: () => this.#account,
      me: () => this.#me,
      ended: () => this.#ended,
    });
    this.#rotations = new SessionRotations({
      keys: this.#keys,
      read: () => vault.ledger.read,
      encryption: () => vault.keys().encryption,
      tell: (progress) => options.push('accounts', 'rotation', progress),
      report: options.report,
      failed: () => {
        this.#over ??= 'failed';
      },
    });
  }

  /**
   * Opens the session of the person whose slot opened the vault, and records it. Answers undefined when the ledger knows no
   * such account, or not as one in use. A ledger that cannot be written is opened for viewing.
   */
  static async open(
    vault: OpenVault,
    options: SessionOptions,
    password: string,
  ): Promise<OpenSession | 'hours' | undefined> {
    const { read } = vault.ledger;
    const account = accountById(read, vault.accountId);
    const site = ownSite(read);
    const head = ownHead(read);
    if (account?.state !== 'active' || site === undefined || head === undefined) return undefined;
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
      passwordMin: policyOf(read).passwordMin,
      idleMinutes: policyOf(read).idleMinutes,
      ...(missing === undefined
        ? {}
        : { shortfall: { expected: missing.expected.size, found: missing.found } }),
      ...(vault.viewingOnly === false ? {} : { readOnly: vault.viewingOnly }),
    });
    if (!withinHours(account.hours, options.clock())) {
      await session.#refusedForHours(account, site.code);
      return 'hours';
    }
    await session.#record(account, site.code, missing);
    await session.#keys.renew(password);
    session.#opened = true;
    session.#rotations.startIfDue();
    return session;
  }

  /** The right password at the wrong time leaves its trace like a wrong one. */
  async #refusedForHours({ id, identifier }: Account, site: string): Promise<void> {
    const at = this.#options.clock();
    const data = { identifier, times: 1, first: at, last: at };
    await this.#writer.change(id, () => ({
      events: [{ type: 'session.refused', version: 1, subject: `site:${site}`, data }],
      value: null,
    }));
    await this.#writer.close();
  }

  /** Records the opening: what was found, the session; then a checkpoint. */
  async #record(account: Account, site: string, missing: ReturnType<typeof shortfall>): Promise<void> {
    const failures = takeFailures(this.#options.paths);
    const { epoch: recorded, dueWhy: why } = rotationOf(this.#vault.ledger.read);
    const { epoch: file, encryption } = this.#vault.keys();
    const epoch = { file, encryption, recorded, why };
    const events = openingEvents({ failures, missing, epoch }, account.id, site);
    const written = await this.#writer.change(account.id, () => ({ events, value: null }));
    if (written.ok) {
      try {
        clearFailures(this.#options.paths, failures);
      } catch (error) {
        this.#options.report('sign-in', error);
      }
      await this.#checkpoint();
    }
    this.#refresh();
  }

  async #checkpoint(): Promise<Reply<null>> {
    const { siteSign } = this.#vault;
    if (siteSign === undefined) return refuse('no-site-key');
    return this.#writer.store((db) => {
      storeCheckpoint(db, siteSign, this.#options.clock());
    });
  }

  me(): Me {
    return this.#me;
  }

  /** Why the session is over though nobody has ended it: its holder was suspended or closed, or their hours have ended. */
  get over(): Ending | undefined {
    return this.#over;
  }

  context(): SessionContext {
    const vault = this.#vault;
    const { id, name, roles } = this.#account;
    const allowed = () => !this.#ended && this.#over === undefined;
    return {
      actor: { id, name, roles },
      me: this.#me,
      // A rotation replaces the ledger: whoever has waited reads the one of now.
      get read() {
        return vault.ledger.read;
      },
      get ledger() {
        return vault.ledger;
      },
      now: this.#options.clock,
      push: this.#options.push,
      ended: () => !allowed(),
      change: (decide) => this.#writer.change(id, decide, allowed),
      changeInSteps: (steps, cancelled) => this.#writer.changeInSteps(id, steps, cancelled, allowed),
      changeKeys: (order, decide) => this.#keys.change(order, decide),
      keys: () => this.#vault.keys(),
      attest: (identifier, password, work) =>
        attest(
          { vault, read: () => vault.ledger.read, paths: this.#options.paths, clock: this.#options.clock },
          identifier ?? this.#me.identifier,
          password,
          work,
        ),
      checkpoint: () => this.#checkpoint(),
      bySystem: (decide) => this.#writer.change('system', decide, allowed),
      paths: this.#options.paths,
      copy: (copying) =>
        copyLedger({
          ...copying,
          ledger: vault.ledger,
          inStillness: (work) => this.#writer.still(work, allowed),
        }),
      store: (work) => this.#writer.store(work),
    };
  }

  /** Puts the ledger under a new key because somebody asks for it. */
  rotate(): Promise<Reply<null>> {
    return this.#rotations.run('requested');
  }

  cancelRotation(): void {
    this.#rotations.cancel();
  }

  /** A page of the ledger could not be read: it is shown as far as it can be, and not changed. */
  damaged(): void {
    this.#writer.stop('damaged');
  }

  /** Tries whether the trail can be written again; if so the session goes on as before. */
  async lookAgain(): Promise<Reply<Me>> {
    const { readOnly } = this.#me;
    if (readOnly === undefined) return ok(this.#me);
    const left = await leaveReadOnly(this.#vault, this.#writer, this.#options, readOnly);
    if (!left.ok) return left;
    const { readOnly: _, ...me } = this.#me;
    this.#become(me);
    return ok(this.#me);
  }

  attend(): void {
    this.attendedAt = this.#options.clock();
  }

  /** Whether nobody has attended for longer than is settled. */
  isIdle(now: Instant): boolean {
    return now - this.attendedAt > this.#me.idleMinutes * MINUTE;
  }

  /** Looks whether the person's hours have ended. */
  watchHours(now: Instant): void {
    if (!withinHours(this.#account.hours, now)) this.#over ??= 'hours';
  }

  /** See `Desk.changePassword`. */
  changePassword(current: string, next: string): Promise<Reply<null>> {
    return this.#keys.changePassword(current, next);
  }

  /** Records the end, closes the ledger and forgets the keys. Safe to call when nothing can be written. */
  async end(why: Ending): Promise<void> {
    this.#rotations.cancel();
    await this.#rotations.settled();
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
    if ([...types].some((type) => /^(?:account|policy|recovery)\./u.test(type))) this.#refresh();
    if (['account.suspended', 'account.closed', 'policy.set'].some((type) => types.has(type))) {
      // Not from within the commit: the rotation takes turns of its own.
      setImmediate(() => {
        if (!this.#ended) this.#rotations.startIfDue();
      });
    }
    this.#options.committed(head, types);
  }

  /** Reads anew what the ledger says of the person and of the rules for all: it holds from the next call on. */
  #refresh(): void {
    const { read } = this.#vault.ledger;
    const account = accountById(read, this.#me.accountId);
    if (account === undefined) return;
    this.#account = account;
    if (account.state !== 'active') this.#over ??= 'suspended';
    const policy = policyOf(read);
    const old = passwordIsOld(policy, account.passwordAt, this.#options.clock());
    this.#tell({
      name: account.name,
      roles: account.roles,
      failedSince: account.failedSince,
      mustChangePassword: account.mustChangePassword || old,
      passwordMin: policy.passwordMin,
      idleMinutes: policy.idleMinutes,
      ...(account.previousSignIn === null ? {} : { lastSignIn: account.previousSignIn }),
    });
  }

  /** Changes what the window knows of the person, and tells it. */
  #tell(change: Partial<Me>): void {
    this.#become({ ...this.#me, ...change });
  }

  #become(me: Me): void {
    const before = JSON.stringify(this.#me);
    this.#me = me;
    if (this.#opened && JSON.stringify(this.#me) !== before)
      this.#options.push('accounts', 'meChanged', this.#me);
  }
}
