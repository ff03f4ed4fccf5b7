import { type Proposal, ProposalContent } from '../../../shared/accounts/proposals.ts';
import { stateAt } from '../../../shared/accounts/proposal-rules.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { type ReadDb, row, rows } from '../../vault/db.ts';
import { actorNames } from './people.ts';

interface Stored {
  readonly id: string;
  readonly content: string;
  readonly made_by: string;
  readonly made_at: number;
  readonly expires_at: number;
  readonly state: Exclude<Proposal['state'], 'expired'>;
  readonly decided_by: string | null;
  readonly decided_at: number | null;
  readonly reason: string;
  readonly digest: Buffer;
}

const COLUMNS = `p.id, p.content, p.made_by, p.made_at, p.expires_at, p.state, p.decided_by, p.decided_at, p.reason, e.payload AS digest
  FROM accounts_proposal p JOIN chain_entry e ON e.place = p.place`;

function toProposal(stored: Stored, nameOf: (actor: string) => string, now: Instant): Proposal {
  return {
    id: stored.id,
    content: ProposalContent.parse(JSON.parse(stored.content)),
    state: stateAt({ state: stored.state, expiresAt: stored.expires_at }, now),
    madeBy: stored.made_by,
    madeByName: nameOf(stored.made_by),
    madeAt: stored.made_at,
    expiresAt: stored.expires_at,
    decidedBy: stored.decided_by,
    decidedByName: stored.decided_by === null ? null : nameOf(stored.decided_by),
    decidedAt: stored.decided_at,
    reason: stored.reason,
    digest: stored.digest.toString('hex'),
  };
}

/** One proposal as it stands now; undefined if there is none. */
export function proposalById(db: ReadDb, id: string, now: Instant): Proposal | undefined {
  const found = row<Stored>(db, `SELECT ${COLUMNS} WHERE p.id = ?`, id);
  return found && toProposal(found, actorNames(db), now);
}

/** The proposals that wait for a decision, oldest first. */
export function openProposals(db: ReadDb, now: Instant): readonly Proposal[] {
  const nameOf = actorNames(db);
  return rows<Stored>(db, `SELECT ${COLUMNS} WHERE p.state = 'open' ORDER BY p.place`)
    .map((stored) => toProposal(stored, nameOf, now))
    .filter(({ state }) => state === 'open');
}

/** Open ones first, oldest first; then the others, newest first. At most `limit` of the others. */
export function listProposals(db: ReadDb, limit: number, now: Instant): readonly Proposal[] {
  const open = openProposals(db, now);
  const nameOf = actorNames(db);
  const others = rows<Stored>(db, `SELECT ${COLUMNS} ORDER BY p.place DESC LIMIT ?`, limit + open.length)
    .map((stored) => toProposal(stored, nameOf, now))
    .filter(({ state }) => state !== 'open');
  return [...open, ...others.slice(0, limit)];
}

/** What a proposal is about; undefined if there is none. Reads no chain: a replay asks too. */
export function proposedContent(db: ReadDb, id: string): ProposalContent | undefined {
  const found = row<{ content: string }>(db, 'SELECT content FROM accounts_proposal WHERE id = ?', id);
  return found && ProposalContent.parse(JSON.parse(found.content));
}

/** Whether a proposal was confirmed by this person and made by another: what its consequences stand on. */
export function confirmedByTwo(db: ReadDb, id: string, confirmer: string): boolean {
  const found = row(
    db,
    "SELECT 1 FROM accounts_proposal WHERE id = ? AND state = 'confirmed' AND decided_by = ? AND made_by <> ?",
    id,
    confirmer,
    confirmer,
  );
  return found !== undefined;
}
