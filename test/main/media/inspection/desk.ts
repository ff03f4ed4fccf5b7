import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import type { SessionContext } from '../../../../main/context.ts';
import { createInspectionHandlers } from '../../../../main/media/inspection/handlers.ts';
import type { FindScanners } from '../../../../main/media/inspection/scanners/find.ts';
import type { InputOf, OutputOf } from '../../../../shared/kernel/contract.ts';
import type { Reply } from '../../../../shared/kernel/result.ts';
import type { CheckRecord } from '../../../../shared/media/inspection/model.ts';
import { mediaContract } from '../../../../shared/media/contract.ts';
import type { RequestDetails } from '../../../../shared/media/requests/model.ts';
import { asking, decide, openRequests, type RequestsDesk, type Who } from '../requests-desk.ts';

type Channels = (typeof mediaContract)['channels'];
type Handlers = ReturnType<typeof createInspectionHandlers>;

/** Requests on a real ledger, and what is looked at on their media, on real drives. */
export interface InspectionDesk extends RequestsDesk {
  /** What somebody chooses in the system's dialog. */
  chooses: string | undefined;
  readonly drive: string;
  look<C extends keyof Handlers>(
    who: Who,
    channel: C,
    input: InputOf<Channels[C]>,
  ): Promise<Reply<OutputOf<Channels[C]>>>;
  looked<C extends keyof Handlers>(
    who: Who,
    channel: C,
    input: InputOf<Channels[C]>,
  ): Promise<OutputOf<Channels[C]>>;
  /** The code, field and detail with which a call is refused; undefined if it was not. */
  lookRefused<C extends keyof Handlers>(who: Who, channel: C, input: InputOf<Channels[C]>): Promise<unknown>;
  /** Somebody asks to carry a medium in, and an officer permits it or takes note of it. */
  permitted(over?: Partial<RequestDetails>): Promise<string>;
  /** The id by which this person knows the drive. */
  folder(who?: Who): Promise<string>;
}

/** `find` looks for products; none unless given. `tell` hears each statement that is prepared. */
export async function openInspections(
  find: FindScanners = () => Promise.resolve([]),
  tell: (sql: string) => void = () => undefined,
): Promise<InspectionDesk> {
  const requests = await openRequests(tell);
  requests.looksOver = false;
  const drive = mkdtempSync(join(tmpdir(), 'suimon-drive-'));
  const handlers = createInspectionHandlers(() => Promise.resolve(desk.chooses), find);
  const look: InspectionDesk['look'] = async (who, channel, input) => {
    const schema: z.ZodType = mediaContract.channels[channel].input;
    const handler = handlers[channel] as (input: unknown, context: SessionContext) => unknown;
    return (await handler(schema.parse(input), desk.session(who))) as never;
  };
  const desk: InspectionDesk = Object.assign(requests, {
    chooses: drive,
    drive,
    look,
    looked: async (who, channel, input) => {
      const reply = await look(who, channel, input);
      if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.refusal)}`);
      return reply.value;
    },
    lookRefused: async (who, channel, input) => {
      const reply = await look(who, channel, input);
      return reply.ok ? undefined : reply.refusal;
    },
    permitted: async (over = {}) => {
      const { id } = await desk.did('operator', 'submit', { details: asking(desk.office, over) });
      const { request } = await desk.did('officer', 'request', { id });
      if (request.rule.by === 'permission') await decide(desk, 'officer', id);
      if (request.rule.officers === 2) await decide(desk, 'second', id);
      return id;
    },
    folder: async (who = 'operator') => {
      const chosen = await desk.looked(who, 'chooseDrive', {});
      return chosen?.id ?? '';
    },
    remove: () => {
      rmSync(drive, { recursive: true, force: true });
      requests.test.remove();
    },
  } satisfies Partial<InspectionDesk>);
  return desk;
}

/** A check as somebody tells it, made now on another machine; the rest as the test gives it. */
export function checked(at: number, over: Partial<CheckRecord> = {}): CheckRecord {
  return {
    way: 'entry',
    machine: '検査用端末',
    product: 'ClamAV',
    version: '1.4.6/27500',
    definitionsAt: at,
    checkedAt: at,
    by: '操田 颯太',
    result: 'clean',
    findings: [],
    exception: '',
    ...over,
  };
}
