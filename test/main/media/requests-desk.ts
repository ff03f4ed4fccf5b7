import { v7 } from 'uuid';
import type { z } from 'zod';
import type { SessionContext } from '../../../main/context.ts';
import { doorHandlers } from '../../../main/entries/door-handlers.ts';
import { mediaHandlers } from '../../../main/media/handlers.ts';
import { contentDigest } from '../../../main/media/inspection/list.ts';
import { inspection } from '../../../main/media/inspection/queries.ts';
import { proposalById } from '../../../main/accounts/queries.ts';
import { append, ownHead } from '../../../main/trail/append.ts';
import { compareViews } from '../../../main/trail/compare-views.ts';
import { replay } from '../../../main/trail/replay.ts';
import type { ReadDb } from '../../../main/vault/db.ts';
import type { Ledger } from '../../../main/vault/ledger.ts';
import { newSignatureKey, type Signed, signWith } from '../../../main/vault/signatures.ts';
import type { Role } from '../../../shared/accounts/model.ts';
import { entriesContract } from '../../../shared/entries/contract.ts';
import type { NewSuimonEvent } from '../../../shared/events.ts';
import type { InputOf, OutputOf } from '../../../shared/kernel/contract.ts';
import { refuse, type Reply } from '../../../shared/kernel/result.ts';
import { DAY, type Instant, MINUTE } from '../../../shared/kernel/time.ts';
import { mediaContract } from '../../../shared/media/contract.ts';
import type { Way } from '../../../shared/media/inspection/model.ts';
import type { RequestDetails } from '../../../shared/media/requests/model.ts';
import { CONTROL_ROOM, details as visitDetails, entering, MONDAY, OFFICE } from '../entries/door.ts';
import { sessionOn } from '../session.ts';
import { type TestLedger, testLedger } from '../trail/ledger.ts';

export const PASSWORD = 'kotae-no-kagi-2026';
export const HOUR = 60 * MINUTE;
export { MONDAY };

