import { describe, expect, it } from 'vitest';
import { bookFile, bookBytes, bytesFile, faultIn, LIMITS, rowsOf } from './books.ts';
import { openWorkbook } from '../../../../main/tabular/workbook/workbook.ts';

const data = (rows: string, after = ''): string => `<sheetData>${rows}</sheetData>${after}`;
const row = (no: number, cells: string): string => `<row r="${no}">${cells}</row>`;
const inline = (ref: string, text: string): string =>
  `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
const styled = (...formats: string[]): string =>
  `<numFmts>${formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`).join('')}</numFmts>` +
  `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`).join('')}</cellXfs>`;
const numbers = (format: string, ...values: (string | number)[]): Promise<string[]> =>
  rowsOf(
    bookFile({
      styles: styled(format),
      sheet: data(
        values
          .map((value, index) => row(index + 1, `<c r="A${index + 1}" s="1"><v>${value}</v></c>`))
          .join(''),
      ),
    }),
  ).then((rows) => rows.map(([, cell]) => String(cell)));

describe('the cells of a workbook', () => {
  it('keep leading zeros that a format shows, and signs between figures', async () => {
    expect(await numbers('0000', 7, 12_345, 0)).toEqual(['number 0007', 'number 12345', 'number 0000']);
    expect(await numbers('000\\-0000', 7_600_001)).toEqual(['number 760-0001']);
    expect(await numbers('&quot;USB-&quot;000', 7, 1.5)).toEqual(['number USB-007', 'number 1.5']);
    expect(await numbers('#,##0', 12_345)).toEqual(['number 12345']);
    expect(await numbers('0.00E+00', 12_345)).toEqual(['number 12345']);
  });

  it('are dates by the format that Japanese offices use, as year, month and day', async () => {
    expect(await numbers('[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;', 46_113)).toEqual([
      'date 2026-04-01',
    ]);
    expect(await numbers('yyyy/m/d h:mm', 46_113.378_472_222_2)).toEqual(['date 2026-04-01 09:05']);
    expect(await numbers('yyyy/m/d;@', 46_113.5)).toEqual(['date 2026-04-01']);
    expect(await numbers('h:mm;@', 0.378_472_222_2)).toEqual(['date 09:05']);
    expect(await numbers('[h]:mm:ss', 1.5)).toEqual(['date 36:00']);
    expect(await numbers('General', 46_113)).toEqual(['number 46113']);
  });

  it('count days as Excel does: none is the 29th of February 1900', async () => {
    expect(await numbers('yyyy/m/d', 1, 59, 60, 61, 2_958_465, 2_958_470, -1)).toEqual([
      'date 1900-01-01',
      'date 1900-02-28',
      'number 60',
      'date 1900-03-01',
      'date 9999-12-31',
      'number 2958470',
      'number -1',
    ]);
  });

  it('count days from 1904 where the workbook says so, though an extension repeats the element', async () => {
    const file = bookFile({
      properties:
        '<workbookPr date1904="1"/><extLst><ext xmlns:x15="x"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>',
      styles: styled('yyyy/m/d'),
      sheet: data(row(1, '<c r="A1" s="1"><v>0</v></c><c r="B1" s="1"><v>44651</v></c>')),
    });
    expect(await rowsOf(file)).toEqual([[1, 'date 1904-01-01', 'date 2026-04-01']]);
  });

  it('have no reading glued to them, and their runs joined', async () => {
    const file = bookFile({
      strings:
        '<si><t>漢字</t><rPh sb="0" eb="2"><t>カンジ</t></rPh></si><si><r><t>媒</t></r><r><rPr><b/></rPr><t xml:space="preserve">体 </t></r><rPh sb="0" eb="2"><t>バイタイ</t></rPh></si>',
      sheet: data(row(1, '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>')),
    });
    expect(await rowsOf(file)).toEqual([[1, 'text 漢字', 'text 媒体']]);
  });

  it('keep line breaks, entities and control characters as they were', async () => {
    const file = bookFile({
      sheet: data(
        row(
          1,
          inline('A1', '一行目&#10;二行目') +
            inline('B1', '&lt;b&gt;&amp;amp;') +
            inline('C1', 'あ_x000D_&#10;い'),
        ),
      ),
    });
    expect(await rowsOf(file)).toEqual([[1, 'text 一行目\n二行目', 'text <b>&amp;', 'text あ\nい']]);
  });

  it('are what their formula came to; errors and formulas without a result say that they are', async () => {
    const file = bookFile({
      sheet: data(
        row(
          1,
          '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1&amp;""</f><v>2</v></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1"><f>A1</f></c><c r="E1" t="str"><f>""</f><v></v></c>',
        ),
      ),
    });
    expect(await rowsOf(file)).toEqual(
      [[1, 'number 2', 'text 2', 'error #DIV/0!', 'uncached', 'empty']].map((cells) => cells.slice(0, 5)),
    );
  });

  it('stand where they stand: rows and columns that the file leaves out are empty', async () => {
    const file = bookFile({
      sheet: data(row(3, inline('C3', 'x')) + row(5, '') + row(9, inline('B9', 'y'))),
    });
    expect(await rowsOf(file)).toEqual([
      [3, 'empty', 'empty', 'text x'],
      [9, 'empty', 'text y'],
    ]);
  });

  it('merged over rows stand in each of them, merged over columns in the first', async () => {
    const file = bookFile({
      sheet: data(
        row(1, inline('A1', '庁舎') + inline('B1', '一')) +
          row(2, inline('B2', '二')) +
          row(3, inline('B3', '三') + inline('C3', '四')),
        '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="C3:D3"/><mergeCell ref="A4:A99"/></mergeCells>',
      ),
    });
    expect(await rowsOf(file)).toEqual([
      [1, 'text 庁舎', 'text 一'],
      [2, 'text 庁舎', 'text 二'],
      [3, 'empty', 'text 三', 'text 四'],
    ]);
  });
});

describe('a workbook', () => {
  it('names its sheets, and has no more than it has', async () => {
    const book = await openWorkbook(bookFile({ sheet: data('') }));
    expect(book.sheets).toEqual([{ name: '一覧 & 台帳', hidden: false }]);
    await expect(book.rows(1, LIMITS)).rejects.toMatchObject({ code: 'sheet-missing' });
  });

  it('is refused by what is wrong with it', async () => {
    const whole = bookBytes({ sheet: data(row(1, inline('A1', 'x'.repeat(500)))) });
    expect(await faultIn(bytesFile(''))).toEqual({ code: 'file-empty', detail: {} });
    expect(await faultIn(bytesFile('number,name\n'))).toEqual({ code: 'workbook-unknown', detail: {} });
    expect(await faultIn(bytesFile(whole.subarray(0, whole.length - 40)))).toEqual({
      code: 'workbook-broken',
      detail: {},
    });
    expect(await faultIn('/nowhere/at/all.xlsx')).toEqual({ code: 'file-unreadable', detail: {} });
    const old = Buffer.concat([Buffer.of(0xd0, 0xcf, 0x11, 0xe0), Buffer.alloc(600)]);
    expect(await faultIn(bytesFile(old))).toEqual({ code: 'workbook-old', detail: {} });
    const locked = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await faultIn(bytesFile(locked))).toEqual({ code: 'workbook-encrypted', detail: {} });
  });

  it('of which one byte was changed is refused, or reads as before', async () => {
    const whole = bookBytes({ sheet: data(row(1, inline('A1', '台帳'))) });
    const right = await rowsOf(bytesFile(whole));
    let refused = 0;
    for (let at = 0; at < whole.length; at += 7) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0x10;
      const file = bytesFile(bytes);
      if ((await faultIn(file)) === undefined) expect(await rowsOf(file)).toEqual(right);
      else refused += 1;
    }
    expect(refused).toBeGreaterThan(whole.length / 7 / 4);
  });

  it('that would unpack to more than it may is refused by what it declares, before anything is inflated', async () => {
    const declared = 97 * 1024 * 1024;
    const bytes = bookBytes({ sheet: '', parts: { 'xl/media/image1.bin': new Uint8Array(declared / 97) } });
    bytes.writeUInt32LE(declared, bytes.lastIndexOf('xl/media/image1.bin') - 46 + 24);
    expect(await faultIn(bytesFile(bytes))).toEqual({
      code: 'workbook-too-large',
      detail: { limit: 96 * 1024 * 1024 },
    });
    const many = Object.fromEntries(Array.from({ length: 4096 }, (_, no) => [`p${no}`, new Uint8Array(0)]));
    expect(await faultIn(bookFile({ sheet: '', parts: many }))).toEqual({
      code: 'workbook-too-large',
      detail: { limit: 4096 },
    });
  });

  it('that declares less than it unpacks is refused', async () => {
    const bytes = bookBytes({ sheet: data(row(1, inline('A1', 'x'.repeat(5000)))) });
    const name = bytes.lastIndexOf('xl/worksheets/sheet1.xml');
    bytes.writeUInt32LE(100, name - 46 + 24);
    expect(await faultIn(bytesFile(bytes))).toEqual({ code: 'workbook-broken', detail: {} });
  });

  it('with a document type is refused: its entities could grow without end', async () => {
    const sheet = new TextEncoder().encode(
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>',
    );
    expect(await faultIn(bookFile({ sheet: '', parts: { 'xl/worksheets/sheet1.xml': sheet } }))).toEqual({
      code: 'workbook-broken',
      detail: {},
    });
  });

  it('with too many rows, columns or characters says where', async () => {
    const file = bookFile({ sheet: data(row(1, inline('A1', 'abc')) + row(4, inline('B4', 'd'))) });
    expect(await faultIn(file, { ...LIMITS, rows: 1 })).toEqual({
      code: 'too-many-rows',
      detail: { limit: 1 },
    });
    expect(await faultIn(file, { ...LIMITS, columns: 1 })).toEqual({
      code: 'too-many-columns',
      detail: { row: 4, limit: 1 },
    });
    expect(await faultIn(file, { ...LIMITS, cell: 2 })).toEqual({
      code: 'cell-too-long',
      detail: { row: 1, column: 1, limit: 2 },
    });
  });

  it('whose rows or cells go backwards is broken, not read twice', async () => {
    expect(
      await faultIn(bookFile({ sheet: data(row(2, inline('A2', 'x')) + row(2, inline('A2', 'y'))) })),
    ).toMatchObject({ code: 'workbook-broken' });
    expect(
      await faultIn(bookFile({ sheet: data(row(1, inline('B1', 'x') + inline('A1', 'y'))) })),
    ).toMatchObject({ code: 'workbook-broken' });
  });
});
