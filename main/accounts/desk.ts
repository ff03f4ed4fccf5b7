import { v7 } from 'uuid';
import type { Founding } from '../../shared/accounts/contract.ts';
import { type Gate, Identifier, type Me, type OpeningFault } from '../../shared/accounts/model.ts';
import { checkFounding, checkPassword } from '../../shared/accounts/rules.ts';
import { ok, refuse, type Reply } from '../../shared/kernel/result.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { z } from '../../shared/kernel/zod.ts';
import type { SessionContext } from '../context.ts';
import { readSite, probe, unlock } from '../vault/unlock.ts';
import { delayUntil, recordFailure, recordSuccess } from '../vault/attempts.ts';
import { Backups } from '../vault/backup/backups.ts';
import { chooseFolder } from '../vault/backup/choose.ts';
import { Restores } from '../vault/backup/restores.ts';
import { AlreadyFounded, foundVault } from '../vault/found.ts';
import { commonPasswords } from './common-password.ts';
import { firstEvents } from './founding.ts';
import type { DeskOptions } from './options.ts';
import { Recovering } from './recovering.ts';
import { OpenSession, type Ending } from './session.ts';

/** Where people come and go: at most one session is open, and it alone holds the key of the ledger. */
export class Desk {
  readonly #options: DeskOptions;
  #session: OpenSession | undefined;
  #fault: { readonly fault: OpeningFault; readonly file: string } | undefined;
  #lastIdentifier: string | undefined;
  #busy = false;

  /** Backups of the open ledger. */
  readonly backups: Backups;
  /** Restoring, while nobody is signed in. */
  readonly restores: Restores;
  /** Recovery by two custodians, while nobody is signed in. */
  readonly recovering: Recovering;

  constructor(options: DeskOptions) {
    this.#options = options;
    const choose = options.chooseFolder ?? chooseFolder;
    this.backups = new Backups(choose);
    this.restores = new Restores({ ...options, choose });
    this.recovering = new Recovering(options);
  }

