import type { z } from 'zod';
import { doorHandlers } from '../../../main/entries/door-handlers.ts';
import type { SessionContext } from '../../../main/context.ts';
import { compareViews } from '../../../main/trail/compare-views.ts';
import { replay } from '../../../main/trail/replay.ts';
import { ownHead } from '../../../main/trail/append.ts';
import type { ReadDb } from '../../../main/vault/db.ts';
import { entriesContract } from '../../../shared/entries/contract.ts';
import type { AreaDetails, VisitDetails } from '../../../shared/entries/model.ts';
import type { NewSuimonEvent } from '../../../shared/events.ts';
import type { InputOf, OutputOf } from '../../../shared/kernel/contract.ts';
import type { Reply } from '../../../shared/kernel/result.ts';
import { fromJst, type Instant } from '../../../shared/kernel/time.ts';
import { OPERATOR, sessionOn } from '../session.ts';
import { type TestLedger, testLedger } from '../trail/ledger.ts';

export const ACTOR = OPERATOR.id;

/** 2026-04-06 09:00 in Japan, a Monday. */
export const MONDAY: Instant = fromJst(2026, 4, 6, 9) ?? 0;

type Channels = (typeof entriesContract)['channels'];
type Name = keyof typeof doorHandlers;

export interface Door {
  readonly test: TestLedger;
  /** The clock stands at this time until it is set anew. */
  now: Instant;
  /** Calls a channel as the window would: input parsed by the contract, answered by the handler. */
  call<C extends Name>(channel: C, input: InputOf<Channels[C]>): Promise<Reply<OutputOf<Channels[C]>>>;
  /** As `call`, and throws if it is refused. */
  did<C extends Name>(channel: C, input: InputOf<Channels[C]>): Promise<OutputOf<Channels[C]>>;
  /** Writes events past the rules, as an import does. */
  append(events: readonly NewSuimonEvent[]): Promise<void>;
  /** The first table that differs from what a replay of the whole chain into empty tables gives; undefined if none. */
  differs(): string | undefined;
  remove(): void;
}

/** The handle with its SQL told to `tell`. */
function told<D extends ReadDb>(db: D, tell: (sql: string) => void): D {
  const prepare = (sql: string) => {
    tell(sql);
    return db.prepare(sql);
  };
  return Object.assign(Object.create(db) as D, { prepare });
}

/**
 * An entry log on a real encrypted ledger with an operator's account, the clock at {@link MONDAY}. `tell` hears each
 * statement that is prepared.
 */
export function openDoor(tell: (sql: string) => void = () => {}, ledgerKey?: Uint8Array): Door {
  const test = testLedger(ledgerKey);
  const read = told(test.ledger.read, tell);
  const ledger = { ...test.ledger, write: told(test.ledger.write, tell) };
  const session = sessionOn(ledger, () => door.now, OPERATOR, { read });
  const call: Door['call'] = async (channel, input) => {
    const schema: z.ZodType = entriesContract.channels[channel].input;
    const handler = doorHandlers[channel] as (input: unknown, context: SessionContext) => unknown;
    return (await handler(schema.parse(input), session)) as never;
  };
  const door: Door = {
    test,
    now: MONDAY,
    call,
    async did(channel, input) {
      const reply = await call(channel, input);
      if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.refusal)}`);
      return reply.value;
    },
    async append(events) {
      const reply = await session.change(() => ({ events, value: null }));
      if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.refusal)}`);
    },
    differs() {
      const scratch = test.ledger.scratch();
      try {
        scratch.db.exec('BEGIN');
        const upTo = ownHead(test.ledger.read)?.seq ?? 0;
        for (const _ of replay(test.ledger.read, scratch.db, 1, upTo));
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
    remove: () => test.remove(),
  };
  test.write(
    [
      {
        type: 'account.created',
        version: 1,
        subject: `account:${ACTOR}`,
        data: {
          identifier: 'souta',
          name: '操田 颯太',
          reading: 'そうだ そうた',
          roles: ['operator'],
          signingKey: null,
          signatureAlgorithm: null,
          mustChangePassword: false,
        },
      },
    ],
    MONDAY - 1000,
  );
  return door;
}

export const OFFICE: AreaDetails = {
  name: '事務室',
  reading: 'じむしつ',
  level: 1,
  escort: 'nobody',
  badge: false,
  identity: false,
  guidance: '',
};

export const CONTROL_ROOM: AreaDetails = {
  name: '中央監視室',
  reading: 'ちゅうおうかんししつ',
  level: 3,
  escort: 'visitors',
  badge: true,
  identity: true,
  guidance: '入室前に責任者へ連絡すること。',
};

/** What a form says of a visitor; the rest as the test gives it. */
export function details(areaId: string, over: Partial<VisitDetails> = {}): VisitDetails {
  return {
    kind: 'visitor',
    name: '渡邊 一郎',
    reading: 'わたなべ いちろう',
    organisation: '株式会社みなと電機',
    purpose: '監視盤の点検',
    host: '山本 花子',
    escort: '山本 花子',
    identity: 'drivers-licence',
    areaId,
    belongings: '工具箱',
    workReference: 'W-2026-041',
    note: '',
    ...over,
  };
}

/** A form for the door, for one person alone, now. */
export function entering(
  about: VisitDetails,
  over: Partial<InputOf<Channels['enter']>> = {},
): InputOf<Channels['enter']> {
  return {
    visitId: null,
    details: about,
    badgeId: null,
    followIn: 'nobody',
    party: [],
    expectedUntil: null,
    enteredAt: null,
    lateReason: '',
    anotherPerson: false,
    ...over,
  };
}

/** A form for going out now, badge in hand. */
export function leaving(visitId: string, over: Partial<InputOf<Channels['leave']>['visits'][number]> = {}) {
  return { visits: [{ visitId, badgeReturned: true, exitedAt: null, lateReason: '', ...over }] };
}

/** The number of the first visit after {@link furnish}: that of its entry of the chain. */
export const FIRST = 8;

/** Two areas and three badges (levels 3, 3, 1), as most tests begin with; the ids of all. */
export async function furnish(door: Door): Promise<{
  readonly office: string;
  readonly room: string;
  readonly badges: readonly [string, string, string];
}> {
  const office = (await door.did('defineArea', OFFICE)).id;
  const room = (await door.did('defineArea', CONTROL_ROOM)).id;
  await door.did('registerBadges', {
    badges: [
      { label: '赤-01', level: 3 },
      { label: '赤-02', level: 3 },
      { label: '白-01', level: 1 },
    ],
  });
  const badges = await door.did('badges', {});
  const [first, second, third] = ['赤-01', '赤-02', '白-01'].map(
    (label) => badges.find((badge) => badge.label === label)?.id ?? '',
  );
  return { office, room, badges: [first ?? '', second ?? '', third ?? ''] };
}
