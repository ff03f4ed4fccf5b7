import type { Break, TrailProgress, Verification } from '../../shared/trail/model.ts';
import { run, type WriteDb } from '../vault/db.ts';
import type { Ledger } from '../vault/ledger.ts';
import { type Head, ownHead } from './append.ts';
import { compareViews } from './compare-views.ts';
import { replay, UnsignedEvent } from './replay.ts';
import { readPages } from './pages.ts';
import { breathe } from '../turns.ts';
import { unwritable } from './unwritable.ts';
import { verifyChain } from './verify.ts';

function broken(first: Break, verifiedUpTo: number): Verification {
  return { state: 'broken', first, verifiedUpTo };
}

/** Replays the chain into the scratch ledger; answers the first entry that cannot be applied, or undefined. */
function* replayed(db: WriteDb, scratch: WriteDb, head: Head): Generator<TrailProgress, Break | undefined> {
  run(scratch, 'INSERT INTO chain_site (no, code, own) VALUES (?, ?, 1)', head.siteNo, head.site);
  scratch.exec('BEGIN');
  let reached = 0;
  try {
    for (const seq of replay(db, scratch, head.siteNo, head.seq)) {
      reached = seq;
      yield { step: 'views', done: seq, total: head.seq };
    }
  } catch (error) {
    if (error instanceof UnsignedEvent) return { seq: error.seq, kind: 'signature-invalid' };
    if (!(error instanceof Error) || unwritable(error) !== undefined) throw error;
    return { seq: reached + 1, kind: 'payload-unreadable' };
  }
  scratch.exec('COMMIT');
  return undefined;
}

/**
 * The chain with its checkpoints, then every page of the file, then the views against a replay into an empty ledger. Yields
 * what has been done.
 */
function* verification(db: WriteDb, scratch: WriteDb, head: Head): Generator<TrailProgress, Verification> {
  const chain = verifyChain(db, head);
  let step = chain.next();
  for (; step.done !== true; step = chain.next()) yield { step: 'chain', done: step.value, total: head.seq };
  const verdict = step.value;
  if (!verdict.sound) return broken(verdict.first, verdict.verifiedUpTo);

  for (const pages of readPages(db)) yield { step: 'pages', ...pages };

  const unreadable = yield* replayed(db, scratch, head);
  if (unreadable !== undefined) return broken(unreadable, unreadable.seq - 1);

  const views = compareViews(db, scratch);
  let compared = views.next();
  for (; compared.done !== true; compared = views.next()) {
    yield { step: 'views', done: head.seq, total: head.seq };
  }
  if (compared.value !== undefined) {
    return broken({ seq: head.seq, kind: 'views-differ', table: compared.value }, head.seq);
  }
  const { size, checkpoints } = verdict;
  return { state: 'verified', size, head: verdict.head.toString('hex'), checkpoints, viewsCompared: true };
}

/** Ends the steps where they are, so that no statement of theirs is left open, and answers the verdict. */
function stopped(steps: Generator<TrailProgress, Verification>, verdict: Verification): Verification {
  steps.return(verdict);
  return verdict;
}

/**
 * Verifies the ledger as it stands at the call. The event loop turns between portions; `cancelled` is asked then. A page of
 * the file that does not fit its authentication code is found on the way, and counts as broken where it was met.
 */
export async function verifyLedger(
  ledger: Pick<Ledger, 'snapshot' | 'scratch'>,
  progress: (progress: TrailProgress) => void,
  cancelled: () => boolean,
): Promise<Verification> {
  const snapshot = ledger.snapshot();
  const scratch = ledger.scratch();
  let reached = 0;
  try {
    const head = ownHead(snapshot.db);
    if (head === undefined) throw new Error('verify: the ledger has no site');
    const steps = verification(snapshot.db, scratch.db, head);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      if (step.value.step === 'chain') reached = step.value.done;
      progress(step.value);
      await breathe();
      if (cancelled()) return stopped(steps, { state: 'cancelled', verifiedUpTo: reached });
    }
  } catch (error) {
    if (unwritable(error) !== 'damaged') throw error;
    return broken({ seq: reached + 1, kind: 'file-damaged' }, reached);
  } finally {
    scratch.close();
    snapshot.close();
  }
}
