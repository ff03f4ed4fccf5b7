import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lookAt } from '../../../main/tabular/file.ts';
import { cellsOf, faultOf, file, hasShared, shared, sharedBytes, skipNote } from './data.ts';

const bytes = (...values: (number | string)[]): Buffer =>
  Buffer.concat(
    values.map((value) => (typeof value === 'string' ? Buffer.from(value, 'latin1') : Buffer.of(value))),
  );

/** 氏名,髙﨑①㈱～ in CP932 (windows-31j). */
const CP932 = bytes(
  0x8e,
  0x81,
  0x96,
  0xbc,
  ',',
  0xfb,
  0xfc,
  0xfa,
  0xb1,
  0x87,
  0x40,
  0x87,
  0x8a,
  0x81,
  0x60,
  '\r\n',
);

describe('the encoding of a file', () => {
  it('is UTF-8 with or without byte order mark, and the mark is not part of the text', async () => {
    expect(await cellsOf(file('氏名,髙\n'))).toMatchObject({
      table: { encoding: 'utf-8', mark: 0 },
      cells: [['氏名', '髙']],
    });
    expect(await cellsOf(file('\uFEFF氏名,髙\n'))).toMatchObject({
      table: { encoding: 'utf-8', mark: 3 },
      cells: [['氏名', '髙']],
    });
  });

  it('is CP932 where Windows wrote it, with 髙 﨑 ① ㈱ ～ read right', async () => {
    expect(await cellsOf(file(CP932))).toMatchObject({
      table: { encoding: 'cp932' },
      cells: [['氏名', '髙﨑①㈱\uFF5E']],
    });
  });

  it('keeps the user-defined characters of CP932 apart from unknown bytes, first and last of them', async () => {
    const { cells } = await cellsOf(file(bytes(0x8e, 0x81, 0xf0, 0x40, 0xf9, 0xfc, '\n')));
    expect(cells).toEqual([['氏\uE000\uE757']]);
  });

  it('is EUC-JP, with half-width kana and JIS X 0212', async () => {
    const text = bytes(0xbb, 0xe1, 0xcc, 0xbe, ',', 0x8e, 0xb1, 0x8f, 0xb0, 0xa1, 0xa4, 0xa2, '\n');
    expect(await cellsOf(file(text))).toMatchObject({
      table: { encoding: 'euc-jp' },
      cells: [['氏名', 'ｱ丂あ']],
    });
  });

  it('is CP932 where nothing but half-width kana stands', async () => {
    const text = bytes(0xb6, 0xc0, 0xb6, 0xc5, ',', 0xd4, 0xcf, 0xc0, 0xde, '\n');
    expect(await cellsOf(file(text))).toMatchObject({
      table: { encoding: 'cp932' },
      cells: [['ｶﾀｶﾅ', 'ﾔﾏﾀﾞ']],
    });
  });

  it('is UTF-16 in either byte order, told by its mark', async () => {
    const little = Buffer.from('\uFEFF氏名\t𠮷\r\n', 'utf16le');
    const big = Buffer.from(little).swap16();
    const cells = [['氏名', '𠮷']];
    expect(await cellsOf(file(little))).toMatchObject({
      table: { encoding: 'utf-16le', separator: '\t' },
      cells,
    });
    expect(await cellsOf(file(big))).toMatchObject({
      table: { encoding: 'utf-16be', separator: '\t' },
      cells,
    });
  });

  it('is found from the last byte as well as from the first', async () => {
    const ascii = 'a,b\n'.repeat(400_000);
    expect(await lookAt(file(Buffer.concat([Buffer.from(ascii), CP932])))).toMatchObject({
      encoding: 'cp932',
    });
  });

  it.each([1, 2, 3, 5])('does not depend on characters cut by the read, %i bytes shifted', async (shift) => {
    const line = '「天は人の上に人を造らず」,a\n';
    const text = 'x'.repeat(shift) + line.repeat(4000);
    const { cells } = await cellsOf(file(text));
    expect(cells).toHaveLength(4000);
    expect(new Set(cells.slice(1).map(([first]) => first))).toEqual(new Set(['「天は人の上に人を造らず」']));
  });
});

