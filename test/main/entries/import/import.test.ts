import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rows } from '../../../../main/vault/db.ts';
import type { ImportMapping, ImportPreview } from '../../../../shared/entries/import-model.ts';
import { file, hasShared, shared, sharedBytes, skipNote } from '../../tabular/data.ts';
import { AREAS, type ImportSite, importSite } from './site.ts';

// Thousands of rows through the whole chain; how fast is for the bench to say.
vi.setConfig({ testTimeout: 60_000 });

let site: ImportSite;
beforeEach(() => {
  site = importSite();
});
afterEach(() => site.remove());

const at = (iso: string): number => Date.parse(`${iso}+09:00`);

const VISITORS = [
  '氏名,ふりがな,会社名,用件,訪問先,立会者,場所,入室日時,退室日時,備考',
  '渡邉 太郎,わたなべ たろう,㈱水質計装,計器点検,保全係,鈴木,中央監視室,2026/4/1 9:05,2026/4/1 11:30,',
  '山田 花子,,,見学,,,事務室,令和8年4月1日 10時00分,,"2 名で\n来訪"',
].join('\r\n');

async function mapped(preview: ImportPreview, changes: Partial<ImportMapping>): Promise<ImportPreview> {
  const mapping = { ...preview.mapping, ...changes };
  const reply = await site.handlers.previewImport({ file: preview.file, mapping }, site.context);
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply.value;
}

