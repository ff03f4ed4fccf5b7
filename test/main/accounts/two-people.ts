import type { Confirmed } from '../../../shared/accounts/model.ts';
import type { ProposalContent } from '../../../shared/accounts/proposals.ts';
import type { Reply } from '../../../shared/kernel/result.ts';
import { confirm, propose } from '../../../main/accounts/proposals/commands.ts';
import type { SessionContext } from '../../../main/context.ts';
import { verifyLedger } from '../../../main/trail/verification.ts';
import type { Verification } from '../../../shared/trail/model.ts';
import { people } from '../vault/fixture.ts';
import type { TestDesk } from './desk-fixture.ts';

/** The context of the open session; throws without one. */
export function context(test: TestDesk): SessionContext {
  const found = test.desk.context();
  if (found === undefined) throw new Error('no session');
  return found;
}

/** The value of a reply; throws what was refused. */
export function valueOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.refusal)}`);
  return reply.value;
}

/** Proposes within the session of the first administrator. */
export function proposeAs(
  test: TestDesk,
  content: ProposalContent,
  password: string = people.admin1.password,
): Promise<Reply<{ readonly id: string }>> {
  return propose(context(test), { content, password });
}

/** Has the second administrator confirm on the same page. */
export function confirmAs(
  test: TestDesk,
  proposalId: string,
  { identifier, password }: { readonly identifier: string; readonly password: string } = people.admin2,
): Promise<Reply<Confirmed>> {
  return confirm(context(test), { proposalId, identifier, password });
}

/** Proposed by the first administrator, whose session is open, and confirmed by the second. */
export async function together(test: TestDesk, content: ProposalContent): Promise<Confirmed> {
  const { id } = valueOf(await proposeAs(test, content));
  return valueOf(await confirmAs(test, id));
}

/** Verifies the whole open ledger: chain, pages, signatures, views against a replay. */
export function verified(test: TestDesk): Promise<Verification> {
  return verifyLedger(
    context(test).ledger,
    () => undefined,
    () => false,
  );
}

/** Somebody who can be proposed. */
export const NEWCOMER = {
  kind: 'account-create',
  identifier: 'shinjin',
  name: '新人 六郎',
  reading: 'しんじん ろくろう',
  roles: ['officer'],
  hours: null,
  reason: '四月の異動で着任するため',
} as const satisfies ProposalContent;
