import { type Me, SITE_KEY_ROLES } from '../../shared/accounts/model.ts';
import type { RotationReason } from '../../shared/accounts/key-events.ts';
import type { NewSuimonEvent } from '../../shared/events.ts';
import { ok, refuse, type Reply } from '../../shared/kernel/result.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Decision, SessionContext } from '../context.ts';
import type { Writer } from '../trail/change.ts';
import { endorsedBytes } from '../trail/endorsement.ts';
import type { WriteDb } from '../vault/db.ts';
import type { InTurn } from '../vault/keys-state.ts';
import type { Reseal } from '../vault/own-slot.ts';
import { newSignatureKey } from '../vault/signatures.ts';
import type { OpenVault } from '../vault/unlock.ts';
import { renewedKey } from './own-keys.ts';
import { type Account, listAccounts, policyOf } from './queries.ts';

type Decide = (db: WriteDb, now: Instant) => Decision<unknown>;

/** What a session's key work stands on. */
export interface KeysOf {
  readonly vault: OpenVault;
  readonly writer: Writer;
  readonly report: (where: string, error: unknown) => void;
  readonly account: () => Account;
  readonly me: () => Me;
  readonly ended: () => boolean;
}

/** Thrown within a change of keyslots to undo it; carries the refusal. */
class Undone extends Error {
  readonly reply: Extract<Reply<never>, { ok: false }>;

  constructor(reply: Extract<Reply<never>, { ok: false }>) {
    super(reply.refusal.code);
    this.reply = reply;
  }
}

/** A session's work on keyslots: always in one step with what the chain says of it. */
export class SessionKeys {
  readonly #of: KeysOf;
  #rotating = false;

  constructor(of: KeysOf) {
    this.#of = of;
  }