const id = (n: number): string => `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const people = {
  operator: { id: id(4), name: '操田 颯太', roles: ['operator'] },
  officer: { id: id(3), name: '責任 三郎', roles: ['officer'] },
  second: { id: id(6), name: '責任 六花', roles: ['officer'] },
  third: { id: id(7), name: '責任 七海', roles: ['officer'] },
  auditor: { id: id(5), name: '監査 五月', roles: ['auditor'] },
  admin1: { id: id(1), name: '管理 一郎', roles: ['administrator'] },
  admin2: { id: id(2), name: '管理 二葉', roles: ['administrator'] },
} as const satisfies Record<string, { id: string; name: string; roles: readonly Role[] }>;
export type Who = keyof typeof people;

type Media = (typeof mediaContract)['channels'];
type MediaName = keyof typeof mediaHandlers;
type Door = (typeof entriesContract)['channels'];
type DoorName = keyof typeof doorHandlers;

/** Requests and the door on a real encrypted ledger, with people whose signatures are their own. */
export interface RequestsDesk {
  readonly test: TestLedger;
  /** The clock stands at this time until it is set anew. */
  now: Instant;
  /** What has to be looked at before a movement is looked at by itself, as far as it can be; false for tests of just that. */
  looksOver: boolean;
  /** Calls a handler as this person's window would, where it is not one of main's own. */
  session(who: Who): SessionContext;
  /** Calls a channel of the media ledger as this person's window would. */
  call<C extends MediaName>(
    who: Who,
    channel: C,
    input: InputOf<Media[C]>,
  ): Promise<Reply<OutputOf<Media[C]>>>;
  /** As `call`, and throws if it is refused. */
  did<C extends MediaName>(who: Who, channel: C, input: InputOf<Media[C]>): Promise<OutputOf<Media[C]>>;
  /** The code, field and detail with which a call is refused; undefined if it was not. */
  refused<C extends MediaName>(who: Who, channel: C, input: InputOf<Media[C]>): Promise<unknown>;
  /** Calls a channel of the entry log as the operator. */
  atDoor<C extends DoorName>(channel: C, input: InputOf<Door[C]>): Promise<Reply<OutputOf<Door[C]>>>;
  /** A visitor of this name is let in; the id of the visit. */
  letIn(name?: string): Promise<string>;
  /** Appends past the rules, with this person's signature. */
  sign(who: Who, events: readonly NewSuimonEvent[]): void;
  /** Two administrators do this to somebody's account. */
  order(content: { readonly kind: 'account-suspend' | 'account-close' } | Roles, whom: Who): void;
  /** The first table that differs from what a replay of the whole chain into empty tables gives; undefined if none. */
  differs(): string | undefined;
  readonly office: string;
  readonly room: string;
  remove(): void;
}
interface Roles {
  readonly kind: 'account-roles';
  readonly roles: Role[];
}

function told<D extends ReadDb>(db: D, tell: (sql: string) => void): D {
  const prepare = (sql: string) => {
    tell(sql);
    return db.prepare(sql);
  };
  return Object.assign(Object.create(db) as D, { prepare });
}

/** `tell` hears each statement that is prepared. */
export async function openRequests(
  tell: (sql: string) => void = () => {},
  ledgerKey?: Uint8Array,
): Promise<RequestsDesk> {
  const test = testLedger(ledgerKey);
  const ledger: Ledger = { ...test.ledger, write: told(test.ledger.write, tell) };
  const read = told(test.ledger.read, tell);
  const keys = new Map(Object.values(people).map((person) => [person.id, newSignatureKey('ed25519')]));
  const signer = (who: string) => {
    const key = keys.get(who);
    if (key === undefined) throw new Error('nobody');
    return (bytes: Uint8Array): Signed => ({
      ...key.public,
      value: signWith('ed25519', key.privateKey, bytes).toString('base64'),
    });
  };
  test.write(
    Object.values(people).map(({ id: account, name, roles }) => ({
      type: 'account.created' as const,
      version: 1,
      subject: `account:${account}` as const,
      data: {
        identifier: `i${account.slice(-2)}`,
        name,
        reading: '',
        roles: [...roles],
        signingKey: keys.get(account)?.public.key ?? '',
        signatureAlgorithm: 'ed25519',
        mustChangePassword: false,
      },
    })),
    MONDAY - HOUR,
  );
  const sessions = new Map(
    Object.values(people).map((person) => [
      person.id,
      sessionOn(ledger, () => desk.now, person, {
        read,
        attest: (_, password, work) =>
          password === PASSWORD
            ? work({ ...person, sign: signer(person.id) })
            : Promise.resolve(refuse('attest-refused', { field: 'password' })),
      }),
    ]),
  );
  const session = (who: Who): SessionContext => {
    const found = sessions.get(people[who].id);
    if (found === undefined) throw new Error(who);
    return found;
  };
  const sign: RequestsDesk['sign'] = (who, events) => {
    const db = test.ledger.write;
    db.exec('BEGIN IMMEDIATE');
    const head = ownHead(db);
    if (head === undefined) throw new Error('no site');
    append(db, head, events, people[who].id, desk.now, signer(people[who].id));
    db.exec('COMMIT');
  };
  const desk: RequestsDesk = {
    test,
    now: MONDAY,
    looksOver: true,
    session,
    async call(who, channel, input) {
      if (desk.looksOver && channel in WAYS)
        lookOver(test, input, WAYS[channel as keyof typeof WAYS], desk.now);
      const schema: z.ZodType = mediaContract.channels[channel].input;
      const handler = mediaHandlers[channel] as (input: unknown, context: SessionContext) => unknown;
      return (await handler(schema.parse(input), session(who))) as never;
    },
    async did(who, channel, input) {
      const reply = await desk.call(who, channel, input);
      if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.refusal)}`);
      return reply.value;
    },
    async refused(who, channel, input) {
      const reply = await desk.call(who, channel, input);
      return reply.ok ? undefined : reply.refusal;
    },
    async atDoor(channel, input) {
      const schema: z.ZodType = entriesContract.channels[channel].input;
      const handler = doorHandlers[channel] as (input: unknown, context: SessionContext) => unknown;
      return (await handler(schema.parse(input), session('operator'))) as never;
    },
    async letIn(name = '渡邊 一郎') {
      const about = visitDetails(desk.office, { name, escort: '', host: '山本 花子' });
      const entered = await desk.atDoor('enter', entering(about));
      if (!entered.ok) throw new Error(JSON.stringify(entered.refusal));
      return entered.value.ids[0] ?? '';
    },
    sign,
    order(content, whom) {
      const proposal = id(900 + (ownHead(test.ledger.read)?.seq ?? 0));
      const subject = `proposal:${proposal}` as const;
      const reason = '異動';
      const made = { ...content, accountId: people[whom].id, accountIds: [people[whom].id], reason };
      const { accountId, accountIds, ...rest } = made;
      const about = content.kind === 'account-close' ? { ...rest, accountIds } : { ...rest, accountId };
      const madeData = { content: about as never, expiresAt: desk.now + DAY };
      sign('admin1', [{ type: 'proposal.made', version: 1, subject, data: madeData }]);
      const digest = proposalById(test.ledger.read, proposal, desk.now)?.digest ?? '';
      const effect =
        content.kind === 'account-roles'
          ? ({ type: 'account.rolesChanged', data: { proposal, roles: content.roles } } as const)
          : ({
              type: content.kind === 'account-close' ? 'account.closed' : 'account.suspended',
              data: { proposal, reason },
            } as const);
      sign('admin2', [
        { type: 'proposal.confirmed', version: 1, subject, data: { digest } },
        { ...effect, version: 1, subject: `account:${people[whom].id}` },
      ]);
    },
    differs() {
      const scratch = test.ledger.scratch();
      try {
        scratch.db.exec('BEGIN');
        for (const _ of replay(test.ledger.read, scratch.db, 1, ownHead(test.ledger.read)?.seq ?? 0));
        scratch.db.exec('COMMIT');
        const comparing = compareViews(test.ledger.write, scratch.db);
        for (;;) {
          const next = comparing.next();
          if (next.done === true) return next.value;
        }
      } finally {
        scratch.close();
      }
    },
    office: '',
    room: '',
    remove: () => test.remove(),
  };
  const area = async (input: typeof OFFICE): Promise<string> => {
    const defined = await desk.atDoor('defineArea', input);
    if (!defined.ok) throw new Error(JSON.stringify(defined.refusal));
    return defined.value.id;
  };
  return Object.assign(desk, { office: await area(OFFICE), room: await area(CONTROL_ROOM) });
}

