import type { TrailProgress, Verification } from '../../shared/trail/model.ts';
import { run } from '../vault/db.ts';
import type { Ledger } from '../vault/ledger.ts';
import { ownHead } from './append.ts';
import { compareViews } from './compare-views.ts';
import { replay } from './replay.ts';
import { breathe } from './turns.ts';
import { verifyChain } from './verify.ts';

/**
 * Verifies the ledger as it stands at the call: first the chain with its checkpoints, then the views against a replay of
 * the chain into an empty ledger. The event loop turns between portions; `cancelled` is asked then.
 */
export async function verifyLedger(
  ledger: Pick<Ledger, 'snapshot' | 'scratch'>,
  progress: (progress: TrailProgress) => void,
  cancelled: () => boolean,
): Promise<Verification> {
  const snapshot = ledger.snapshot();
  const scratch = ledger.scratch();
  try {
    const { db } = snapshot;
    const head = ownHead(db);
    if (head === undefined) throw new Error('verify: the ledger has no site');

    const chain = verifyChain(db, head);
    let step = chain.next();
    for (; step.done !== true; step = chain.next()) {
      progress({ step: 'chain', done: step.value, total: head.seq });
      await breathe();
      if (cancelled()) return { state: 'cancelled', verifiedUpTo: step.value };
    }
    const verdict = step.value;
    if (!verdict.sound) return { state: 'broken', first: verdict.first, verifiedUpTo: verdict.verifiedUpTo };

    run(scratch.db, 'INSERT INTO chain_site (no, code, own) VALUES (?, ?, 1)', head.siteNo, head.site);
    scratch.db.exec('BEGIN');
    const applied = replay(db, scratch.db, head.siteNo, head.seq);
    let reached = 0;
    try {
      for (const seq of applied) {
        reached = seq;
        progress({ step: 'views', done: seq, total: head.seq });
        await breathe();
        if (cancelled()) return { state: 'cancelled', verifiedUpTo: head.seq };
      }
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return {
        state: 'broken',
        first: { seq: reached + 1, kind: 'payload-unreadable' },
        verifiedUpTo: reached,
      };
    }
    scratch.db.exec('COMMIT');

    const views = compareViews(db, scratch.db);
    let compared = views.next();
    for (; compared.done !== true; compared = views.next()) {
      await breathe();
      if (cancelled()) return { state: 'cancelled', verifiedUpTo: head.seq };
    }
    const differing = compared.value;
    if (differing !== undefined) {
      return {
        state: 'broken',
        first: { seq: head.seq, kind: 'views-differ', table: differing },
        verifiedUpTo: head.seq,
      };
    }
    return {
      state: 'verified',
      size: verdict.size,
      head: verdict.head.toString('hex'),
      checkpoints: verdict.checkpoints,
      viewsCompared: true,
    };
  } finally {
    scratch.close();
    snapshot.close();
  }
}