  /** See `SessionContext.changeKeys`. */
  change(
    order: Parameters<SessionContext['changeKeys']>[0],
    decide: Decide,
  ): ReturnType<SessionContext['changeKeys']> {
    const { vault } = this.#of;
    const { iterations } = policyOf(vault.ledger.read);
    return this.#undoable(
      async (inTurn) => ok(await vault.changeKeys({ ...order, iterations }, inTurn)),
      decide,
    );
  }

  /**
   * Puts the ledger under a new key and the encryption that is settled. One at a time; `progress` in bytes. Refused, after which nothing has changed: `busy`, `cancelled`,
   * `read-only`. Throws if the ledger cannot be opened again: the session cannot go on then.
   */
  async rotate(
    why: RotationReason,
    progress: (done: number, total: number) => void,
    cancelled: () => boolean,
  ): Promise<Reply<null>> {
    const { vault, writer, me, ended } = this.#of;
    const { readOnly } = me();
    if (readOnly !== undefined) return refuse('read-only', { detail: { reason: readOnly } });
    if (this.#rotating) return refuse('busy');
    this.#rotating = true;
    try {
      const rotated = await vault.rotate({
        encryption: policyOf(vault.ledger.read).ledgerEncryption,
        progress,
        cancelled: () => cancelled() || ended(),
        hold: () => writer.hold(() => !ended()),
      });
      if (!rotated.ok) return rotated;
      const { epoch, encryption } = vault.keys();
      // Should it fail, the next opening records it: the keyslot file tells the epoch.
      return await writer.change('system', () => ({
        events: [
          {
            type: 'keys.rotated',
            version: 1,
            subject: `site:${me().site.code}`,
            data: { epoch, why, encryption },
          },
        ],
        value: null,
      }));
    } finally {
      this.#rotating = false;
    }
  }

  /** Replaces the holder's password; with it comes a signing key that is wanted. */
  changePassword(current: string, next: string): Promise<Reply<null>> {
    const { vault, account } = this.#of;
    const policy = policyOf(vault.ledger.read);
    const made = renewedKey(vault, account(), policy);
    const subject = `account:${account().id}` as const;
    const changed: NewSuimonEvent = { type: 'account.passwordChanged', version: 1, subject, data: {} };
    const how = { password: next, iterations: policy.iterations, ...(made && { signing: made.signing }) };
    return this.#reseal(current, how, () =>
      made === undefined
        ? { events: [changed], value: null }
        : { events: [made.event, changed], value: null, signatory: made.signatory },
    );
  }

  /**
   * Brings the holder's keys, and the site's as far as they hold it, to what is settled now: iterations, suites, and the site's keys for
   * those who are to hold them and were made while nobody was there who could give them. What fails is told to the log, and tried at the next sign-in.
   */
  async renew(password: string): Promise<void> {
    const { me, report } = this.#of;
    if (me().readOnly !== undefined) return;
    try {
      if (!me().mustChangePassword) await this.#renewOwn(password);
      await this.#renewSite();
      await this.#grantSite();
    } catch (error) {
      report('keys', error);
    }
  }

  async #renewOwn(password: string): Promise<void> {
    const { vault } = this.#of;
    const account = this.#of.account();
    const policy = policyOf(vault.ledger.read);
    const { iterations } = policy;
    const made = renewedKey(vault, account, policy);
    const slot = vault.keys().slots.find(({ accountId }) => accountId === account.id);
    if (made === undefined && slot?.iterations === iterations) return;
    const renewed: NewSuimonEvent = {
      type: 'account.slotRenewed',
      version: 1,
      subject: `account:${account.id}`,
      data: { iterations },
    };
    await this.#reseal(password, { iterations, ...(made && { signing: made.signing }) }, () =>
      made === undefined
        ? { events: [renewed], value: null }
        : { events: [made.event], value: null, signatory: made.signatory },
    );
  }

  /** The site's key is of another suite than is settled: it endorses its successor, and signs no more. */
  async #renewSite(): Promise<void> {
    const { vault, me } = this.#of;
    const { siteSign } = vault;
    const { signatureSuite } = policyOf(vault.ledger.read);
    if (siteSign === undefined || vault.keys().site.algorithm === signatureSuite) return;
    const newSite = newSignatureKey(signatureSuite);
    const { algorithm, key } = newSite.public;
    const subject = `site:${me().site.code}` as const;
    const endorsement = siteSign(endorsedBytes(subject, algorithm, key)).value;
    const data = { algorithm, key, endorsement };
    await this.change({ newSite }, () => ({
      events: [{ type: 'site.keyChanged', version: 1, subject, data }],
      value: null,
    }));
  }

  async #grantSite(): Promise<void> {
    const { vault } = this.#of;
    if (vault.siteSign === undefined) return;
    const { slots, recovery } = vault.keys();
    const lacking = listAccounts(vault.ledger.read)
      .filter(({ state, roles }) => state === 'active' && roles.some((role) => SITE_KEY_ROLES.includes(role)))
      .map(({ id }) => id)
      .filter((id) => slots.some(({ accountId, holdsSite }) => accountId === id && !holdsSite));
    if (lacking.length === 0 && recovery.every(({ holdsSite }) => holdsSite)) return;
    await this.change({ grantSite: lacking }, () => ({ events: [], value: null }));
  }

  #reseal(current: string, how: Reseal, decide: Decide): Promise<Reply<null>> {
    return this.#undoable(async (inTurn) => {
      const outcome = await this.#of.vault.reseal(current, how, inTurn);
      return outcome === 'ok' ? ok(null) : refuse('password-wrong', { field: 'current' });
    }, decide);
  }

  /** Changes keyslots and the chain in one step: what `decide` refuses undoes both. */
  async #undoable<T>(work: (inTurn: InTurn) => Promise<Reply<T>>, decide: Decide): Promise<Reply<T>> {
    const { writer, account, me, ended } = this.#of;
    const { readOnly } = me();
    if (readOnly !== undefined) return refuse('read-only', { detail: { reason: readOnly } });
    try {
      return await work(async (step, write) => {
        const reply = await writer.change<unknown>(
          account().id,
          (db, now) => {
            write(db);
            return step === 'announce' ? decide(db, now) : { events: [], value: null };
          },
          () => !ended(),
        );
        if (!reply.ok) throw new Undone(reply);
      });
    } catch (error) {
      if (error instanceof Undone) return error.reply;
      throw error;
    }
  }
}
