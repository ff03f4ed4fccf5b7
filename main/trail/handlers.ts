import { ok, refuse } from '../../shared/kernel/result.ts';
import type { trailContract } from '../../shared/trail/contract.ts';
import { readBlock } from '../../shared/trail/printed/block.ts';
import type { Verification } from '../../shared/trail/model.ts';
import type { SessionContext, SessionHandlers } from '../context.ts';
import { checkpointSlip } from './checkpoints.ts';
import { compareHandlers } from './compare/handlers.ts';
import { exportHandlers } from './export/handlers.ts';
import { checkPrinted } from './printed/check.ts';
import { entries, trailStatus } from './queries.ts';
import { cancelErasure } from './retention/effects.ts';
import { due, retention } from './retention/queries.ts';
import { reviewHandlers } from './review/handlers.ts';
import { checkSignature } from './signature-check.ts';
import { verifyLedger } from './verification.ts';

/** How often at most progress is told, ms. */
const TELL_EVERY = 100;

/** The verification under way, if there is one: there is one desk, so there is one at most. */
let underWay: { cancelled: boolean } | undefined;

async function verify(context: SessionContext): Promise<Verification> {
  const mine = { cancelled: false };
  underWay = mine;
  let toldAt = 0;
  try {
    return await verifyLedger(
      context.ledger,
      (progress) => {
        const now = context.now();
        if (Math.abs(now - toldAt) < TELL_EVERY) return;
        toldAt = now;
        context.push('trail', 'progress', progress);
      },
      () => mine.cancelled || context.ended(),
    );
  } finally {
    underWay = undefined;
  }
}

/** The trail's channels. */
export const trailHandlers: SessionHandlers<typeof trailContract> = {
  status(_, { read }) {
    const status = trailStatus(read);
    return status === undefined ? refuse('not-founded') : ok(status);
  },

  entries({ filter, before, limit }, { read }) {
    const found = entries(read, filter, before, limit + 1);
    return ok({ rows: found.slice(0, limit), more: found.length > limit });
  },

  signature({ seq }, { read }) {
    const check = checkSignature(read, seq);
    return check === undefined ? refuse('no-entry') : ok(check);
  },

  checkPrinted({ text }, { read }) {
    const found = readBlock(text);
    return 'refusal' in found ? { ok: false, refusal: found.refusal } : ok(checkPrinted(read, found.block));
  },

  async verify(_, context) {
    if (underWay !== undefined) return refuse('busy');
    const verification = await verify(context);
    if (verification.state === 'cancelled') return ok(verification);
    const status = trailStatus(context.read);
    const recorded = await context.change(() => ({
      events: [
        {
          type: 'trail.verified',
          version: 1,
          subject: `site:${context.me.site.code}`,
          data:
            verification.state === 'verified'
              ? { size: verification.size, head: verification.head, result: 'verified', firstBad: null }
              : {
                  size: status?.size ?? 0,
                  head: status?.head ?? '',
                  result: 'broken',
                  firstBad: verification.first.seq,
                },
        },
      ],
      value: null,
    }));
    if (!recorded.ok && recorded.refusal.code === 'no-session') return recorded;
    return ok(verification);
  },

  cancelVerify() {
    if (underWay !== undefined) underWay.cancelled = true;
    return ok(null);
  },

  retention: (_, { read, now }) => ok(retention(read, now())),

  retentionDue: (_, { read, now }) => ok({ due: due(read, now()).filter(({ count }) => count > 0).length }),

  cancelErasure() {
    cancelErasure();
    return ok(null);
  },

  checkpoint: (_, { read, me }) => ok(checkpointSlip(read, me.site) ?? null),

  ...compareHandlers,
  ...reviewHandlers,
  ...exportHandlers,
};