  /** Where the program stands. A fault met at a sign-in is told once; asked again, the files are looked at anew. */
  gate(): Gate {
    const { paths, demo } = this.#options;
    if (this.#session !== undefined) return { state: 'open', me: this.#session.me() };
    const state = this.#fault ?? probe(paths);
    this.#fault = undefined;
    if (state === 'unfounded') return { state, folder: paths.ledgerFolder };
    if (state !== 'ready') return { state: 'refused', ...state };
    const site = readSite(paths);
    if (site === undefined) return { state: 'refused', fault: 'secret-missing', file: paths.site };
    const last = this.#lastIdentifier;
    return { state: 'locked', site, demo, ...(last === undefined ? {} : { lastIdentifier: last }) };
  }

  /** Founds the site: keys, ledger and the first entries of its chain, all or nothing. */
  async found(input: z.output<typeof Founding>): Promise<Reply<Gate>> {
    if (probe(this.#options.paths) !== 'unfounded') return refuse('already-founded');
    const refusal = checkFounding(input, await commonPasswords());
    if (refusal !== undefined) return { ok: false, refusal };
    return this.#alone(async () => {
      const people = input.accounts.map((account) => ({ ...account, accountId: v7() }));
      try {
        await foundVault(this.#options.paths, input.site, people, (ledger, keys) => {
          firstEvents(ledger, input.site, people, keys, this.#options.clock());
        });
      } catch (error) {
        if (error instanceof AlreadyFounded) return refuse('already-founded');
        throw error;
      }
      return ok(this.gate());
    });
  }

  /**
   * Opens a session. A wrong identifier and a wrong password are refused alike. A fault of the files is what
   * `gate` tells next.
   */
  async signIn(typed: string, password: string): Promise<Reply<Me>> {
    const { paths, clock } = this.#options;
    const parsed = Identifier.safeParse(typed);
    const identifier = parsed.success ? parsed.data : typed;
    const wait = this.#beside(() => delayUntil(paths, identifier, clock()));
    if (wait !== undefined)
      return refuse('sign-in-wait', { detail: { seconds: Math.ceil((wait - clock()) / 1000) } });
    return this.#alone(async () => {
      if (this.#session !== undefined) await this.#end('signed-out');
      const unlocked = await unlock(paths, identifier, password);
      if (!unlocked.ok) {
        if ('refused' in unlocked) {
          this.#beside(() => recordFailure(paths, identifier, clock()));
          return refuse('sign-in-refused');
        }
        this.#fault = { fault: unlocked.fault, file: unlocked.file };
        return refuse('sign-in-fault', { detail: { fault: unlocked.fault } });
      }
      const options = { ...this.#options, witness: this.#options.paths.witness };
      const session = await OpenSession.open(unlocked.vault, options, password);
      if (session === undefined || session === 'hours') {
        unlocked.vault.close();
        return refuse(session === undefined ? 'sign-in-refused' : 'sign-in-hours');
      }
      this.#beside(() => recordSuccess(paths, identifier));
      this.restores.drop();
      this.recovering.drop();
      this.#session = session;
      this.#lastIdentifier = identifier;
      return ok(session.me());
    });
  }

  /** The open session's context, or undefined. Asked anew at each call. */
  context(): SessionContext | undefined {
    const over = this.#session?.over;
    if (over === undefined) return this.#session?.context();
    void this.end(over);
    return undefined;
  }

  /** A page of the open ledger could not be read. */
  damaged(): void {
    this.#session?.damaged();
  }

  /** Somebody is there: the idle time starts anew. */
  attend(): void {
    this.#session?.attend();
  }

  /** Replaces the session holder's own password. */
  async changePassword(current: string, next: string): Promise<Reply<null>> {
    const session = this.#session;
    if (session === undefined) return refuse('no-session');
    if (current === next) return refuse('password-same', { field: 'next' });
    const { identifier, passwordMin } = session.me();
    if ([...next].length < passwordMin)
      return refuse('password-too-short', { field: 'next', detail: { min: passwordMin } });
    const weak = checkPassword(next, identifier, await commonPasswords());
    if (weak !== undefined) return { ok: false, refusal: { ...weak, field: 'next' } };
    return this.#alone(() => session.changePassword(current, next));
  }

  /** Puts the ledger under a new key; answers when it stands or was stopped. */
  async rotate(): Promise<Reply<null>> {
    return (await this.#session?.rotate()) ?? refuse('no-session');
  }

  cancelRotation(): void {
    this.#session?.cancelRotation();
  }

  /** Tries whether the trail can be written again. */
  async lookAgain(): Promise<Reply<Me>> {
    return this.#session?.lookAgain() ?? refuse('no-session');
  }

  /** Does what only can be done while nobody is signed in; nobody can sign in meanwhile. */
  withoutSession<T>(work: () => Promise<Reply<T>>): Promise<Reply<T>> {
    return this.#alone(async () => (this.#session === undefined ? work() : refuse('restore-session')));
  }

  /** Ends the session, if there is one, and forgets the key. The window is told. */
  async end(why: Ending): Promise<void> {
    await this.#alone(async () => {
      await this.#end(why);
      return ok(null);
    });
  }

  /** Called every few seconds: locks a session that nobody has attended for too long; else makes the backup that is due. */
  async tick(now: Instant): Promise<void> {
    this.recovering.tick(now);
    const session = this.#session;
    if (session === undefined) return;
    session.watchHours(now);
    if (session.over !== undefined) await this.end(session.over);
    else if (session.isIdle(now)) await this.end('idle');
    else await this.#backUp(session);
  }

  async #backUp(session: OpenSession): Promise<void> {
    try {
      await this.backups.tick(session.context());
    } catch (error) {
      this.#options.report('backup', error);
    }
  }

  async #end(why: Ending): Promise<void> {
    const session = this.#session;
    if (session === undefined) return;
    this.#session = undefined;
    await session.end(why);
    if (why === 'signed-out') this.#lastIdentifier = undefined;
    if (why !== 'quit') this.#options.push('accounts', 'sessionEnded', { why });
  }

  /** What stands beside the ledger must not keep anybody out: on a disk that cannot be written the ledger is still read. */
  #beside<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.#options.report('sign-in', error);
      return undefined;
    }
  }

  /** One coming or going at a time: a second one is refused rather than mixed in. */
  async #alone<T>(work: () => Promise<Reply<T>>): Promise<Reply<T>> {
    if (this.#busy) return refuse('busy');
    this.#busy = true;
    try {
      return await work();
    } finally {
      this.#busy = false;
    }
  }
}
