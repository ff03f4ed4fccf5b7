import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { Confirmed } from '../../../shared/accounts/model.ts';
import { refuseDecision, refuseProposal } from '../../../shared/accounts/proposal-rules.ts';
import { PROPOSAL_LASTS, type Proposal, type ProposalContent } from '../../../shared/accounts/proposals.ts';
import { readablePassword } from '../../../shared/accounts/readable-password.ts';
import { ok, type Reply } from '../../../shared/kernel/result.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { Decision, SessionContext, Signatory } from '../../context.ts';
import type { ReadDb } from '../../vault/db.ts';
import { wipe } from '../../vault/keys.ts';
import type { Halves } from '../../vault/recovery.ts';
import { writeShare } from '../../vault/recovery-share.ts';
import { directory, openProposals, proposalById } from '../queries.ts';
import { effectOf, type KeysPlan } from './effects.ts';

/** Who decides, on whose page: null for the session's holder. */
interface Deciding {
  readonly proposalId: string;
  readonly identifier: string | null;
  readonly password: string;
}

/** Proposes what takes two people, signed by the session's holder. */
export function propose(
  context: SessionContext,
  { content, password }: { readonly content: ProposalContent; readonly password: string },
): Promise<Reply<{ readonly id: string }>> {
  return context.attest(undefined, password, (signatory) =>
    context.change((db, now): Decision<{ readonly id: string }> => {
      const refusal =
        refuseProposal(content, signatory.id, directory(db), openProposals(db, now)) ??
        effectOf(content).refuse(db, content, now);
      if (refusal !== undefined) return { refusal };
      const id = v7();
      return {
        events: [
          {
            type: 'proposal.made',
            version: 1,
            subject: `proposal:${id}`,
            data: { content, expiresAt: now + PROPOSAL_LASTS },
          },
        ],
        value: { id },
        signatory,
      };
    }),
  );
}

/** What stands against this person's confirming now, and the proposal if nothing does. */
function confirmable(
  db: ReadDb,
  id: string,
  signatory: Signatory,
  now: Instant,
): { readonly proposal: Proposal } | Extract<Decision<never>, { refusal: unknown }> {
  const proposal = proposalById(db, id, now);
  if (proposal === undefined) return { refusal: { code: 'proposal-missing', field: 'proposalId' } };
  const refusal =
    refuseDecision(proposal, signatory.id, directory(db), now) ??
    effectOf(proposal.content).refuse(db, proposal.content, now);
  return refusal === undefined ? { proposal } : { refusal };
}

/**
 * Confirms a proposal, signed by a second person, and brings about what follows from it: events and keyslots in one step. What is to be handed
 * over on paper is answered once and kept nowhere.
 */
export function confirm(
  context: SessionContext,
  { proposalId, identifier, password }: Deciding,
): Promise<Reply<Confirmed>> {
  return context.attest(identifier ?? undefined, password, async (signatory) => {
    const first = confirmable(context.read, proposalId, signatory, context.now());
    if ('refusal' in first) return { ok: false, refusal: first.refusal };
    const { content } = first.proposal;
    const fresh = v7();
    const effect = effectOf(content);
    const plan = effect.keys?.(context.read, content, fresh);
    const watch = effect.watch?.(context);
    const decide = (
      db: Parameters<Parameters<SessionContext['change']>[0]>[0],
      now: Instant,
    ): Decision<null> => {
      const found = confirmable(db, proposalId, signatory, now);
      if ('refusal' in found) return found;
      const { digest } = found.proposal;
      return {
        events: [
          { type: 'proposal.confirmed', version: 1, subject: `proposal:${proposalId}`, data: { digest } },
          ...effect.events(db, content, { proposal: proposalId, fresh, plan, now }),
        ],
        value: null,
        signatory,
        ...(watch === undefined ? {} : { watch }),
      };
    };
    if (plan === undefined) {
      const changed = await context.change(decide);
      return changed.ok ? ok({ handed: [], shares: [] }) : changed;
    }
    return withKeys(context, plan, content, decide);
  });
}

async function withKeys(
  context: SessionContext,
  plan: KeysPlan,
  content: ProposalContent,
  decide: Parameters<SessionContext['change']>[0],
): Promise<Reply<Confirmed>> {
  const { hand = [], ...change } = plan;
  const passwords = hand.map(() => readablePassword(() => randomBytes(1).readUInt8(0)));
  const issue = hand.map(({ accountId, identifier, site }, index) => ({
    accountId,
    identifier,
    site,
    password: passwords[index] ?? '',
  }));
  const changed = await context.changeKeys({ ...change, issue }, decide);
  if (!changed.ok) return changed;
  const handed = hand.map(({ accountId, identifier, name }, index) => ({
    accountId,
    identifier,
    name,
    password: passwords[index] ?? '',
  }));
  return ok({ handed, shares: sharesOf(content, plan, changed.value) });
}

function sharesOf(
  content: ProposalContent,
  { newRecoveries = [] }: KeysPlan,
  halves: readonly Halves[],
): Confirmed['shares'] {
  const [place] = newRecoveries;
  const [made] = halves;
  if (content.kind !== 'recovery-issue' || place === undefined || made === undefined) return [];
  const shares = (['A', 'B'] as const).map((half, index) => ({
    ...place,
    half,
    custodian: content.custodians[index] ?? '',
    rows: writeShare({ ...place, half, bytes: half === 'A' ? made.a : made.b }),
  }));
  wipe(made.a, made.b);
  return shares;
}

/** Refuses a proposal, signed by somebody who could have confirmed it. */
export function refuseProposed(
  context: SessionContext,
  { proposalId, identifier, password, reason }: Deciding & { readonly reason: string },
): Promise<Reply<null>> {
  return context.attest(identifier ?? undefined, password, (signatory) =>
    context.change((db, now): Decision<null> => {
      const proposal = proposalById(db, proposalId, now);
      if (proposal === undefined) return { refusal: { code: 'proposal-missing', field: 'proposalId' } };
      const refusal = refuseDecision(proposal, signatory.id, directory(db), now);
      if (refusal !== undefined) return { refusal };
      const { digest } = proposal;
      return {
        events: [
          {
            type: 'proposal.refused',
            version: 1,
            subject: `proposal:${proposalId}`,
            data: { digest, reason },
          },
        ],
        value: null,
        signatory,
      };
    }),
  );
}

/** Takes one's own proposal back. */
export function withdraw(
  context: SessionContext,
  { proposalId, reason }: { readonly proposalId: string; readonly reason: string },
): Promise<Reply<null>> {
  return context.change((db, now): Decision<null> => {
    const proposal = proposalById(db, proposalId, now);
    if (proposal === undefined) return { refusal: { code: 'proposal-missing', field: 'proposalId' } };
    if (proposal.madeBy !== context.actor.id) return { refusal: { code: 'proposal-not-own' } };
    if (proposal.state !== 'open') return { refusal: { code: `proposal-${proposal.state}` } };
    return {
      events: [
        { type: 'proposal.withdrawn', version: 1, subject: `proposal:${proposalId}`, data: { reason } },
      ],
      value: null,
    };
  });
}

/** Whether this person could confirm a proposal, as far as it can be told without their password. */
export function couldConfirm(db: ReadDb, proposal: Proposal, account: string, now: Instant): boolean {
  return refuseDecision(proposal, account, directory(db), now) === undefined;
}
