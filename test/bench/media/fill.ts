import { randomFrom } from '../../../resources/tooling/demo/random.ts';
import { areaById } from '../../../main/entries/queries.ts';
import { digestOf } from '../../../main/media/requests/digest.ts';
import type { SessionContext } from '../../../main/context.ts';
import { ruleFor } from '../../../shared/media/requests/rules.ts';
import {
  REQUEST_KINDS,
  type RequestDetails,
  type RequestRule,
} from '../../../shared/media/requests/model.ts';
import type { NewMediaEvent } from '../../../shared/media/events.ts';
import { DAY, type Instant } from '../../../shared/kernel/time.ts';
import { type Program, startProgram } from '../ledgers/program.ts';
import { PASSWORD, type Site } from '../ledgers/site.ts';
import { idFrom, somebody } from '../ledgers/visits.ts';

/** The most requests that are measured with. */
export const MOST = 100_000;
const PORTION = 5000;
/** So many of the last are not decided, so many of each of the others are inside or outside. */
const WAITING = 300;
const CARRIED = 40;

interface Asked {
  readonly id: string;
  readonly details: RequestDetails;
}

function* asked(site: Site, count: number, until: Instant): Generator<Asked, void> {
  const random = randomFrom(5);
  for (let index = 0; index < count; index += 1) {
    const from = index < count - WAITING ? until - random.between(2, 3000) * DAY : until - DAY;
    const { name, organisation, purpose, areaId } = somebody(random, site.areaIds);
    const kind = random.pick(REQUEST_KINDS);
    const confidentiality = random.chance(0.3) ? 2 : 1;
    yield {
      id: idFrom(random, until - count + index),
      details: {
        kind,
        medium: {
          from: 'described',
          kind: 'usb-memory',
          name: `保守用USB ${random.below(500)}`,
          serial: '',
          owner: organisation === '' ? name : organisation,
          encryption: 'software',
        },
        purpose,
        asset: `設備${random.below(400)}号`,
        workReference: '',
        areaId,
        bearer: name,
        organisation,
        contents: '更新プログラムと設定の控え',
        classification: { confidentiality, integrity: 1, availability: 1, restrictions: [] },
        quoted: [],
        from,
        // Those of the last days are still to come.
        until: from + 2 * DAY,
        returnDue: kind === 'carry-out' ? from + DAY : null,
        destination: kind === 'carry-in' ? '' : '本庁',
        means: kind === 'transfer' ? '職員が運搬' : '',
        protection: '',
        connection: null,
        note: '',
      },
    };
  }
}

function valueOf<T>(
  reply: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: unknown },
): T {
  if (!reply.ok) throw new Error(`bench: ${JSON.stringify(reply.refusal)}`);
  return reply.value;
}

function write(context: SessionContext, events: readonly NewMediaEvent[]): Promise<unknown> {
  return context
    .changeInSteps(
      function* () {
        for (let first = 0; first < events.length; first += PORTION)
          yield events.slice(first, first + PORTION);
      },
      () => false,
    )
    .then(valueOf);
}

/** What happened to a request after it was permitted: nothing yet, it is inside or outside, or it is over. */
function* moves(all: readonly Asked[], until: Instant): Generator<NewMediaEvent, void> {
  for (const [index, { id, details }] of all.entries()) {
    const recent = index >= all.length - WAITING - CARRIED;
    if (index % 3 !== 0 && !recent) continue;
    const subject = `request:${id}` as const;
    const moved = { at: recent ? until : details.from, lateReason: null, seal: '' };
    const out = details.kind !== 'carry-in';
    yield out
      ? { type: 'request.carriedOut', version: 1, subject, data: { ...moved, holder: details.bearer } }
      : { type: 'request.carriedIn', version: 1, subject, data: { ...moved, visitId: null } };
    if (recent) continue;
    yield { type: out ? 'request.givenBack' : 'request.takenOut', version: 1, subject, data: moved };
  }
}

/** Writes one request that nobody has decided yet; its id. Its medium is a USB memory. */
export async function submitOne({ context }: Program, site: Site): Promise<string> {
  for (const { id, details } of asked(site, 1, Date.now())) {
    const data = { details, rule: ruleFor(details, areaById(context.read, details.areaId)), revision: 1 };
    await write(context, [{ type: 'request.submitted', version: 1, subject: `request:${id}`, data }]);
    return id;
  }
  throw new Error('bench: nothing was asked for');
}

/** Writes requests into a copy of a site: asked for by an operator, all but the last decided by an officer's signature. */
export async function fill(
  folder: string,
  site: Site,
  count: number,
  say: (text: string) => void,
): Promise<void> {
  const now = Date.now();
  const all = [...asked(site, count, now)];
  const operator = await startProgram(folder, 'operator');
  const rules = new Map(
    all.map(({ id, details }) => [id, ruleFor(details, areaById(operator.context.read, details.areaId))]),
  );
  const ruleOf = (id: string): RequestRule => {
    const rule = rules.get(id);
    if (rule === undefined) throw new Error('bench: no rule');
    return rule;
  };
  const submitted = all.map(({ id, details }): NewMediaEvent => {
    const data = { details, rule: ruleOf(id), revision: 1 };
    return { type: 'request.submitted', version: 1, subject: `request:${id}`, data };
  });
  say(`writing ${count} requests`);
  await write(operator.context, submitted);
  await operator.close();

  const officer = await startProgram(folder, 'officer');
  const decided = all.slice(0, -WAITING).map(({ id, details }): NewMediaEvent => {
    const { by } = ruleOf(id);
    const decision = by === 'permission' ? 'approve' : 'acknowledge';
    const data = { revision: 1, digest: digestOf(details), decision, conditions: '', reason: '' } as const;
    return { type: 'request.decided', version: 1, subject: `request:${id}`, data };
  });
  say('deciding on them');
  valueOf(
    await officer.context.attest(undefined, PASSWORD, (signatory) =>
      officer.context.change(() => ({ events: decided, value: null, signatory })),
    ),
  );
  await write(officer.context, [...moves(all.slice(0, -WAITING), now)]);
  await officer.close();
}
