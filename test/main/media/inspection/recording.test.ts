import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentDigest, type Contents, type ListedLine } from '../../../../main/media/inspection/list.ts';
import { recordList } from '../../../../main/media/inspection/recording.ts';
import { ownHead } from '../../../../main/trail/append.ts';
import { breathe } from '../../../../main/turns.ts';
import { row, rows } from '../../../../main/vault/db.ts';
import { ok, refuse } from '../../../../shared/kernel/result.ts';
import { fiscalYear } from '../../../../shared/kernel/time.ts';
import type { Way } from '../../../../shared/media/inspection/model.ts';
import { officers } from '../../trail/retention/eraser.ts';
import { moving } from '../requests-desk.ts';
import { checked, type InspectionDesk, openInspections } from './desk.ts';

let desk: InspectionDesk;
let id: string;
beforeEach(async () => {
  desk = await openInspections();
  id = await desk.permitted();
});
afterEach(() => {
  expect(desk.differs()).toBeUndefined();
  desk.remove();
});

const hex = (n: number): string => n.toString(16).padStart(64, '0');

/** As a drive of so many files would be read; `over` changes or leaves out single ones. */
function contents(
  count: number,
  over: (n: number) => ListedLine | null | undefined = () => undefined,
): Contents {
  const lines = Array.from({ length: count }, (_, n) => n).flatMap((n): ListedLine[] => {
    const other = over(n);
    if (other === null) return [];
    return [other ?? [`図面/${String(n).padStart(6, '0')}.dat`, n, hex(n), desk.now, null]];
  });
  return { lines, bytes: lines.length, problems: 0 };
}

const listing = (n: number): string => `01990000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`;
const record = (n: number, way: Way, found: Contents, cancelled: () => boolean = () => false) =>
  recordList(
    { requestId: id, way, source: 'E:/', listing: listing(n) },
    found,
    desk.session('operator'),
    cancelled,
  );
const files = (): number =>
  row<{ n: number }>(desk.test.ledger.read, 'SELECT count(*) AS n FROM media_listed_file')?.n ?? -1;
const inspection = () => desk.did('operator', 'inspection', { requestId: id });

async function carryIn(): Promise<void> {
  await desk.did('operator', 'recordCheck', { requestId: id, check: checked(desk.now) });
  await desk.did('operator', 'carryIn', { ...moving(id), visitId: await desk.letIn() });
}

describe('a content list of many files', () => {
  it('lets the door write while it is recorded: whoever enters waits for one part, not for the list', async () => {
    const going = record(1, 'entry', contents(20_000));
    const state = { done: false };
    void going.finally(() => {
      state.done = true;
    });
    const written: number[] = [];
    while (!state.done) {
      await desk.letIn(`来客 ${written.length}`);
      if (!state.done) written.push(files());
      await breathe();
    }
    expect(await going).toEqual(ok(null));
    expect(written.length).toBeGreaterThan(10);
    // Between two visitors a part or a few went onto the chain, never the whole.
    expect(Math.max(...written.map((n, index) => n - (written[index - 1] ?? 0)))).toBeLessThanOrEqual(1000);
    expect((await inspection()).listings).toMatchObject([
      { files: 20_000, digest: contentDigest(contents(20_000).lines), erased: false },
    ]);
  }, 60_000);

  it('is compared part by part: what was added, changed and removed, in the order of the paths', async () => {
    await record(1, 'entry', contents(1200));
    await carryIn();
    const odd = contents(1190, (n) => {
      if (n % 100 === 7) return [`図面/${String(n).padStart(6, '0')}.dat`, n, hex(n + 1), desk.now, null];
      if (n % 100 === 8) return [`図面/${String(n).padStart(6, '0')}.dat.new`, n, hex(n), desk.now, null];
      return n >= 300 && n < 310 ? null : undefined;
    });
    await record(2, 'exit', odd);
    const { compared } = await inspection();
    expect(compared).toMatchObject({ added: 12, removed: 12 + 8 + 10, changed: 12 });
    const { rows: found, total } = await desk.did('operator', 'differences', {
      requestId: id,
      offset: 0,
      limit: 200,
    });
    expect(total).toBe(54);
    expect(found).toHaveLength(54);
    const paths = found.map(({ path }) => path);
    expect(paths).toEqual(
      paths.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other))),
    );
    expect(found.at(-1)).toMatchObject({ kind: 'removed', path: '図面/001199.dat', after: null });
  });

  it('counts for nothing when it is cancelled or the request is over meanwhile, and says so on the trail', async () => {
    let asked = 0;
    const cancelled = (): boolean => (asked += 1) > 3;
    expect(await record(1, 'entry', contents(2000), cancelled)).toEqual(refuse('cancelled'));
    expect(files()).toBe(0);
    expect((await inspection()).missing.entry).toContain('listing-missing');
    asked = 0;
    const withdrawn = (): boolean => {
      asked += 1;
      if (asked === 3)
        desk.sign('officer', [
          { type: 'request.withdrawn', version: 1, subject: `request:${id}`, data: { reason: '中止' } },
        ]);
      return false;
    };
    expect(await record(2, 'entry', contents(2000), withdrawn)).toMatchObject({
      ok: false,
      refusal: { code: 'inspection-over' },
    });
    expect((await inspection()).listings).toEqual([]);
    expect(files()).toBe(0);
    const why = rows<{ why: string }>(
      desk.test.ledger.read,
      `SELECT CAST(bytes AS TEXT) ->> '$.data.why' AS why FROM chain_payload
       WHERE instr(bytes, '"type":"media.listDropped"') > 0 ORDER BY place`,
    );
    expect(why.map((one) => one.why)).toEqual(['cancelled', 'refused']);
    // What was written of it goes with the content lists of its year.
    const pair = officers(desk.test, desk.now);
    const target = { ledger: 'media', kind: 'media-contents', fiscalYear: fiscalYear(desk.now) } as const;
    expect(pair.erase(target, desk.now)[0]?.data).toMatchObject({ subjects: 2 });
    expect(rows(desk.test.ledger.read, 'SELECT no FROM media_listing')).toEqual([]);
  });

  it('that the end of the program cut short is dropped when the next one is taken', async () => {
    desk.test.write(
      [
        {
          type: 'media.listedPart',
          version: 1,
          subject: `listing:${listing(1)}`,
          data: {
            listing: listing(1),
            request: id,
            way: 'entry',
            first: 0,
            files: contents(250).lines.map((line) => [...line]) as never,
          },
        },
      ],
      desk.now,
    );
    expect((await inspection()).listings).toEqual([]);
    const before = ownHead(desk.test.ledger.read)?.seq ?? 0;
    expect(await record(2, 'entry', contents(3))).toEqual(ok(null));
    expect(ownHead(desk.test.ledger.read)?.seq).toBe(before + 3);
    expect(files()).toBe(3);
    expect((await inspection()).listings.map(({ id: one }) => one)).toEqual([listing(2)]);
  });
});