describe('the preview of a file', () => {
  it('says what the file is, how its columns were understood and what would be taken in, and writes nothing', async () => {
    const before = site.state();
    const preview = await site.choose(file(VISITORS));
    expect(preview).toMatchObject({
      encoding: 'utf-8',
      separator: ',',
      remembered: false,
      faults: [],
      rows: 2,
      importable: 2,
      doubled: 0,
      problems: [],
      problemCount: 0,
      unknownAreas: [],
      firstAt: at('2026-04-01T09:05:00'),
      lastAt: at('2026-04-01T10:00:00'),
    });
    expect(preview.mapping).toEqual({
      headerRow: true,
      columns: [
        ['name'],
        ['reading'],
        ['organisation'],
        ['purpose'],
        ['host'],
        ['escort'],
        ['area'],
        ['enteredAt'],
        ['exitedAt'],
        ['note'],
      ],
      exits: 'in-file',
      kind: 'visitor',
      areaId: null,
      areas: [],
      organisation: '',
      purpose: '',
    });
    expect(site.state()).toEqual(before);
  });

  it('names each problem by line, column, code and text', async () => {
    const preview = await site.choose(
      file(
        [
          '氏名,場所,入室日時,退室日時',
          ',中央監視室,2026/4/1 9:05,',
          '"山田\n花子",中央監視室,2026/4/1 9:05,',
          '山田,屋上,2026/4/1 9:05,',
          '山田,事務室,2026/4/31 9:05,',
          '山田,事務室,01/04/2026 9:05,',
          '山田,事務室,平成31年5月1日 9:05,',
          '山田,事務室,2026/4/1 24:00,',
          '山田,事務室,2026/4/1,',
          '山田,事務室,,',
          '山田,事務室,2026/4/1 9:05,2026/4/1 9:04',
          '山田,事務室,2026/11/23 12:01,',
          '山田,事務室',
          '山田,事務室,2026/4/1 9:05,,x',
          '\uE000田,事務室,2026/4/1 9:05,',
          '山\uFFFD,事務室,2026/4/1 9:05,',
          `${'山'.repeat(101)},事務室,2026/4/1 9:05,`,
          '山田\u202E,事務室,2026/4/1 9:05,',
          ',,,',
          '',
          '山田,事務室,2026/4/1 9:05,',
        ].join('\n'),
      ),
    );
    expect(preview.problems).toEqual([
      { row: 2, column: '氏名', code: 'required', text: '' },
      { row: 3, column: '氏名', code: 'unsafe-characters', text: '山田\n花子' },
      { row: 5, column: '場所', code: 'area-unknown', text: '屋上' },
      { row: 6, column: '入室日時', code: 'date-impossible', text: '2026/4/31 9:05' },
      { row: 7, column: '入室日時', code: 'date-ambiguous', text: '01/04/2026 9:05' },
      { row: 8, column: '入室日時', code: 'era-mismatch', text: '平成31年5月1日 9:05' },
      { row: 9, column: '入室日時', code: 'time-impossible', text: '2026/4/1 24:00' },
      { row: 10, column: '入室日時', code: 'time-missing', text: '2026/4/1' },
      { row: 11, column: '入室日時', code: 'required', text: '' },
      { row: 12, column: '退室日時', code: 'exit-before-entry', text: '2026/4/1 9:04' },
      { row: 13, column: '入室日時', code: 'in-future', text: '2026/11/23 12:01' },
      { row: 14, column: '', code: 'too-few-cells', text: '2 / 4' },
      { row: 15, column: '', code: 'too-many-cells', text: '5 / 4' },
      { row: 16, column: '氏名', code: 'private-character', text: '\uE000田' },
      { row: 17, column: '氏名', code: 'lost-character', text: '山\uFFFD' },
      { row: 18, column: '氏名', code: 'too-long', text: '山'.repeat(60) },
      { row: 19, column: '氏名', code: 'unsafe-characters', text: '山田\u202E' },
    ]);
    expect(preview).toMatchObject({
      rows: 18,
      importable: 1,
      problemCount: 17,
      unknownAreas: [{ words: '屋上', rows: 1 }],
    });
  });

  it('shows the first 200 problems and counts them all', async () => {
    const preview = await site.choose(
      file(`氏名,場所,入室日時\n${'山田,屋上,2026/4/1 9:05\n'.repeat(1000)}`),
    );
    expect(preview.problems).toHaveLength(200);
    expect(preview).toMatchObject({ problemCount: 1000, unknownAreas: [{ words: '屋上', rows: 1000 }] });
  });

  it('counts rows that stand twice in the file as doubled, however the name is written', async () => {
    const preview = await site.choose(
      file(
        '氏名,場所,入室日時\n渡邉 太郎,事務室,2026/4/1 9:05\n渡辺太郎,事務室,2026-04-01T09:05:00+09:00\n渡辺太郎,ポンプ室,2026/4/1 9:05\n',
      ),
    );
    expect(preview).toMatchObject({ rows: 3, importable: 2, doubled: 1 });
  });

  it('reads date and time from columns of their own and an exit time of the same day', async () => {
    const preview = await site.choose(
      file('日付,氏名,部屋,入室時刻,退室時刻\nR8.4.1,山田,事務室,９：０５,１１：３０\n'),
    );
    expect(preview.mapping.columns).toEqual([
      ['enteredDate'],
      ['name'],
      ['area'],
      ['enteredTime'],
      ['exitedTime'],
    ]);
    expect((await site.run(preview)).ok).toBe(true);
    expect(rows(site.context.read, 'SELECT entered_at, exited_at, state FROM entries_visit')).toEqual([
      { entered_at: at('2026-04-01T09:05:00'), exited_at: at('2026-04-01T11:30:00'), state: 'left' },
    ]);
  });

  it('says what a mapping lacks instead of naming every row', async () => {
    const preview = await site.choose(file('品名,数量\n管,3\n'));
    expect(preview).toMatchObject({
      faults: ['name-unmapped', 'time-unmapped', 'area-unmapped'],
      rows: 1,
      importable: 0,
      problemCount: 0,
    });
    expect(await site.run(preview)).toEqual({
      ok: false,
      refusal: { code: 'mapping-incomplete', detail: {} },
    });
  });

  it('looks again with another mapping: area words, an area for the rest, several columns for one field', async () => {
    const path = file('姓,名,階,区画,入室日時\n山田,花子,1,東,2026/4/1 9:05\n山田,花子,2,西,2026/4/1 9:05\n');
    const first = await site.choose(path);
    expect(first.unknownAreas).toEqual([
      { words: '1', rows: 1 },
      { words: '2', rows: 1 },
    ]);
    const columns: ImportMapping['columns'] = [['name'], ['name'], ['area'], ['area'], ['enteredAt']];
    const second = await mapped(first, {
      columns,
      areas: [{ words: '1/東', areaId: AREAS.machine }],
      areaId: AREAS.office,
    });
    expect(second).toMatchObject({
      importable: 2,
      problemCount: 0,
      unknownAreas: [{ words: '2/西', rows: 1 }],
    });
    await site.run(second);
    expect(
      rows(
        site.context.read,
        'SELECT v.name, a.name AS area FROM entries_visit v JOIN entries_area a ON a.no = v.area',
      ),
    ).toEqual([
      { name: '山田 花子', area: 'ポンプ室' },
      { name: '山田 花子', area: '事務室' },
    ]);
  });

  it.each([
    ['nothing', '', 'file-empty', {}],
    ['empty lines', '\n\n', 'file-empty', {}],
    ['a NUL', '氏名\0,場所\n', 'nul-character', { row: 1 }],
    ['an open quote', '氏名,"場所\n山田,事務室\n', 'quote-unterminated', { row: 1, column: 2 }],
    [
      'a cell of a million characters',
      `氏名,場所\n${'x'.repeat(1_000_000)},事務室\n`,
      'cell-too-long',
      { row: 2, column: 1, limit: 32_767 },
    ],
  ])('of %s is refused', async (_what, text, code, detail) => {
    site.path = file(text);
    expect(await site.handlers.chooseImport({}, site.context)).toEqual({
      ok: false,
      refusal: { code, detail },
    });
  });

  it('of a header alone has no rows', async () => {
    expect(await site.choose(file('氏名,場所,入室日時\n'))).toMatchObject({
      rows: 0,
      importable: 0,
      faults: [],
    });
  });

  it('ends with the session', async () => {
    site.path = file(VISITORS);
    const ended = { ...site.context, ended: () => true };
    expect(await site.handlers.chooseImport({}, ended)).toEqual({
      ok: false,
      refusal: { code: 'no-session' },
    });
  });

  it('is nothing when no file was chosen', async () => {
    expect(await site.handlers.chooseImport({}, site.context)).toEqual({ ok: true, value: null });
  });

  it.each([
    ['CR', '氏名,場所,入室日時\r山田,事務室,2026/4/1 9:05\r'],
    ['byte order mark', '\uFEFF氏名,場所,入室日時\n山田,事務室,2026/4/1 9:05\n'],
    ['tabs in UTF-16', Buffer.from('\uFEFF氏名\t場所\t入室日時\r\n山田\t事務室\t2026/4/1 9:05', 'utf16le')],
  ])('takes %s as any other file', async (_what, content) => {
    expect(await site.choose(file(content))).toMatchObject({ rows: 1, importable: 1, problemCount: 0 });
  });
});

