import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../../main/tabular/workbook/workbook.ts';
import { hasShared, shared, skipNote } from '../data.ts';
import { faultIn, LIMITS, rowsOf } from './books.ts';

const of = (path: string): string => join(shared, path);
/** Rows by their numbers, as texts alone. */
async function texts(path: string, sheet = 0): Promise<Map<number, string[]>> {
  const rows = await (await openWorkbook(of(path))).rows(sheet, LIMITS);
  return new Map(rows.map(({ row, cells }) => [row, cells.map(({ text }) => text)]));
}

describe.skipIf(!hasShared)(`workbooks of offices and programs${skipNote}`, () => {
  it('keep leading zeros and line breaks of a municipality, and its numbered empty rows', async () => {
    const sheet = await texts('assets/exchange_center_two_sheets.xlsx');
    expect(sheet.get(1)?.slice(0, 3)).toEqual([
      '#property',
      '都道府県コード又は\n市区町村コード',
      '都道府県名',
    ]);
    expect(sheet.get(2)?.slice(11, 13)).toEqual(['月火水木金土日', '09:00']);
    expect([...sheet.keys()]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(sheet.get(11)).toEqual(['10']);
    const { sheets } = await openWorkbook(of('assets/exchange_center_two_sheets.xlsx'));
    expect(sheets).toEqual([
      { name: 'Sheet0', hidden: false },
      { name: '入力例', hidden: false },
    ]);
    const example = await texts('assets/exchange_center_two_sheets.xlsx', 1);
    expect(example.get(3)?.slice(2, 4)).toEqual(['0000022200', '香川県']);
    expect(example.get(3)?.slice(11, 16)).toEqual([
      '43.064310',
      '141.346814',
      '000-000-0000',
      '00000',
      '1234567890123',
    ]);
  });

  it('tell codes with zeros in front, and long figures in full', async () => {
    expect((await texts('assets/organization_0083_202004.xlsx')).get(4)).toEqual([
      '3',
      '2020-04-01',
      '0000000010',
      '高松市',
      '',
      '',
      '',
      '副市長',
      '高松市副市長',
      '',
      '02',
      '副市長',
    ]);
    expect((await texts('assets/reservoir_list.xlsx')).get(2)).toEqual([
      '1',
      '34.3514581987302',
      '134.114020985276',
      '372010006',
      '新池',
      '屋島東町明神1055',
    ]);
    expect((await texts('assets/organization_0083_202604.xlsx')).size).toBe(388);
    expect((await texts('assets/member_companies_0087.xlsx')).get(9)).toEqual([
      '8',
      '西日本電信電話株式会社　香川支店',
      '10/10/2017',
    ]);
    expect((await texts('assets/sewer_facility.xlsx')).get(2)?.slice(3, 6)).toEqual([
      '東部下水処理場',
      '高松市屋島西町2366-6',
      '087-843-8580',
    ]);
    expect((await texts('assets/timeFormat.xlsx')).get(2)?.slice(8, 11)).toEqual([
      '月火水木金土',
      '08:30',
      '16:30',
    ]);
    expect((await rowsOf(of('assets/bicycle_storage.xlsx')))[1]?.slice(10)).toEqual([
      'date 10:30',
      'date 19:00',
    ]);
  });

  it('read formulas by the results they were saved with', async () => {
    const menu = await texts('assets/menu_955_formulas.xlsx');
    expect(menu.size).toBe(484);
    expect(menu.get(2)).toEqual(['1', '4/9', 'カレーピラフ', '精白米（自校）', '60']);
    expect((await rowsOf(of('malformed/formula_stress_test.xlsx'), 1))[1]).toEqual([
      2,
      'text DATE',
      'date 2013-06-09',
      'number 2013',
      'number 6',
      'number 9',
    ]);
  });

  it('name the errors of cells instead of losing them', async () => {
    const errors = await rowsOf(of('malformed/ErrorTypes.xlsx'));
    expect(errors.slice(1, 8).map((cells) => cells.find((cell) => String(cell).startsWith('error')))).toEqual(
      [
        'error #NULL!',
        'error #DIV/0!',
        'error #VALUE!',
        'error #REF!',
        'error #NAME?',
        'error #NUM!',
        'error #N/A',
      ],
    );
  });

  it('have dates from 1900 and from 1904 right: as their own formula writes them', async () => {
    for (const name of ['1900', '1904']) {
      const sheet = await texts(`malformed/1904/${name}.xlsx`);
      expect(sheet.size).toBe(5);
      for (const [, date, written] of sheet.values()) expect(date).toBe(written);
    }
    expect((await texts('malformed/1904/1904.xlsx')).get(1)?.[1]).toBe('1904-01-02');
  });

  it('have words without their readings, runs joined, merged cells once, any path for their parts', async () => {
    expect(await rowsOf(of('malformed/phonetic_text.xlsx'))).toEqual([
      [1, 'text 漢字'],
      [2, 'text 漢字withColor'],
    ]);
    expect((await texts('malformed/rich_text_stress.xlsx')).get(15)?.[0]).toBe('BIU');
    expect(await rowsOf(of('malformed/merge_cells.xlsx'))).toEqual([
      [1, 'text A1:B2', 'empty', 'text C1:C2', 'text Separate blocks'],
      [3, 'text A3:B3', 'empty', 'text C3'],
      [4, 'text … are merged separately'],
    ]);
    const odd = await openWorkbook(of('malformed/wtf_path.xlsx'));
    expect(odd.sheets).toEqual([
      { name: 'SheetJS', hidden: false },
      { name: 'Hidden', hidden: true },
    ]);
    expect((await rowsOf(of('malformed/wtf_path.xlsx')))[0]).toEqual([
      1,
      'number 1',
      'number 2',
      'number 3',
      'uncached',
      'uncached',
    ]);
    expect(
      (await openWorkbook(of('malformed/defined_names_unicode.xlsx'))).sheets.map(({ name }) => name),
    ).toEqual(['NoContainsJapanese', '日本語のみ', 'sheet日本語', '日本語sheet', 'sheet日本語sheet']);
    expect(await texts('malformed/mixed_sheets.xlsx', 1)).toEqual(
      new Map([
        [1, ['list_name', 'value', 'label']],
        [2, ['yes_no', 'Yes', 'Yes']],
        [3, ['yes_no', 'No', 'No']],
      ]),
    );
    expect((await rowsOf(of('malformed/xlsx-stream-d-date-cell.xlsx')))[4]).toEqual([
      5,
      'text Date',
      'date 2014-02-14 08:27:48',
    ]);
  });

  it('of other forms are refused, each by its own name', async () => {
    expect(await faultIn(of('assets/zero_byte.xlsx'))).toEqual({ code: 'file-empty', detail: {} });
    expect(await faultIn(of('malformed/1904/1900.xls'))).toEqual({ code: 'workbook-old', detail: {} });
    expect(await faultIn(of('malformed/1904/1904.xlsb'))).toEqual({ code: 'workbook-binary', detail: {} });
    expect(await faultIn(of('malformed/1904/1904.ods'))).toEqual({
      code: 'workbook-open-document',
      detail: {},
    });
  });
});
