import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openList } from '../../../../main/tabular/list.ts';
import { encodeCp932, lackingInCp932 } from '../../../../main/tabular/write-csv.ts';
import { openWorkbook } from '../../../../main/tabular/workbook/workbook.ts';
import { neutral, restored } from '../../../../shared/media/lists/cells.ts';
import type { ListFormat } from '../../../../shared/media/lists/model.ts';
import { medium } from '../desk.ts';
import { type ListSite, listSite } from './site.ts';

let site: ListSite;
beforeEach(() => {
  site = listSite();
});
afterEach(() => site.remove());

const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '＋1', '－1', '＠a', "'=1", "''+x"] as const;

async function export_(format: ListFormat, name: string, filter = {}) {
  site.path = join(site.folder, name);
  return site.handlers.exportList(
    { what: { list: 'register', filter }, format, language: 'ja' },
    site.context,
  );
}

describe('a list that goes out', () => {
  it('says on the chain who took what out, and the file is the one that the chain names', async () => {
    await site.desk.did('registerMedium', medium());
    await site.desk.did('registerMedium', medium({ number: 'PC-1', kind: 'maintenance-computer' }));
    const reply = await export_('csv-utf8', '台帳.csv', { kind: 'usb-memory' });
    expect(reply).toEqual({ ok: true, value: { state: 'saved', file: '台帳.csv', rows: 1 } });
    const bytes = readFileSync(join(site.folder, '台帳.csv'));
    expect(site.last()).toEqual({
      type: 'media.listExported',
      data: {
        list: 'register',
        format: 'csv-utf8',
        filter: { kind: 'usb-memory' },
        file: '台帳.csv',
        rows: 1,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
    });
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString('utf8').slice(1).split('\r\n');
    expect(lines[0]?.startsWith('管理番号,種類,名称・用途,')).toBe(true);
    expect(lines[1]).toContain(',2026/04/06 09:00,');
    expect(lines.length).toBe(3);
    expect(site.desk.differs()).toBeUndefined();
  });

  it.each(['xlsx', 'csv-utf8', 'csv-cp932'] as const)(
    'as %s read back is the same list, byte for byte in its words',
    async (format) => {
      for (const [no, text] of FORMULAS.entries())
        await site.desk.did(
          'registerMedium',
          medium({ number: `USB-${no}`, name: text, note: `${text}\n二行目, "引用"` }),
        );
      const name = format === 'xlsx' ? 'a.xlsx' : 'a.csv';
      await export_(format, name);
      const preview = await site.choose(join(site.folder, name));
      expect(preview).toMatchObject({
        rows: FORMULAS.length,
        unchanged: FORMULAS.length,
        problems: [],
        changed: 0,
        fresh: 0,
      });
    },
  );

  it('P8 has no cell that a spreadsheet evaluates: quoted in CSV, text in workbooks', async () => {
    for (const [no, text] of FORMULAS.entries())
      await site.desk.did('registerMedium', medium({ number: `USB-${no}`, name: text, maker: text }));
    await export_('csv-utf8', 'a.csv');
    const rows = await (await openList(join(site.folder, 'a.csv'))).rows(0, { rows: 100, columns: 100 });
    for (const { cells } of rows) for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@＝＋－＠\t\r]/u);
    await export_('xlsx', 'a.xlsx');
    const parts = unzipSync(readFileSync(join(site.folder, 'a.xlsx')));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).not.toMatch(/<f[ >]/u);
    const [found] = await (await openWorkbook(join(site.folder, 'a.xlsx')))
      .rows(0, { rows: 100, columns: 100, cell: 1000 })
      .then((all) => all.slice(1));
    expect(found?.cells[2]).toEqual({ type: 'text', text: '=1+1' });
    expect(sheet).toMatch(/state="frozen"/u);
  });

  it('has times as dates in a workbook', async () => {
    await site.desk.did('registerMedium', medium());
    await export_('xlsx', 'a');
    const book = await openWorkbook(join(site.folder, 'a.xlsx'));
    expect(book.sheets).toEqual([{ name: '管理台帳', hidden: false }]);
    const rows = await book.rows(0, { rows: 10, columns: 100, cell: 1000 });
    expect(rows[1]?.cells[14]).toEqual({ type: 'date', text: '2026-04-06 09:00' });
  });

  it('in CP932 names every character that it lacks with its row, and writes nothing', async () => {
    await site.desk.did('registerMedium', medium({ number: 'USB-1', name: '𠮷野㎥髙' }));
    await site.desk.did('registerMedium', medium({ number: 'USB-2', keeper: '〜' }));
    const before = site.types();
    expect(await export_('csv-cp932', 'a.csv')).toEqual({
      ok: true,
      value: {
        state: 'lacking',
        count: 3,
        lacking: [
          { row: 2, column: '名称・用途', character: '𠮷', text: '𠮷野㎥髙' },
          { row: 2, column: '名称・用途', character: '㎥', text: '𠮷野㎥髙' },
          { row: 3, column: '保管者', character: '〜', text: '〜' },
        ],
      },
    });
    expect(existsSync(join(site.folder, 'a.csv'))).toBe(false);
    expect(site.types()).toEqual(before);
  });

  it('that cannot be written leaves nothing; the file that stood there stands', async () => {
    await site.desk.did('registerMedium', medium());
    expect(await export_('csv-utf8', 'no/such/folder.csv')).toMatchObject({
      ok: false,
      refusal: { code: 'export-failed' },
    });
    writeFileSync(join(site.folder, 'b.csv'), 'old');
    expect(await export_('csv-utf8', 'b')).toEqual({
      ok: false,
      refusal: { code: 'export-file-exists', detail: { file: 'b.csv' } },
    });
    expect(readFileSync(join(site.folder, 'b.csv'), 'utf8')).toBe('old');
    mkdirSync(join(site.folder, 'c.csv'));
    expect(await export_('csv-utf8', 'c.csv')).toMatchObject({
      ok: false,
      refusal: { code: 'export-failed' },
    });
    expect(readdirSync(site.folder).toSorted()).toEqual(['b.csv', 'c.csv']);
  });

  it('has something in it', async () => {
    expect(await export_('xlsx', 'a.xlsx')).toEqual({ ok: false, refusal: { code: 'export-nothing' } });
    site.path = undefined;
    await site.desk.did('registerMedium', medium());
    const reply = await site.handlers.exportList(
      { what: { list: 'register', filter: {} }, format: 'xlsx', language: 'en' },
      site.context,
    );
    expect(reply).toEqual({ ok: true, value: { state: 'cancelled' } });
  });
});

describe('CP932', () => {
  it('is written as Windows writes it, where a character has several codes', () => {
    expect(encodeCp932('髙﨑①㈱～纊￢∵Ⅰｱ\\').toString('hex')).toBe(
      'fbfcfab18740878a8160fa5c81ca81e68754b15c',
    );
    expect(lackingInCp932('髙〜−㎥𠮷\uE000髙')).toEqual(['〜', '−', '㎥', '𠮷', '\uE000']);
  });
});

describe('a cell that could be a formula', () => {
  it('is quoted, and the quote comes off again', () => {
    for (const text of ['=1', '@', '\tx', "'=1", "''-", "'abc", 'abc', '', '＝x'])
      expect(restored(neutral(text))).toBe(text);
    expect(neutral('abc')).toBe('abc');
    expect(neutral("'abc")).toBe("'abc");
    expect(neutral('－5')).toBe("'－5");
  });
});
