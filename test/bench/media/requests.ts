import { rows } from '../../../main/vault/db.ts';
import { randomFrom } from '../../../resources/tooling/demo/random.ts';
import { REQUEST_KINDS, REQUEST_STATES } from '../../../shared/media/requests/model.ts';
import { type List, measureList } from '../entries/lists.ts';
import { openBare } from '../ledgers/bare.ts';
import { startProgram } from '../ledgers/program.ts';
import type { Suite } from '../suite.ts';
import { fill, MOST } from './fill.ts';

const nothing: List[2] = () => [{}];

/** Filters as the window sets them: a state, a kind, a person, a company, an asset, an officer, and several together. */
const filtered: List[2] = (_, { read, actor }) => {
  const random = randomFrom(13);
  const some = rows<{ bearer: string; organisation: string; asset: string }>(
    read,
    'SELECT bearer, organisation, asset FROM media_request ORDER BY no DESC LIMIT 40',
  );
  return Array.from({ length: 30 }, () => {
    const { bearer, organisation, asset } = random.pick(some);
    const filter = {
      ...(random.chance(0.4) ? { state: random.pick(REQUEST_STATES) } : {}),
      ...(random.chance(0.3) ? { kind: random.pick(REQUEST_KINDS) } : {}),
      ...(random.chance(0.3) ? { bearer } : {}),
      ...(random.chance(0.3) ? { organisation } : {}),
      ...(random.chance(0.3) ? { asset } : {}),
      ...(random.chance(0.2) ? { officerId: actor.id } : {}),
    };
    return { filter, offset: random.below(50), limit: 50 };
  });
};

const anywhere: List[2] = (_, { read }) => {
  const random = randomFrom(17);
  const total = rows<{ n: number }>(read, 'SELECT sum(n) AS n FROM media_request_block')[0]?.n ?? 50;
  return Array.from({ length: 20 }, () => ({ filter: {}, offset: random.below(total - 50), limit: 50 }));
};

const words: List[2] = () =>
  (['bearer', 'organisation', 'asset'] as const).flatMap((field) =>
    ['', '設', 'あ', '佐藤'].map((text) => ({ field, text })),
  );

const LISTS: readonly List[] = [
  ['media/inbox', 'media.inbox', nothing],
  ['media/counts', 'media.counts', nothing],
  ['media/carried', 'media.carried', nothing],
  ['media/ready', 'media.ready', nothing],
  ['media/requests', 'media.requests', () => [{ filter: {}, offset: 0, limit: 50 }]],
  ['media/requests-anywhere', 'media.requests', anywhere],
  ['media/requests-filtered', 'media.requests', filtered],
  ['media/suggest', 'media.suggest', words],
];

/** Every list of requests, p99, against the same SQL with the same values run bare; 100,000 requests at most. */
export const requestLists: Suite = {
  rows: LISTS.map(([name]) => name),
  async *measure(bench, site) {
    const folder = site.copy();
    await fill(folder, site, Math.min(site.size, MOST), bench.say);
    const bare = openBare(folder, site.key, 'read');
    const program = await startProgram(folder, 'officer');
    for (const list of LISTS) if (bench.wanted(list[0])) yield* measureList(bench, site, program, bare, list);
    await program.close();
    bare.close();
  },
};
