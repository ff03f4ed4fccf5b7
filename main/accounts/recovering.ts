import { randomBytes } from 'node:crypto';
import type { Confirmed, RecoveryHalf, RecoveryOpened } from '../../shared/accounts/model.ts';
import { readablePassword } from '../../shared/accounts/readable-password.ts';
import type { NewSuimonEvent } from '../../shared/events.ts';
import { ok, refuse, type Reply } from '../../shared/kernel/result.ts';
import { type Instant, MINUTE } from '../../shared/kernel/time.ts';
import { Writer } from '../trail/change.ts';
import { recordFailure } from '../vault/attempts.ts';
import { wipe } from '../vault/keys.ts';
import type { InTurn } from '../vault/keys-state.ts';
import type { OpenVault } from '../vault/open-vault.ts';
import { type RecoveredVault, recoverVault } from '../vault/recover.ts';
import { readShare, type Share, type ShareFault } from '../vault/recovery-share.ts';
import type { DeskOptions } from './options.ts';
import { directory, ownSite, policyOf, recoveryPairs } from './queries.ts';

/** How long the first half waits for the second, and both for what is to be done with them. */
const PATIENCE = 15 * MINUTE;

/** Under what name a failed recovery stands among the refused sign-ins. */
const RECOVERY = 'recovery';

type Handed = Confirmed['handed'][number];

/**
 * A recovery at the desk, while nobody is signed in: two custodians enter their halves apart, neither seeing the other's; then an
 * administrator gets a new password, the key that was used is void, and the ledger is put under a new key at once.
 */
export class Recovering {
  readonly #options: DeskOptions;
  #first: { readonly share: Share; readonly at: Instant } | undefined;
  #opened: { readonly vault: RecoveredVault; readonly at: Instant } | undefined;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  /** Takes a half as typed. The first is kept; with the second the ledger is opened. */
  enter(typed: string): Reply<RecoveryHalf | RecoveryOpened> {
    if (this.#opened !== undefined) return ok(this.#describe(this.#opened.vault));
    const share = readShare(typed);
    if ('code' in share) return refuse(share.code, shareDetail(share));
    const { paths, clock } = this.#options;
    if (this.#first === undefined) {
      this.#first = { share, at: clock() };
      return ok({ state: 'half', pair: share.pair, half: share.half });
    }
    const opened = recoverVault(paths, this.#first.share, share);
    wipe(share.bytes);
    if (typeof opened === 'string' || 'fault' in opened) {
      this.#failed();
      if (typeof opened !== 'string') return refuse('recovery-fault', { detail: { fault: opened.fault } });
      // The first half stays: it may be the second that is the wrong one.
      return refuse(opened, { field: 'share' });
    }
    this.#forgetFirst();
    this.#opened = { vault: opened, at: clock() };
    return ok(this.#describe(opened));
  }

  /** Gives an administrator a new password, to be handed over; then the ledger stands under a new key. */
  async reissue(accountId: string): Promise<Reply<Handed>> {
    const recovered = this.#opened?.vault;
    if (recovered === undefined) return refuse('recovery-nothing');
    const { read } = recovered.ledger;
    const account = directory(read).find(({ id }) => id === accountId);
    const site = ownSite(read);
    if (account?.state !== 'active' || !account.roles.includes('administrator') || site === undefined)
      return refuse('account-missing', { field: 'accountId' });
    const { identifier, name } = account;
    const password = readablePassword(() => randomBytes(1).readUInt8(0));
    const writer = this.#writer(recovered.ledger.write);
    const { iterations } = policyOf(read);
    const vault = await recovered.reissue(
      { accountId, identifier, password, iterations },
      site,
      recording(writer, {
        type: 'recovery.used',
        version: 1,
        subject: `site:${site.code}`,
        data: { pair: recovered.pair, generation: recovered.generation, account: accountId },
      }),
    );
    this.#opened = undefined;
    await this.#rotate(vault, writer, site.code);
    return ok({ accountId, identifier, name, password });
  }

  /** Forgets what was entered. */
  drop(): void {
    this.#forgetFirst();
    this.#opened?.vault.close();
    this.#opened = undefined;
  }

  /** Called every few seconds: nobody's halves stay for long. */
  tick(now: Instant): void {
    const since = this.#opened?.at ?? this.#first?.at;
    if (since !== undefined && Math.abs(now - since) > PATIENCE) this.drop();
  }

  #writer(db: ConstructorParameters<typeof Writer>[0]): Writer {
    return new Writer(db, this.#options.clock, {
      committed: this.#options.committed,
      readOnly: () => undefined,
    });
  }

  /** What could not be done now is due: the next sign-in does it. */
  async #rotate(vault: OpenVault, writer: Writer, site: string): Promise<void> {
    const progress = (done: number, total: number): void =>
      this.#options.push('accounts', 'rotation', { state: 'running', done, total });
    try {
      const { ledgerEncryption: encryption } = policyOf(vault.ledger.read);
      const reply = await vault.rotate({
        encryption,
        progress,
        cancelled: () => false,
        hold: () => writer.hold(),
      });
      if (!reply.ok) return;
      const { epoch } = vault.keys();
      await writer.change('system', () => ({
        events: [
          {
            type: 'keys.rotated',
            version: 1,
            subject: `site:${site}`,
            data: { epoch, why: 'recovery', encryption },
          },
        ],
        value: null,
      }));
    } catch (error) {
      this.#options.report('recovery', error);
    } finally {
      await writer.close();
      vault.close();
    }
  }

  #describe({ pair, ledger }: RecoveredVault): RecoveryOpened {
    const custodians = recoveryPairs(ledger.read).find((one) => one.pair === pair)?.custodians ?? ['', ''];
    return {
      state: 'open',
      pair,
      custodians,
      administrators: directory(ledger.read)
        .filter(({ state, roles }) => state === 'active' && roles.includes('administrator'))
        .map(({ id, identifier, name }) => ({ id, identifier, name })),
    };
  }

  #failed(): void {
    try {
      recordFailure(this.#options.paths, RECOVERY, this.#options.clock());
    } catch (error) {
      this.#options.report('recovery', error);
    }
  }

  #forgetFirst(): void {
    wipe(this.#first?.share.bytes);
    this.#first = undefined;
  }
}

/** The row a person is to look at again, of a share that cannot be read. */
export function shareDetail(fault: ShareFault): {
  readonly field: string;
  readonly detail?: { readonly row: number };
} {
  return { field: 'share', ...('row' in fault ? { detail: { row: fault.row } } : {}) };
}

function recording(writer: Writer, event: NewSuimonEvent): InTurn {
  return async (step, work) => {
    const reply = await writer.change('system', (db) => {
      work(db);
      return { events: step === 'announce' ? [event] : [], value: null };
    });
    if (!reply.ok) throw new Error(`recovery: ${reply.refusal.code}`);
  };
}
