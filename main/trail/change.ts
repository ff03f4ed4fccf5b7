import type { ReadOnlyReason } from '../../shared/accounts/model.ts';
import type { NewSuimonEvent } from '../../shared/events.ts';
import { ok, refuse, type Reply } from '../../shared/kernel/result.ts';
import type { Clock, Instant } from '../../shared/kernel/time.ts';
import type { Decision, Signatory, Watch } from '../context.ts';
import type { Steps } from '../projection.ts';
import { breathe, Turns } from '../turns.ts';
import type { WriteDb } from '../vault/db.ts';
import { append, appendInSteps, type Head, ownHead } from './append.ts';
import { lastEntryAt } from './read.ts';
import { emptyWal } from '../vault/wal.ts';
import { unwritable } from './unwritable.ts';

export interface ChangeListener {
  /** A change was committed; `types` are the event types it wrote. */
  committed(head: Head, types: ReadonlySet<string>): void;
  /** The trail could not be written: from now on nothing is changed until {@link Writer.resume} or a new opening. */
  readOnly(reason: ReadOnlyReason): void;
}

/** The writer's turn, held. */
export interface Hold {
  /** Ends the hold; `db` is written through from now on. */
  end(db?: WriteDb): void;
}

/** Who stands as the actor of events; signs them if they have a key at hand. */
type Author = Pick<Signatory, 'id'> & Partial<Signatory>;

/** About how many steps an erasure takes, for want of knowing. */
function stepsOf(events: readonly NewSuimonEvent[]): number {
  return events.reduce(
    (sum, event) => sum + (event.type === 'payloads.erased' ? event.data.entries / 100 : 1),
    1,
  );
}

async function watched<T>(
  steps: Steps,
  total: number,
  watch: Watch,
  allowed: () => boolean,
  value: T,
): Promise<Reply<T>> {
  let done = 0;
  try {
    for (const _ of steps) {
      done += 1;
      watch.progress(done, Math.max(done + 1, total));
      await breathe();
      if (watch.cancelled()) return refuse('cancelled');
      if (!allowed()) return refuse('no-session');
    }
    return ok(value);
  } finally {
    watch.progress(total, total);
  }
}

/**
 * The one writer of the open ledger. Each change is one transaction: facts, decision, chain, views, or nothing at all. Once
 * the trail could not be written every further change is refused (security.md, The chain).
 */
export class Writer {
  #db: WriteDb;
  readonly #clock: Clock;
  readonly #listener: ChangeListener;
  readonly #turns = new Turns();
  #lastAt: Instant;
  #readOnly: ReadOnlyReason | undefined;
  #closed = false;
  /** The write-ahead log may still hold what was erased. */
  #walHoldsErased = false;

  constructor(db: WriteDb, clock: Clock, listener: ChangeListener) {
    this.#db = db;
    this.#clock = clock;
    this.#listener = listener;
    const head = ownHead(db);
    this.#lastAt = (head && lastEntryAt(db, head)) ?? 0;
  }

  /** Why nothing can be changed; undefined when all is well. */
  get readOnly(): ReadOnlyReason | undefined {
    return this.#readOnly;
  }