describe('an import', () => {
  it('takes whole visits in, on the chain and in the log, with the file they came from', async () => {
    const preview = await site.choose(file(VISITORS));
    expect(await site.run(preview)).toEqual({
      ok: true,
      value: { imported: 2, doubled: 0, cancelled: false },
    });
    const visits = rows<Record<string, unknown>>(
      site.context.read,
      'SELECT name, reading, organisation, purpose, host, escort, state, entered_at, exited_at, imported, note FROM entries_visit',
    );
    expect(visits).toEqual([
      {
        name: '渡邉 太郎',
        reading: 'わたなべ たろう',
        organisation: '㈱水質計装',
        purpose: '計器点検',
        host: '保全係',
        escort: '鈴木',
        state: 'left',
        entered_at: at('2026-04-01T09:05:00'),
        exited_at: at('2026-04-01T11:30:00'),
        imported: 1,
        note: '',
      },
      {
        name: '山田 花子',
        reading: '',
        organisation: '',
        purpose: '見学',
        host: '',
        escort: '',
        state: 'unknown',
        entered_at: at('2026-04-01T10:00:00'),
        exited_at: null,
        imported: 1,
        note: '2 名で\n来訪',
      },
    ]);
    const payloads = rows<{ bytes: Buffer }>(
      site.context.read,
      'SELECT bytes FROM chain_payload ORDER BY place DESC LIMIT 2',
    );
    expect(payloads.map(({ bytes }) => JSON.parse(bytes.toString('utf8')) as unknown)).toMatchObject([
      { type: 'visit.imported', data: { row: 3, file: preview.name, exitRecorded: true, exitedAt: null } },
      { type: 'visit.imported', data: { row: 2, file: preview.name, exitRecorded: true } },
    ]);
  });

  it('of the same file again finds nothing new', async () => {
    const path = file(VISITORS);
    await site.run(await site.choose(path));
    const state = site.state();
    const again = await site.choose(path);
    expect(again).toMatchObject({ remembered: true, rows: 2, importable: 0, doubled: 2 });
    expect(await site.run(again)).toEqual({ ok: true, value: { imported: 0, doubled: 2, cancelled: false } });
    expect(site.state()).toEqual(state);
  });

  it('remembers the mapping for files of the same headers', async () => {
    const preview = await mapped(await site.choose(file('氏名,場所,入室日時\n山田,屋上,2026/4/1 9:05\n')), {
      areas: [{ words: '屋上', areaId: AREAS.office }],
      purpose: '巡視',
    });
    await site.run(preview);
    const next = await site.choose(file('氏名,場所,入室日時\n山田,屋上,2026/4/2 9:05\n'));
    expect(next).toMatchObject({ remembered: true, mapping: preview.mapping, importable: 1 });
  });

  it('with one bad row in its middle takes nothing in, and names the row', async () => {
    const good = Array.from({ length: 2500 }, (_, n) => `山田${n},事務室,2026/4/1 9:05`);
    const path = file(
      ['氏名,場所,入室日時', ...good, '山田,事務室,いつか', ...good.map((row) => `x${row}`)].join('\n'),
    );
    const before = site.state();
    const preview = await site.choose(path);
    expect(preview.problemCount).toBe(1);
    expect(await site.run(preview)).toEqual({
      ok: false,
      refusal: {
        code: 'rows-refused',
        detail: { row: 2502, column: '入室日時', problem: 'date-malformed', text: 'いつか' },
      },
    });
    expect(site.state()).toEqual(before);
    expect(site.progress.length).toBeGreaterThan(0);
  });

  it('cancelled in its middle takes nothing in, and can be begun again', async () => {
    const rowsOfFile = Array.from({ length: 4000 }, (_, n) => `山田${n},事務室,2026/4/1 9:05`);
    const preview = await site.choose(file(['氏名,場所,入室日時', ...rowsOfFile].join('\n')));
    const before = site.state();
    site.afterPortion = () => void site.handlers.cancelImport({}, site.context);
    expect(await site.run(preview)).toEqual({
      ok: true,
      value: { imported: 0, doubled: 0, cancelled: true },
    });
    expect(site.state()).toEqual(before);
    site.afterPortion = () => undefined;
    expect(await site.run(preview)).toEqual({
      ok: true,
      value: { imported: 4000, doubled: 0, cancelled: false },
    });
    expect(site.progress.at(-1)).toEqual({ done: 4000, total: 4000 });
  });

  it('is refused when the file was changed after the preview, also while it is being read', async () => {
    const path = file(VISITORS);
    const before = site.state();
    const preview = await site.choose(path);
    appendFileSync(path, '\r\n佐藤,,,,,,事務室,2026/4/1 9:05,,');
    expect(await site.run(preview)).toEqual({ ok: false, refusal: { code: 'file-changed', detail: {} } });

    const many = [
      '氏名,場所,入室日時',
      ...Array.from({ length: 4000 }, (_, n) => `山田${n},事務室,2026/4/1 9:05`),
    ];
    const large = file(many.join('\n'));
    const second = await site.choose(large);
    site.afterPortion = () => writeFileSync(large, many.join('\n').replaceAll('3999', '0000'));
    expect(await site.run(second)).toEqual({ ok: false, refusal: { code: 'file-changed', detail: {} } });
    expect(site.state()).toEqual(before);
  });

  it('is refused to somebody else than who chose the file, and for a file no longer chosen', async () => {
    const preview = await site.choose(file(VISITORS));
    const other = {
      ...site.context,
      actor: { ...site.context.actor, id: '01990000-0000-7000-8000-000000000009' },
    };
    const { file: id, mapping } = preview;
    const forgotten = { ok: false, refusal: { code: 'file-forgotten', detail: {} } };
    expect(await site.handlers.runImport({ file: id, mapping }, other)).toEqual(forgotten);
    expect(await site.handlers.previewImport({ file: id, mapping }, other)).toEqual(forgotten);
    await site.choose(file(VISITORS));
    expect(await site.run(preview)).toEqual(forgotten);
  });

  it('runs once at a time', async () => {
    const preview = await site.choose(file(VISITORS));
    const [first, second] = await Promise.all([site.run(preview), site.run(preview)]);
    expect(first.ok).toBe(true);
    expect(second).toEqual({ ok: false, refusal: { code: 'import-running', detail: {} } });
  });
});

