import { FIRST_POLICY, type Policy } from '../../../shared/accounts/policy.ts';
import { PROPOSAL_LASTS, type ProposalContent } from '../../../shared/accounts/proposals.ts';
import type { NewSuimonEvent } from '../../../shared/events.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { Desk } from '../../../main/accounts/desk.ts';
import { firstEvents } from '../../../main/accounts/founding.ts';
import type { DeskOptions } from '../../../main/accounts/options.ts';
import { proposalById } from '../../../main/accounts/queries.ts';
import { append, ownHead } from '../../../main/trail/append.ts';
import { STRETCHING } from '../../../shared/kernel/stretching.ts';
import type { Ledger } from '../../../main/vault/ledger.ts';
import { signerOf } from '../../../main/vault/own-slot.ts';
import type { Insides } from '../vault/founded-once.ts';
import type { Fill, FoundedFolder, Person } from '../vault/fixture.ts';
import { foundedFolder, people, site } from '../vault/fixture.ts';

export const FOUNDED_AT = Date.UTC(2026, 3, 1);

/** What two administrators have settled at the fixture's site: the first policy, with the fewest iterations. */
const POLICY: Policy = { ...FIRST_POLICY, iterations: STRETCHING.least };

/** Writes that both administrators decided on {@link POLICY}, with their signatures. */
function settlePolicy(ledger: Ledger, signing: Insides['signing']): void {
  const db = ledger.write;
  const write = (who: Person, events: readonly NewSuimonEvent[]): void => {
    const head = ownHead(db);
    const own = signing.get(who.accountId);
    if (head === undefined || own === undefined) throw new Error('the site was not founded');
    append(db, head, events, who.accountId, FOUNDED_AT, signerOf(own.public, own.privateKey));
  };
  const proposal = '01990000-0000-7000-8000-0000000000f0';
  const subject = `proposal:${proposal}` as const;
  const content: ProposalContent = { kind: 'policy', policy: POLICY, reason: '設置時の取り決め' };
  const expiresAt = FOUNDED_AT + PROPOSAL_LASTS;
  db.exec('BEGIN IMMEDIATE');
  write(people.admin1, [{ type: 'proposal.made', version: 1, subject, data: { content, expiresAt } }]);
  const digest = proposalById(db, proposal, FOUNDED_AT)?.digest ?? '';
  write(people.admin2, [
    { type: 'proposal.confirmed', version: 1, subject, data: { digest } },
    { type: 'policy.set', version: 1, subject: `site:${site.code}`, data: { proposal, policy: POLICY } },
  ]);
  db.exec('COMMIT');
}

/** The first events of the fixture's site, as the program writes them, and its first policy. */
export const founding: Fill = (ledger, keys, signing) => {
  const accounts = Object.values(people).map((person: Person) => ({
    ...person,
    roles: [...person.roles],
    reading: '',
    mustChangePassword: person.identifier === people.operator.identifier,
  }));
  firstEvents(ledger, site, accounts, keys, FOUNDED_AT);
  settlePolicy(ledger, signing);
};

export interface TestDesk {
  readonly desk: Desk;
  readonly folder: FoundedFolder;
  readonly pushed: string[];
  readonly reported: string[];
  now: Instant;
  signIn(who: keyof typeof people, password?: string): ReturnType<Desk['signIn']>;
}

/** A desk on a fresh copy of the founded site (or on the folder given), with a clock that stands still. `over` replaces options. */
export async function testDesk(folder?: FoundedFolder, over: Partial<DeskOptions> = {}): Promise<TestDesk> {
  const own = folder ?? (await foundedFolder(founding));
  const pushed: string[] = [];
  const reported: string[] = [];
  const test: TestDesk = {
    folder: own,
    pushed,
    reported,
    now: FOUNDED_AT + 86_400_000,
    desk: new Desk({
      paths: own.paths,
      clock: () => test.now,
      push: (feature, name, message) => pushed.push(`${feature}.${name} ${JSON.stringify(message)}`),
      committed: () => undefined,
      report: (where) => reported.push(where),
      demo: false,
      ...over,
    }),
    signIn: (who, password) => test.desk.signIn(people[who].identifier, password ?? people[who].password),
  };
  return test;
}
