import { randomFrom } from '../../../resources/tooling/demo/random.ts';
import type { NewMediaEvent } from '../../../shared/media/events.ts';
import { MEDIUM_KINDS, MEDIUM_STATES } from '../../../shared/media/register/model.ts';
import { rows } from '../../../main/vault/db.ts';
import { type List, measureList } from '../entries/lists.ts';
import { openBare } from '../ledgers/bare.ts';
import { type Program, startProgram } from '../ledgers/program.ts';
import type { Suite } from '../suite.ts';
import { idFrom } from '../ledgers/visits.ts';

/** The most media that are measured with; a register has some thousands. */
const MOST = 20_000;
const PORTION = 5000;

const random = randomFrom(19);
const page = (filter: object, offset = 0) => ({ filter, offset, limit: 50 });

const anywhere: List[2] = (_, { read }) => {
  const total = rows<{ n: number }>(
    read,
    "SELECT sum(n) AS n FROM media_register_count WHERE field = 'state'",
  );
  return Array.from({ length: 20 }, () => page({}, random.below((total[0]?.n ?? 50) - 50)));
};

const filtered: List[2] = () =>
  Array.from({ length: 20 }, () => {
    const state = random.chance(0.6) ? { state: random.pick(MEDIUM_STATES) } : {};
    return page(
      { ...state, ...(random.chance(0.6) ? { kind: random.pick(MEDIUM_KINDS) } : {}) },
      random.below(50),
    );
  });

const searched: List[2] = () =>
  ['渡辺', 'ﾊﾞｯｸｱｯﾌﾟ', 'usb-12', '中央 保管庫', 'x'].map((text) => page({ text }));

const LISTS: readonly List[] = [
  ['media/register', 'media.media', () => [page({})]],
  ['media/register-anywhere', 'media.media', anywhere],
  ['media/register-filtered', 'media.media', filtered],
  ['media/register-search', 'media.media', searched],
  ['media/register-summary', 'media.registerSummary', () => [{}]],
];

function* registered(count: number): Generator<NewMediaEvent, void> {
  const names = ['監視盤データ移送用', '帳票持出用', '日次バックアップ', '計装設定の控え'];
  const places = ['中央監視室 保管庫', '事務室 金庫', '電気室 鍵付き棚', '別館 書庫'];
  const keepers = ['渡邊 健一', '早瀬 美咲', '神崎 悠斗', '峯岸 彩花'];
  for (let index = 0; index < count; index += 1) {
    const subject = `medium:${idFrom(random, 1_700_000_000_000 + index)}` as const;
    yield {
      type: 'medium.registered',
      version: 1,
      subject,
      data: {
        number: `USB-${index}`,
        kind: random.pick(MEDIUM_KINDS),
        name: random.pick(names),
        maker: 'みなと電機',
        model: 'MD-32',
        serial: `SN${index}`,
        capacity: '32 GB',
        encryption: 'hardware',
        keeper: random.pick(keepers),
        place: random.pick(places),
        seal: '',
        upTo: 2,
        note: '',
      },
    };
    if (index % 10 === 0)
      yield { type: 'medium.lost', version: 1, subject, data: { circumstances: '棚卸', reportedTo: '早瀬' } };
  }
}

async function fill({ context }: Program, count: number): Promise<void> {
  const events = [...registered(count)];
  const reply = await context.changeInSteps(
    function* () {
      for (let first = 0; first < events.length; first += PORTION) yield events.slice(first, first + PORTION);
    },
    () => false,
  );
  if (!reply.ok) throw new Error(`bench: ${JSON.stringify(reply.refusal)}`);
}

/** The register of media, p99, against the same SQL with the same values run bare; 20,000 media at most. */
export const registerLists: Suite = {
  rows: LISTS.map(([name]) => name),
  async *measure(bench, site) {
    const folder = site.copy();
    const program = await startProgram(folder, 'officer');
    const count = Math.min(site.size, MOST);
    bench.say(`registering ${count} media`);
    await fill(program, count);
    const bare = openBare(folder, site.key, 'read');
    for (const list of LISTS) if (bench.wanted(list[0])) yield* measureList(bench, site, program, bare, list);
    await program.close();
    bare.close();
  },
};
