import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListMapping } from '../../../../shared/media/lists/model.ts';
import { bookBytes } from '../../tabular/workbook/books.ts';
import { type ListSite, listSite } from './site.ts';

const HEADER = '管理番号,種類,名称,製造番号,暗号化,保管者,保管場所,機密性,備考';
const csv = (...rows: string[]): string => `${[HEADER, ...rows].join('\r\n')}\r\n`;
const TWO = csv(
  'USB-001,USBメモリ,監視盤データ移送用,SN1,機器自体が暗号化,渡邊 健一,中央監視室,2,',
  'PC-01,保守用ノートPC,計装設定,SN2,なし,早瀬 美咲,事務室 金庫,機密性３,"一行目\n二行目"',
);

let site: ListSite;
beforeEach(() => {
  site = listSite();
});
afterEach(() => site.remove());

const register = async () => (await site.desk.did('media', { filter: {}, offset: 0, limit: 200 })).rows;

/** A cell of a workbook. */
const inline = (ref: string, text: string): string =>
  `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
function sheetOf(rows: readonly (readonly string[])[], first = 1): string {
  const written = rows.map(
    (cells, index) =>
      `<row r="${first + index}">${cells.map((cell, at) => inline(`${String.fromCharCode(65 + at)}${first + index}`, cell)).join('')}</row>`,
  );
  return `<sheetData>${written.join('')}</sheetData>`;
}

describe('a list of media', () => {
  it('is understood by its headers, looked through without writing, and taken in with one event a medium', async () => {
    const before = site.types();
    const path = site.file('台帳.csv', TWO);
    const preview = await site.choose(path);
    expect(preview).toMatchObject({
      name: '台帳.csv',
      text: { encoding: 'utf-8', separator: ',' },
      mapping: {
        headerRow: 1,
        columns: ['number', 'kind', 'name', 'serial', 'encryption', 'keeper', 'place', 'upTo', 'note'],
      },
      rows: 2,
      fresh: 2,
      changed: 0,
      unchanged: 0,
      problems: [],
      warnings: [],
      faults: [],
    });
    expect(site.types()).toEqual(before);
    expect(await site.run(preview)).toEqual({
      ok: true,
      value: { registered: 2, changed: 0, unchanged: 0, cancelled: false },
    });
    expect(site.types().slice(before.length)).toEqual([
      'medium.registered',
      'medium.registered',
      'media.imported',
    ]);
    expect(site.last().data).toEqual({
      file: '台帳.csv',
      sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
      sheet: '',
      registered: 2,
      changed: 0,
      unchanged: 0,
    });
    expect(await register()).toMatchObject([
      {
        number: 'PC-01',
        kind: 'maintenance-computer',
        encryption: 'none',
        upTo: 3,
        note: '一行目\n二行目',
        state: 'kept',
      },
      {
        number: 'USB-001',
        kind: 'usb-memory',
        encryption: 'hardware',
        upTo: 2,
        keeper: '渡邊 健一',
        serial: 'SN1',
      },
    ]);
    expect(site.desk.differs()).toBeUndefined();
  });

  it('taken in twice changes nothing, and is understood as it was the first time', async () => {
    const path = site.file('a.csv', TWO);
    await site.run(await site.choose(path));
    const head = site.types().length;
    const again = await site.choose(path);
    expect(again).toMatchObject({ remembered: true, fresh: 0, changed: 0, unchanged: 2, warnings: [] });
    expect(await site.run(again)).toEqual({ ok: false, refusal: { code: 'import-nothing' } });
    expect(site.types().length).toBe(head);
  });

  it('changes what it says otherwise, keeps what it has no column for, and asks why', async () => {
    await site.run(await site.choose(site.file('a.csv', TWO)));
    const path = site.file('b.csv', '管理番号,名称,保管者\nｕｓｂ-001,監視盤データ移送用,峯岸 彩花\n');
    const chosen = await site.choose(path);
    const given = { kind: 'other', encryption: 'none', upTo: 1, keeper: '', place: '倉庫' } as const;
    const mapping: ListMapping = { ...chosen.mapping, given };
    const reply = await site.handlers.previewList({ file: chosen.file, mapping }, site.context);
    expect(reply).toMatchObject({
      ok: true,
      value: { fresh: 0, changed: 1, changes: [{ row: 2, number: 'ｕｓｂ-001', fields: ['keeper'] }] },
    });
    const head = site.types().length;
    expect(await site.run(chosen, '', mapping)).toEqual({
      ok: false,
      refusal: { code: 'import-reason', field: 'reason' },
    });
    expect(site.types().length).toBe(head);
    expect(await site.run(chosen, '年度替わりの交代', mapping)).toMatchObject({
      ok: true,
      value: { changed: 1 },
    });
    expect((await register())[1]).toMatchObject({
      number: 'USB-001',
      kind: 'usb-memory',
      keeper: '峯岸 彩花',
      place: '中央監視室',
    });
    expect(site.desk.differs()).toBeUndefined();
  });

  it('of which one row is wrong is refused whole, with row, column, text and what is wrong', async () => {
    const path = site.file(
      'a.csv',
      csv(
        'USB-1,USBメモリ,名,,なし,人,室,2,',
        ',USBメモリ,名,,なし,人,室,2,',
        'USB-3,フロッピー,名,,なし,人,室,2,',
        'USB-4,USBメモリ,名,,あり,人,室,4,',
        'USB-5,USBメモリ,,,なし,,室,2,',
        'USB-6,USBメモリ,髙\uE000,,なし,人,室,2,',
        'USB-7,USBメモリ,\uFFFD,,なし,人,室,2,',
        'usb-1,USBメモリ,別の名,,なし,人,室,2,',
        'USB-1,USBメモリ,名,,なし,人,室,2,',
        `USB-9,USBメモリ,${'長'.repeat(101)},,なし,人,室,2,`,
      ),
    );
    const preview = await site.choose(path);
    expect(preview.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, '管理番号', 'required'],
      [4, '種類', 'kind-unknown'],
      [5, '暗号化', 'encryption-unknown'],
      [5, '機密性', 'upTo-unknown'],
      [6, '保管者', 'required'],
      [7, '名称', 'private-character'],
      [8, '名称', 'lost-character'],
      [9, '管理番号', 'number-twice'],
      [11, '名称', 'too-long'],
    ]);
    expect(preview).toMatchObject({
      fresh: 1,
      unchanged: 1,
      unknownKinds: [{ words: 'フロッピー', rows: 1 }],
    });
    const head = site.types().length;
    expect(await site.run(preview)).toEqual({
      ok: false,
      refusal: {
        code: 'rows-refused',
        detail: { row: 3, column: '管理番号', problem: 'required', text: '' },
      },
    });
    expect(site.types().length).toBe(head);
    expect(await register()).toEqual([]);
  });

  it('of many rows is compared row by row with what stands and with every row above, however far', async () => {
    const rows = Array.from(
      { length: 1200 },
      (_, n) => `USB-${n},USBメモリ,移送用,SN${n},なし,渡邊 健一,中央監視室,2,`,
    );
    await site.run(await site.choose(site.file('a.csv', csv(...rows.slice(0, 1100)))));
    // The first of all in full width, under another keeper; the fourth said again, and otherwise, far below.
    const [, , , fourth = ''] = rows;
    const second = await site.choose(
      site.file(
        'b.csv',
        csv(
          ...rows.with(0, 'ＵＳＢ－０,USBメモリ,移送用,SN0,なし,早瀬 美咲,中央監視室,2,'),
          fourth,
          fourth.replace('移送用', '控え'),
        ),
      ),
    );
    expect(second).toMatchObject({ fresh: 100, changed: 1, unchanged: 1100, warningCount: 0 });
    expect(second.changes).toEqual([{ row: 2, number: 'ＵＳＢ－０', fields: ['keeper'] }]);
    expect(second.problems).toEqual([{ row: 1203, column: '管理番号', code: 'number-twice', text: 'USB-3' }]);
    const third = await site.choose(site.file('c.csv', csv(...rows, fourth)));
    expect(await site.run(third)).toEqual({
      ok: true,
      value: { registered: 100, changed: 0, unchanged: 1101, cancelled: false },
    });
  });

  it('has words of its own for kinds, which are remembered', async () => {
    const path = site.file('a.csv', csv('FD-1,フロッピー,名,,なし,人,室,2,'));
    const preview = await site.choose(path);
    const mapping: ListMapping = { ...preview.mapping, kinds: [{ words: 'フロッピー', kind: 'other' }] };
    expect(await site.run(preview, '', mapping)).toMatchObject({ ok: true, value: { registered: 1 } });
    expect((await site.choose(path)).mapping.kinds).toEqual(mapping.kinds);
  });

  it('warns of a serial number that another medium has, and lets it in', async () => {
    await site.run(await site.choose(site.file('a.csv', TWO)));
    const preview = await site.choose(
      site.file(
        'b.csv',
        csv('USB-9,USBメモリ,名,ｓｎ1,なし,人,室,2,', 'USB-10,USBメモリ,名,X,なし,人,室,2,'),
      ),
    );
    expect(preview).toMatchObject({
      fresh: 2,
      problems: [],
      warnings: [{ row: 2, column: '製造番号', code: 'serial-doubled', text: 'ｓｎ1' }],
    });
    expect(await site.run(preview)).toMatchObject({ ok: true, value: { registered: 2 } });
  });

  it('does not bring in what is gone already, nor change what was destroyed', async () => {
    const rows = ['USB-1,USBメモリ,名,なし,人,室,2,廃棄済', 'USB-2,USBメモリ,名,なし,人,室,2,保管中'];
    const header = '管理番号,種類,名称,暗号化,保管者,保管場所,機密性,状態';
    const preview = await site.choose(site.file('a.csv', [header, ...rows].join('\n')));
    expect(preview.problems).toMatchObject([{ row: 2, code: 'state-not-kept' }]);
    await site.run(await site.choose(site.file('b.csv', [header, rows[1]].join('\n'))));
    const [medium] = await register();
    await site.desk.did('destroyMedium', {
      mediumId: medium?.id ?? '',
      method: 'shred',
      product: '',
      by: '渡邊',
      witness: '山本',
      proof: '写真 3',
      reason: '故障',
    });
    const same = await site.choose(
      site.file('c.csv', [header, rows[1]?.replace('保管中', '廃棄済')].join('\n')),
    );
    expect(same).toMatchObject({ unchanged: 1, problems: [] });
    const other = await site.choose(site.file('d.csv', [header, rows[1]?.replace('名', '別')].join('\n')));
    expect(other.problems).toMatchObject([{ row: 2, code: 'medium-destroyed' }]);
  });

  it('that was changed after it was looked at, or is no longer chosen, is refused', async () => {
    const path = site.file('a.csv', TWO);
    const preview = await site.choose(path);
    appendFileSync(path, 'USB-3,USBメモリ,名,,なし,人,室,2,\r\n');
    expect(await site.run(preview)).toMatchObject({ ok: false, refusal: { code: 'file-changed' } });
    await site.choose(path);
    expect(await site.run(preview)).toMatchObject({ ok: false, refusal: { code: 'file-forgotten' } });
    expect(await register()).toEqual([]);
  });

  it('stopped on its way leaves nothing', async () => {
    const many = Array.from({ length: 600 }, (_, no) => `USB-${no},USBメモリ,名,,なし,人,室,2,`);
    const preview = await site.choose(site.file('a.csv', csv(...many)));
    site.afterPortion = () => void site.handlers.cancelList({}, site.context);
    expect(await site.run(preview)).toEqual({
      ok: true,
      value: { registered: 0, changed: 0, unchanged: 0, cancelled: true },
    });
    expect(await register()).toEqual([]);
    expect(site.types()).not.toContain('media.imported');
  });
});

describe('a list in a workbook', () => {
  const header = HEADER.split(',');
  const row = ['USB-001', 'USBメモリ', '移送用', 'SN1', 'なし', '渡邊', '監視室', '2', ''];

  it('is found below its title, and on the sheet that has it', async () => {
    const title = [['媒体管理台帳(令和8年度)'], [''], ['', '', '所管: 施設課']];
    const preview = await site.choose(
      site.file('台帳.xlsx', bookBytes({ sheet: sheetOf([...title, header, row], 2) })),
    );
    expect(preview).toMatchObject({
      text: null,
      sheets: [{ no: 0, name: '一覧 & 台帳' }],
      mapping: { sheet: 0, headerRow: 5 },
      rows: 1,
      fresh: 1,
    });
    expect(await site.run(preview)).toMatchObject({ ok: true, value: { registered: 1 } });
    expect(site.last().data).toMatchObject({ file: '台帳.xlsx', sheet: '一覧 & 台帳' });
  });

  it('names cells that Excel could not work out, and takes the results of formulas', async () => {
    const formula = `<row r="1">${header.map((word, at) => inline(`${String.fromCharCode(65 + at)}1`, word)).join('')}</row>
      <row r="2">${inline('A2', 'USB-1')}<c r="B2" t="str"><f>B1</f><v>USBメモリ</v></c><c r="C2" t="e"><f>X()</f><v>#NAME?</v></c>${inline('E2', 'なし')}${inline('F2', '人')}<c r="G2"><f>A1</f></c><c r="H2"><v>2</v></c></row>`;
    const preview = await site.choose(
      site.file('a.xlsx', bookBytes({ sheet: `<sheetData>${formula}</sheetData>` })),
    );
    expect(preview.problems).toEqual([
      { row: 2, column: '名称', code: 'cell-error', text: '#NAME?' },
      { row: 2, column: '保管場所', code: 'cell-uncached', text: '' },
    ]);
  });

  it('that is none is refused with its reason', async () => {
    site.path = site.file('a.xlsx', Buffer.concat([Buffer.of(0xd0, 0xcf, 0x11, 0xe0), Buffer.alloc(100)]));
    expect(await site.handlers.chooseList({}, site.context)).toEqual({
      ok: false,
      refusal: { code: 'workbook-old', detail: {} },
    });
    site.path = site.file('b.xlsx', '');
    expect(await site.handlers.chooseList({}, site.context)).toEqual({
      ok: false,
      refusal: { code: 'file-empty', detail: {} },
    });
    site.path = undefined;
    expect(await site.handlers.chooseList({}, site.context)).toEqual({ ok: true, value: null });
  });
});
