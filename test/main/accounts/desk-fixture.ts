import type { Instant } from '../../../shared/kernel/time.ts';
import { Desk } from '../../../main/accounts/desk.ts';
import { firstEvents } from '../../../main/accounts/founding.ts';
import type { DeskOptions } from '../../../main/accounts/options.ts';
import type { Fill, FoundedFolder, Person } from '../vault/fixture.ts';
import { foundedFolder, people, site } from '../vault/fixture.ts';

export const FOUNDED_AT = Date.UTC(2026, 3, 1);

/** The first events of the fixture's site, as the program writes them. */
export const founding: Fill = (ledger, keys) => {
  const accounts = Object.values(people).map((person: Person) => ({
    ...person,
    roles: [...person.roles],
    reading: '',
    mustChangePassword: person.identifier === people.operator.identifier,
  }));
  firstEvents(ledger, site, accounts, keys, FOUNDED_AT);
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
