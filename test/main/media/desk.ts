import type { z } from 'zod';
import type { SessionContext } from '../../../main/context.ts';
import { mediaHandlers } from '../../../main/media/handlers.ts';
import { ownHead } from '../../../main/trail/append.ts';
import { compareViews } from '../../../main/trail/compare-views.ts';
import { replay } from '../../../main/trail/replay.ts';
import type { InputOf, OutputOf } from '../../../shared/kernel/contract.ts';
import type { Reply } from '../../../shared/kernel/result.ts';
import { fromJst, type Instant } from '../../../shared/kernel/time.ts';
import { mediaContract } from '../../../shared/media/contract.ts';
import type { MediumDetails } from '../../../shared/media/register/model.ts';
import { sessionOn } from '../session.ts';
import { type TestLedger, testLedger } from '../trail/ledger.ts';

type Channels = (typeof mediaContract)['channels'];
type Name = keyof typeof mediaHandlers;

/** 2026-04-06 09:00 in Japan, a Monday. */
export const MONDAY: Instant = fromJst(2026, 4, 6, 9) ?? 0;

export interface MediaDesk {
  readonly test: TestLedger;
  /** The clock stands at this time until it is set anew. */
  now: Instant;
  /** Calls a channel as the window would: input parsed by the contract, answered by the handler. */
  call<C extends Name>(channel: C, input: InputOf<Channels[C]>): Promise<Reply<OutputOf<Channels[C]>>>;
  /** As `call`, and throws if it is refused. */
  did<C extends Name>(channel: C, input: InputOf<Channels[C]>): Promise<OutputOf<Channels[C]>>;
  /** The first table that differs from what a replay of the whole chain into empty tables gives; undefined if none. */
  differs(): string | undefined;
  remove(): void;
}

/** The channels of the media ledger on a real ledger, without a desk. */
export function openMedia(): MediaDesk {
  const test = testLedger();
  const session = sessionOn(test.ledger, () => desk.now);
  const call: MediaDesk['call'] = async (channel, input) => {
    const schema: z.ZodType = mediaContract.channels[channel].input;
    const handler = mediaHandlers[channel] as (input: unknown, context: SessionContext) => unknown;
    return (await handler(schema.parse(input), session)) as never;
  };
  const desk: MediaDesk = {
    test,
    now: MONDAY,
    call,
    async did(channel, input) {
      const reply = await call(channel, input);
      if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.refusal)}`);
      return reply.value;
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
    remove: () => test.remove(),
  };
  return desk;
}

/** What the register's form says of a medium; the rest as the test gives it. */
export function medium(over: Partial<MediumDetails> = {}): MediumDetails {
  return {
    number: 'USB-001',
    kind: 'usb-memory',
    name: '監視盤データ移送用',
    maker: 'みなと電機',
    model: 'SD-32',
    serial: 'A1B2',
    capacity: '32 GB',
    encryption: 'hardware',
    keeper: '渡邊 一郎',
    place: '中央監視室 保管庫',
    seal: '',
    upTo: 2,
    note: '',
    ...over,
  };
}