describe('a file whose encoding cannot be told', () => {
  it('is refused with the byte and the line at which the likeliest encoding ends', async () => {
    expect(await faultOf(file(bytes('a,b\r\nc,', 0xff, '\n')))).toEqual({
      code: 'encoding-unknown',
      detail: { offset: 7, row: 2 },
    });
    const broken = Buffer.concat([Buffer.from('氏名,所属\n山田,'), Buffer.of(0xe5, 0x28), Buffer.from('\n')]);
    expect(await faultOf(file(broken))).toEqual({ code: 'encoding-unknown', detail: { offset: 22, row: 2 } });
  });

  it('is refused when it ends within a character', async () => {
    expect(await faultOf(file(bytes('a\n', 0xe3)))).toMatchObject({ code: 'encoding-unknown' });
  });

  it('is refused by name when it is Shift_JIS-2004', async () => {
    const text = bytes(0x8e, 0x81, 0x96, 0xbc, '\n', 0x87, 0x9f, '\n');
    expect(await faultOf(file(text))).toEqual({ code: 'encoding-sjis-2004', detail: { offset: 6, row: 2 } });
  });

  it.each([
    ['a workbook', [0x50, 0x4b, 0x03, 0x04, 0, 0]],
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0, 0, 0]],
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ])('is refused as no text when it is %s', async (_what, start) => {
    expect(await faultOf(file(Buffer.from(start)))).toEqual({ code: 'file-not-text', detail: {} });
  });

  it('is refused when it is empty, a mark alone, a folder or gone', async () => {
    expect(await faultOf(file(''))).toEqual({ code: 'file-empty', detail: {} });
    expect(await faultOf(file('\uFEFF'))).toEqual({ code: 'file-empty', detail: {} });
    expect(await faultOf(import.meta.dirname)).toEqual({ code: 'file-unreadable', detail: {} });
    expect(await faultOf(join(import.meta.dirname, 'none.csv'))).toEqual({
      code: 'file-unreadable',
      detail: {},
    });
  });

  it('is refused with its line when a NUL stands in it, in UTF-16 too', async () => {
    expect(await faultOf(file('a,b\r\nc,d\re,f\ng,\0\n'))).toEqual({
      code: 'nul-character',
      detail: { row: 4 },
    });
    expect(await faultOf(file(Buffer.from('\uFEFFa\n\0\n', 'utf16le')))).toEqual({
      code: 'nul-character',
      detail: { row: 2 },
    });
  });
});

describe.skipIf(!hasShared)(`third-party texts${skipNote}`, () => {
  const folder = 'japanese/encodings';
  it.each([
    ['CP932_CRLF.txt', 'cp932'],
    ['EUC-JP_LF.txt', 'euc-jp'],
    ['UTF-8_CRLF.txt', 'utf-8'],
  ])('%s is %s and reads as the same text', async (name, encoding) => {
    const { table, cells } = await cellsOf(join(shared, folder, name));
    const text = sharedBytes(`${folder}/UTF-8_CRLF.txt`).toString('utf8');
    const expected = text.split('\r\n').filter((line) => line !== '');
    expect(table.encoding).toBe(encoding);
    expect(cells.map((row) => row.join(table.separator))).toEqual(expected);
  });

  it('SJIS-2004_CRLF.txt is refused where it first has a byte that neither CP932 nor Shift_JIS-2004 knows', async () => {
    expect(await faultOf(join(shared, folder, 'SJIS-2004_CRLF.txt'))).toEqual({
      code: 'encoding-unknown',
      detail: { offset: 402, row: 7 },
    });
  });

  it.each([
    ['farms_cp932.csv', 'cp932', ['ID', 'ID2', '農園名', '区分', '住所', '緯度', '経度']],
    ['underpass_utf8bom.csv', 'utf-8', ['ID', '経度', '緯度', '名称']],
  ])('%s is %s', async (name, encoding, header) => {
    const { table, cells } = await cellsOf(join(shared, 'assets', name));
    expect(table.encoding).toBe(encoding);
    expect(cells[0]).toEqual(header);
  });
});