describe.skipIf(!hasShared)(`third-party data${skipNote}`, () => {
  it('takes the door reads of two weeks in as passages, none of them an exit to be explained', async () => {
    const preview = await site.choose(join(shared, 'entries/proxOut-MC2.csv'));
    expect(preview).toMatchObject({
      encoding: 'utf-8',
      headers: ['timestamp', ' type', ' prox-id', ' floor', ' zone'],
      faults: [],
      rows: 29_763,
      importable: 0,
      mapping: {
        columns: [['enteredAt'], [], ['name'], ['area'], ['area']],
        exits: 'not-recorded',
        kind: 'staff',
      },
    });
    expect(preview.problemCount).toBe(29_763);
    expect(preview.unknownAreas.map(({ words }) => words)).toContain('3/Server Room');
    const areas = preview.unknownAreas.map(({ words }) => ({
      words,
      areaId: words === '3/Server Room' ? AREAS.machine : AREAS.office,
    }));
    const ready = await mapped(preview, { areas });
    expect(ready).toMatchObject({ rows: 29_763, problemCount: 0, unknownAreas: [] });
    expect(ready.importable + ready.doubled).toBe(29_763);
    const reply = await site.run(ready);
    expect(reply).toEqual({
      ok: true,
      value: { imported: ready.importable, doubled: ready.doubled, cancelled: false },
    });
    expect(rows(site.context.read, 'SELECT state, count(*) AS n FROM entries_visit GROUP BY state')).toEqual([
      { state: 'passed', n: ready.importable },
    ]);
  });

  it('says of a list of cards that it has neither time nor area', async () => {
    expect(await site.choose(join(shared, 'entries/employeeID.csv'))).toMatchObject({
      rows: 122,
      importable: 0,
      faults: ['time-unmapped', 'area-unmapped'],
      mapping: { columns: [['name']] },
    });
  });

  it('takes each naughty string in whole as a name, or names its row', async () => {
    const strings = JSON.parse(sharedBytes('malformed/blns/blns.json').toString('utf8')) as string[];
    const lines = strings.map((text, n) => {
      const minute = String(n % 60).padStart(2, '0');
      const hour = String(Math.floor(n / 60)).padStart(2, '0');
      return `"${text.replaceAll('"', '""')}",事務室,2026/4/1 ${hour}:${minute}`;
    });
    const preview = await site.choose(file(['氏名,場所,入室日時', ...lines].join('\n')));
    expect(preview.rows).toBe(strings.length);
    expect(preview.importable + preview.problemCount).toBe(strings.length);
    const refused = new Set(preview.problems.map(({ row }) => row));
    const good = preview.problemCount < 200 ? lines.filter((_, n) => !refused.has(n + 2)) : [];
    const second = await site.choose(file(['氏名,場所,入室日時', ...good].join('\n')));
    expect(second).toMatchObject({ problemCount: 0, rows: good.length });
    expect((await site.run(second)).ok).toBe(true);
    const names = rows<{ name: string }>(site.context.read, 'SELECT name FROM entries_visit ORDER BY no');
    const expected = strings
      .filter((_, n) => !refused.has(n + 2))
      .map((text) => text.normalize('NFC').trim());
    expect(names.map(({ name }) => name)).toEqual(expected);
  });
});
