import { doorHandlers } from '../../../main/entries/door-handlers.ts';
import { mediaHandlers } from '../../../main/media/handlers.ts';
import { trailHandlers } from '../../../main/trail/handlers.ts';
import type { SessionContext } from '../../../main/context.ts';
import { rows } from '../../../main/vault/db.ts';
import { randomFrom } from '../../../resources/tooling/demo/random.ts';
import { entriesContract } from '../../../shared/entries/contract.ts';
import { TRAIL_GROUPS } from '../../../shared/trail/groups.ts';
import type { Contract } from '../../../shared/kernel/contract.ts';
import { mediaContract } from '../../../shared/media/contract.ts';
import { trailContract } from '../../../shared/trail/contract.ts';
import { DAY } from '../../../shared/kernel/time.ts';
import { openBare } from '../ledgers/bare.ts';
import { type Program, startProgram } from '../ledgers/program.ts';
import type { Site } from '../ledgers/site.ts';
import { type Statement, listen, replayer } from '../ledgers/statements.ts';
import { interleaved, p99 } from '../measure.ts';
import type { Bench, Suite } from '../suite.ts';

/** The inputs with which a list is read, in turn. */
type Inputs = (site: Site, context: SessionContext) => readonly unknown[];

const nothing: Inputs = () => [{}];
const pages =
  (count: number): Inputs =>
  ({ size }) => {
    const random = randomFrom(count);
    return Array.from({ length: count }, () => ({ filter: {}, offset: random.below(size - 50), limit: 50 }));
  };

const filtered: Inputs = ({ areaIds, until }) => {
  const random = randomFrom(7);
  return Array.from({ length: 20 }, () => {
    const from = until - random.between(30, 3000) * DAY;
    const filter = {
      from,
      until: from + random.between(7, 366) * DAY,
      areaId: random.pick(areaIds),
      ...(random.chance(0.5) ? { kind: 'visitor' } : { state: 'left' }),
    };
    return { filter, offset: random.below(50), limit: 50 };
  });
};

const rare: Inputs = ({ areaIds }) =>
  areaIds.flatMap((areaId) =>
    ['unknown', 'expected', 'inside'].map((state) => ({ filter: { areaId, state }, offset: 0, limit: 50 })),
  );

const texts = (...words: readonly string[]) => words.map((text) => ({ text }));

const visitIds = (read: SessionContext['read']) =>
  rows<{ id: string }>(read, 'SELECT id FROM entries_visit WHERE no % 97 = 0 ORDER BY no DESC LIMIT 20').map(
    ({ id }) => ({ id }),
  );
const someVisits: Inputs = (_, { read }) => visitIds(read);

/** Kinds, people, periods and one visit followed, alone and together; from the head and from somewhere before. */
const trailFilters: Inputs = ({ until, size }, { read }) => {
  const random = randomFrom(11);
  const actors = rows<{ id: string }>(read, 'SELECT id FROM accounts_account').map(({ id }) => id);
  const visits = visitIds(read);
  return Array.from({ length: 30 }, () => {
    const from = until - random.between(30, 3000) * DAY;
    const filter = {
      ...(random.chance(0.6) ? { group: random.pick(TRAIL_GROUPS) } : {}),
      ...(random.chance(0.5) ? { actor: random.pick([...actors, 'system']) } : {}),
      ...(random.chance(0.5) ? { from, until: from + random.between(7, 366) * DAY } : {}),
      ...(random.chance(0.2) ? { subject: `visit:${random.pick(visits).id}` } : {}),
    };
    return { filter, limit: 50, ...(random.chance(0.3) ? { before: random.between(1, size) } : {}) };
  });
};

/** Each list, board and filter: the name of its row, the channel it calls, and with what. */
export type List = readonly [row: string, channel: string, inputs: Inputs];
const LISTS: readonly List[] = [
  ['entries/board', 'entries.board', nothing],
  ['entries/counts', 'entries.counts', nothing],
  ['entries/expected', 'entries.expected', nothing],
  ['entries/history', 'entries.history', () => [{ filter: {}, offset: 0, limit: 50 }]],
  ['entries/history-anywhere', 'entries.history', pages(20)],
  ['entries/history-filtered', 'entries.history', filtered],
  ['entries/history-rare', 'entries.history', rare],
  ['entries/visit', 'entries.visit', someVisits],
  ['entries/areas', 'entries.areas', nothing],
  ['entries/badges', 'entries.badges', nothing],
  ['entries/repeatable', 'entries.repeatable', nothing],
  [
    'entries/suggest-visitors',
    'entries.suggestVisitors',
    () =>
      texts('渡', '渡辺', 'さい', 'takah', 'アオバ', 'ひ').map((input) => ({ ...input, kind: 'visitor' })),
  ],
  [
    'entries/suggest-words',
    'entries.suggestWords',
    () =>
      (['organisation', 'purpose', 'host', 'escort'] as const).flatMap((field) =>
        texts('', '点', 'あ').map((input) => ({ ...input, field })),
      ),
  ],
  ['trail/entries', 'trail.entries', () => [{ filter: {}, limit: 50 }]],
  ['trail/filtered', 'trail.entries', trailFilters],
  ['trail/review-state', 'trail.reviewState', nothing],
  ['trail/status', 'trail.status', nothing],
];

const FEATURES = new Map<string, readonly [Contract, object]>([
  ['entries', [entriesContract, doorHandlers]],
  ['media', [mediaContract, mediaHandlers]],
  ['trail', [trailContract, trailHandlers]],
]);

/** What a channel asks of SQLite for one input. */
function statementsOf(channel: string, input: unknown, context: SessionContext): readonly Statement[] {
  const heard: Statement[] = [];
  const told = { ...context, read: listen(context.read, (statement) => heard.push(statement)) };
  const [feature = '', name = ''] = channel.split('.');
  const [contract, handlers] = FEATURES.get(feature) ?? [entriesContract, doorHandlers];
  const schema = Object.entries(contract.channels).find(([own]) => own === name)?.[1].input;
  const handler: unknown = Reflect.get(handlers, name);
  if (schema === undefined || typeof handler !== 'function') throw new Error(`bench: no channel ${channel}`);
  handler(schema.parse(input), told);
  return heard;
}

/** One list, board or filter, p99, against its own SQL run bare. */
export async function* measureList(
  { runs, quick }: Bench,
  site: Site,
  program: Program,
  bare: ReturnType<typeof openBare>,
  [name, channel, inputs]: List,
) {
  const all = inputs(site, program.context);
  const floors = all.map((input) => replayer(bare, statementsOf(channel, input, program.context)));
  const times = await interleaved(
    { runs, calls: quick ? 100 : 300 },
    (call) => program.call(channel, all[call % all.length]),
    (call) => floors[call % floors.length]?.(),
  );
  yield {
    name,
    unit: 'ms',
    value: p99(times.work),
    floor: p99(times.floor),
    target: 2,
    better: 'lower' as const,
    runs,
  };
}

/** Every list, board and filter, p99, against the same SQL with the same values run bare. */
export const lists: Suite = {
  rows: LISTS.map(([name]) => name),
  async *measure(bench, site) {
    const folder = site.copy();
    const bare = openBare(folder, site.key, 'read');
    for (const role of ['officer', 'auditor'] as const) {
      const program = await startProgram(folder, role);
      for (const list of LISTS) {
        if (bench.wanted(list[0]) && list[1].startsWith('trail') === (role === 'auditor'))
          yield* measureList(bench, site, program, bare, list);
      }
      await program.close();
    }
    bare.close();
  },
};