  /** Something else found that the ledger can no longer be relied on: nothing is changed from now on. */
  stop(reason: ReadOnlyReason): void {
    if (this.#readOnly !== undefined) return;
    this.#readOnly = reason;
    this.#listener.readOnly(reason);
  }

  /**
   * Tries, once the trail could not be written, whether it can be now: `trial` is to write something that changes nothing. If that
   * succeeds changes are let through again. Answers why not otherwise. A damaged ledger is not tried.
   */
  resume(trial: (db: WriteDb) => void): Promise<ReadOnlyReason | undefined> {
    return this.#turns.take(() => {
      if (this.#readOnly === undefined || this.#readOnly === 'damaged') return this.#readOnly;
      try {
        this.#db.exec('BEGIN IMMEDIATE');
        trial(this.#db);
        this.#db.exec('COMMIT');
        this.#readOnly = undefined;
      } catch (error) {
        this.#rollback();
        const reason = unwritable(error);
        if (reason === undefined) throw error;
        this.#readOnly = reason;
      }
      return this.#readOnly;
    });
  }

  /** See `SessionContext.change`. `allowed` is asked when the turn has come: a session may have ended while it waited. */
  change<T>(
    actor: string,
    decide: (db: WriteDb, now: Instant) => Decision<T>,
    allowed = () => true,
  ): Promise<Reply<T>> {
    return this.#turns.take(() =>
      this.#transaction<T>(allowed, (now, write, writeInSteps) => {
        const decision = decide(this.#db, now);
        if ('refusal' in decision) return { ok: false, refusal: decision.refusal };
        const { events, value, watch, signatory = { id: actor } } = decision;
        if (watch === undefined) {
          write(signatory, events);
          return ok(value);
        }
        return watched(writeInSteps(signatory, events), stepsOf(events), watch, allowed, value);
      }),
    );
  }

  /** See `SessionContext.changeInSteps`. */
  changeInSteps<T>(
    actor: string,
    steps: (db: WriteDb, now: Instant) => Generator<readonly NewSuimonEvent[], T>,
    cancelled: () => boolean,
    allowed = () => true,
  ): Promise<Reply<T>> {
    return this.#turns.take(() =>
      this.#transaction<T>(allowed, async (now, write) => {
        const portions = steps(this.#db, now);
        for (;;) {
          const portion = portions.next();
          if (portion.done === true) return ok(portion.value);
          write({ id: actor }, portion.value);
          await breathe();
          if (cancelled()) return refuse('cancelled');
          if (!allowed()) return refuse('no-session');
        }
      }),
    );
  }

  /** See `SessionContext.store`. */
  store(work: (db: WriteDb) => void): Promise<Reply<null>> {
    return this.#turns.take(() =>
      this.#transaction<null>(
        () => true,
        () => {
          work(this.#db);
          return ok(null);
        },
      ),
    );
  }

  /**
   * Holds the turn while `work` needs the ledger's file to stand still: nobody writes until it has settled. Refused as a change
   * is. `allowed` is asked when the turn has come.
   */
  still<T>(work: () => Promise<Reply<T>>, allowed = () => true): Promise<Reply<T>> {
    return this.#turns.take<Reply<T>>(() => {
      if (this.#closed || !allowed()) return refuse('no-session');
      if (this.#readOnly !== undefined) return refuse('read-only', { detail: { reason: this.#readOnly } });
      return work();
    });
  }

  /**
   * Holds the turn beyond the work that is given: for putting another file in the ledger's place. Whoever holds it ends the hold, with
   * the handle that every later change is written through, if it is another. Refused as a change is.
   */
  hold(allowed = () => true): Promise<Reply<Hold>> {
    return new Promise((resolve) => {
      void this.#turns.take(() => {
        if (this.#closed || !allowed()) return resolve(refuse('no-session'));
        if (this.#readOnly !== undefined) {
          return resolve(refuse('read-only', { detail: { reason: this.#readOnly } }));
        }
        return new Promise<void>((ended) => {
          resolve(
            ok({
              end: (db) => {
                if (db !== undefined) this.#db = db;
                ended();
              },
            }),
          );
        });
      });
    });
  }

  /** Waits for what is under way; afterwards every change is refused. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#turns.take(() => undefined);
  }

  async #transaction<T>(
    allowed: () => boolean,
    work: (
      now: Instant,
      write: (actor: Author, events: readonly NewSuimonEvent[]) => void,
      writeInSteps: (actor: Author, events: readonly NewSuimonEvent[]) => Steps,
    ) => Reply<T> | Promise<Reply<T>>,
  ): Promise<Reply<T>> {
    if (this.#closed || !allowed()) return refuse('no-session');
    if (this.#readOnly !== undefined) return refuse('read-only', { detail: { reason: this.#readOnly } });
    const now = this.#clock();
    let head: Head | undefined;
    const types = new Set<string>();
    try {
      this.#db.exec('BEGIN IMMEDIATE');
      const write = (actor: Author, events: readonly NewSuimonEvent[]): void => {
        if (events.length === 0) return;
        head ??= this.#startOfChange(now);
        head = append(this.#db, head, events, actor.id, now, actor.sign?.bind(actor));
        for (const event of events) types.add(event.type);
      };
      const db = this.#db;
      const start = (): Head => this.#startOfChange(now);
      function* writeInSteps(actor: Author, events: readonly NewSuimonEvent[]): Steps {
        head = yield* appendInSteps(db, head ?? start(), events, actor.id, now, actor.sign?.bind(actor));
        for (const event of events) types.add(event.type);
      }
      const reply = await work(now, write, writeInSteps);
      if (!reply.ok) {
        this.#rollback();
        return reply;
      }
      this.#db.exec('COMMIT');
      if (head !== undefined) {
        this.#lastAt = now;
        this.#walHoldsErased ||= types.has('payloads.erased');
        if (this.#walHoldsErased) this.#walHoldsErased = !emptyWal(this.#db);
        this.#listener.committed(head, types);
      }
      return reply;
    } catch (error) {
      this.#rollback();
      const reason = unwritable(error);
      if (reason === undefined) throw error;
      this.stop(reason);
      return refuse('trail-unwritable', { detail: { reason } });
    }
  }

  /** The head to append to, after the note that the clock went back, if it did. */
  #startOfChange(now: Instant): Head {
    const head = ownHead(this.#db);
    if (head === undefined) throw new Error('trail: the ledger has no site');
    if (now >= this.#lastAt) return head;
    const anomaly: NewSuimonEvent = {
      type: 'clock.anomaly',
      version: 1,
      subject: `site:${head.site}`,
      data: { previous: this.#lastAt, now },
    };
    return append(this.#db, head, [anomaly], 'system', now);
  }

  #rollback(): void {
    if (!this.#db.inTransaction) return;
    try {
      this.#db.exec('ROLLBACK');
    } catch (error) {
      if (unwritable(error) === undefined) throw error;
    }
  }
}
