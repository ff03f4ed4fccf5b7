import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createListImport } from '../../../../main/media/lists/import-handlers.ts';
import type { ListPreview } from '../../../../shared/media/lists/model.ts';
import { DESTROYED, FOUND, type Meeting, meeting, OUT } from '../meeting-desk.ts';

let at: Meeting;
let folder: string;
beforeEach(async () => {
  at = await meeting();
  folder = mkdtempSync(join(tmpdir(), 'suimon-states-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  at.desk.remove();
});

const HEADER = '管理番号,種類,名称,製造番号,暗号化,保管者,保管場所,機密性,状態';

async function choose(...rows: readonly string[]) {
  const path = join(folder, 'list.csv');
  writeFileSync(path, [HEADER, ...rows, ''].join('\r\n'));
  const handlers = createListImport(() => Promise.resolve(path));
  const context = at.desk.session('officer');
  const chosen = await handlers.chooseList({}, context);
  if (!chosen.ok || chosen.value === null) throw new Error(JSON.stringify(chosen));
  const { file, mapping }: ListPreview = chosen.value;
  const run = () => handlers.importList({ file, mapping, reason: '交代' }, context);
  return { preview: chosen.value, run };
}

const row = (number: string, state: string): string =>
  `${number},USBメモリ,監視盤データ移送用,${number},機器自体が暗号化,峯岸 彩花,中央監視室 保管庫,2,${state}`;

it('a list changes what is said of media in quarantine and lost, whatever it says of their state, and leaves where they stand', async () => {
  const { desk } = at;
  const [held, lost] = [await at.registered('USB-001'), await at.registered('USB-002')];
  const id = await at.noted({ ...OUT, medium: held.as });
  await at.record(id, FOUND);
  expect(await at.put(id)).toBeUndefined();
  const about = { mediumId: lost.id, circumstances: '不明', reportedTo: '課長' };
  await desk.did('operator', 'loseMedium', about);
  const quarantines = await desk.did('auditor', 'quarantines', { ended: false });
  const { preview, run } = await choose(row('USB-001', '廃棄済'), row('USB-002', '保管中'));
  expect(preview).toMatchObject({ fresh: 0, changed: 2, problems: [] });
  expect(await run()).toMatchObject({ ok: true, value: { changed: 2 } });
  const stands = async (mediumId: string) => (await desk.did('auditor', 'medium', { id: mediumId })).medium;
  expect(await stands(held.id)).toMatchObject({ state: 'kept', keeper: '峯岸 彩花' });
  expect(await stands(lost.id)).toMatchObject({ state: 'lost', keeper: '峯岸 彩花' });
  expect(await desk.did('auditor', 'quarantines', { ended: false })).toEqual(quarantines);
  expect(
    await desk.refused('operator', 'carryOut', {
      requestId: id,
      at: null,
      lateReason: '',
      seal: '',
      holder: 'x',
    }),
  ).toMatchObject({ code: 'quarantined' });
  expect(desk.differs()).toBeUndefined();
}, 60_000);

it('a list is refused whole where it says something of a medium that a quarantine ended by destroying', async () => {
  const { desk } = at;
  const [gone, kept] = [await at.registered('USB-001'), await at.registered('USB-002')];
  const id = await at.noted({ ...OUT, medium: gone.as });
  await at.record(id, FOUND);
  expect(await at.put(id)).toBeUndefined();
  expect(await at.end(id, DESTROYED)).toBeUndefined();
  const { preview, run } = await choose(row('USB-001', '保管中'), row('USB-002', '保管中'));
  expect(preview.problems).toEqual([
    { row: 2, column: '管理番号', code: 'medium-destroyed', text: 'USB-001' },
  ]);
  expect(await run()).toMatchObject({ ok: false, refusal: { code: 'rows-refused', detail: { row: 2 } } });
  expect((await desk.did('auditor', 'medium', { id: kept.id })).medium.keeper).toBe('渡邊 一郎');
  expect(desk.differs()).toBeUndefined();
}, 60_000);
