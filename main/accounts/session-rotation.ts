import type { RotationReason } from '../../shared/accounts/key-events.ts';
import type { RotationProgress } from '../../shared/accounts/model.ts';
import { refuse, type Reply } from '../../shared/kernel/result.ts';
import type { ReadDb } from '../vault/db.ts';
import { rotationDue, rotationOf } from './queries.ts';
import type { SessionKeys } from './session-keys.ts';

/** How often at most progress is told, in bytes. */
const TELL_EVERY = 4 * 1024 * 1024;

/** What a session's rotations stand on. */
export interface RotationsOf {
  readonly keys: SessionKeys;
  readonly read: () => ReadDb;
  /** What the ledger file is encrypted with. */
  readonly encryption: () => string;
  readonly tell: (progress: RotationProgress) => void;
  readonly report: (where: string, error: unknown) => void;
  /** The ledger cannot be opened under its new key: the session cannot go on. */
  readonly failed: () => void;
}

/**
 * Rotations of a session: one that is due, after somebody was removed, a recovery key used or another encryption settled, starts
 * by itself while the work goes on; a person can ask for one. Cancelled, it is not tried again in this session by itself.
 */
export class SessionRotations {
  readonly #of: RotationsOf;
  #cancelled = false;
  #underWay: Promise<unknown> | undefined;

  constructor(of: RotationsOf) {
    this.#of = of;
  }

  /** Starts the rotation that is due, if there is one and nobody has stopped it. */
  startIfDue(): void {
    const due = rotationDue(this.#of.read(), this.#of.encryption());
    if (due === null || this.#cancelled || this.#underWay !== undefined) return;
    void this.run(due.why);
  }

  /** Puts the ledger under a new key and tells how far it is. Refused as `SessionKeys.rotate`. */
  run(why: RotationReason): Promise<Reply<null>> {
    if (this.#underWay !== undefined) return Promise.resolve(refuse('busy'));
    this.#cancelled = false;
    const work = this.#rotate(why).finally(() => {
      this.#underWay = undefined;
    });
    this.#underWay = work;
    return work;
  }

  /** Stops a rotation that is under way; what was before stays. */
  cancel(): void {
    if (this.#underWay !== undefined) this.#cancelled = true;
  }

  /** Waits for what is under way. */
  async settled(): Promise<void> {
    await this.#underWay;
  }

  async #rotate(why: RotationReason): Promise<Reply<null>> {
    const { keys, tell, report, failed } = this.#of;
    let told = 0;
    tell({ state: 'running', done: 0, total: 0 });
    try {
      const reply = await keys.rotate(
        why,
        (done, total) => {
          if (done - told < TELL_EVERY) return;
          told = done;
          tell({ state: 'running', done, total });
        },
        () => this.#cancelled,
      );
      tell({ state: reply.ok ? 'done' : 'stopped', done: 0, total: 0 });
      return reply;
    } catch (error) {
      report('rotation', error);
      tell({ state: 'stopped', done: 0, total: 0 });
      if (!isReadable(this.#of.read)) failed();
      return refuse('rotation-failed');
    }
  }
}

function isReadable(read: () => ReadDb): boolean {
  try {
    rotationOf(read());
    return true;
  } catch {
    return false;
  }
}