/** On which way a medium is looked at before a movement. */
const WAYS = { carryIn: 'entry', carryOut: 'entry', takeOut: 'exit', giveBack: 'exit' } as const;

/** Two products find nothing, and a list of no files is taken, if anything is missing. */
function lookOver(test: TestLedger, input: object, way: Way, at: Instant): void {
  const requestId = 'requestId' in input ? String(input.requestId) : '';
  const looked = inspection(test.ledger.read, requestId, at);
  if (looked?.closed[way] !== null || looked.missing[way].length === 0) return;
  const subject = `request:${requestId}` as const;
  const checks = ['ClamAV', 'Microsoft Defender'].map((product) => ({
    type: 'media.checked' as const,
    version: 1,
    subject,
    data: {
      check: {
        way,
        machine: '検査用端末',
        product,
        version: '1',
        definitionsAt: at,
        checkedAt: at,
        by: '操田 颯太',
        result: 'clean' as const,
        findings: [],
        exception: '',
      },
      origin: 'elsewhere' as const,
      files: null,
      more: 0,
    },
  }));
  const listed = {
    listing: v7(),
    way,
    source: 'E:/',
    files: 0,
    bytes: 0,
    problems: 0,
    digest: contentDigest([]),
  };
  test.write([...checks, { type: 'media.listed', version: 1, subject, data: listed }], at);
}

/** What a form asks: a visitor's medium into an area, for a day; the rest as the test gives it. */
export function asking(areaId: string, over: Partial<RequestDetails> = {}): RequestDetails {
  return {
    kind: 'carry-in',
    medium: {
      from: 'described',
      kind: 'usb-memory',
      name: '保守用USB',
      serial: 'S-1',
      owner: '株式会社みなと電機',
      encryption: 'software',
    },
    purpose: '監視盤の更新',
    asset: '監視盤1号',
    workReference: 'W-2026-041',
    areaId,
    bearer: '渡邊 一郎',
    organisation: '株式会社みなと電機',
    contents: '更新プログラム',
    classification: { confidentiality: 1, integrity: 1, availability: 1, restrictions: [] },
    quoted: [],
    from: MONDAY - HOUR,
    until: MONDAY + DAY,
    returnDue: null,
    destination: '',
    means: '',
    protection: '',
    connection: null,
    note: '',
    ...over,
  };
}

export function classified(confidentiality: 1 | 2 | 3): RequestDetails['classification'] {
  return { confidentiality, integrity: 1, availability: 1, restrictions: [] };
}

/** Something at the door, now. */
export function moving(requestId: string) {
  return { requestId, at: null, lateReason: '', seal: '' };
}

/** Decides on a request as it is shown to this officer. */
export async function decide(
  desk: RequestsDesk,
  who: Who,
  requestId: string,
  decision: 'approve' | 'refuse' | 'return' | 'acknowledge' = 'approve',
  over: { readonly conditions?: string; readonly digest?: string } = {},
): Promise<unknown> {
  const { request } = await desk.did(who, 'request', { id: requestId });
  const reason = decision === 'refuse' || decision === 'return' ? '記入が足りないため' : '';
  return desk.refused(who, 'decide', {
    requestId,
    digest: request.digest,
    decision,
    conditions: '',
    reason,
    password: PASSWORD,
    ...over,
  });
}
