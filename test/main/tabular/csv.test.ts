import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvReader, type CsvRecord } from '../../../main/tabular/csv.ts';
import { CELL_LIMIT, lookAt } from '../../../main/tabular/file.ts';
import { cellsOf, faultOf, file, hasShared, recordsIn, shared, sharedBytes, skipNote } from './data.ts';

function read(text: string, pieces: number): CsvRecord[] {
  const reader = new CsvReader(',', { cell: 1000, columns: 100 });
  const records: CsvRecord[] = [];
  for (let from = 0; from < text.length; from += pieces)
    records.push(...reader.push(text.slice(from, from + pieces)));
  return [...records, ...reader.finish()];
}

const cells = (text: string, pieces = 1000): (readonly string[])[] =>
  read(text, pieces).map((record) => record.cells);

describe('CSV', () => {
  it.each(['\n', '\r\n', '\r'])('has records that end with %j', (end) => {
    expect(cells(`a,b${end}c,d${end}`)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(cells(`a,b${end}c,d`)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('may mix line ends; a record is named by the line it begins on', () => {
    expect(read('a\rb\nc\r\n\n"d\r\ne\rf\ng"\nh', 1000)).toEqual([
      { line: 1, cells: ['a'] },
      { line: 2, cells: ['b'] },
      { line: 3, cells: ['c'] },
      { line: 5, cells: ['d\r\ne\rf\ng'] },
      { line: 9, cells: ['h'] },
    ]);
  });

  it('has quotes within quotes, separators and empty cells', () => {
    expect(cells('"a ""b"" c",",",,""\n,\n')).toEqual([
      ['a "b" c', ',', '', ''],
      ['', ''],
    ]);
  });

  it('keeps a quote inside a bare cell and drops spaces behind a closing one', () => {
    expect(cells('5" pipe,"a" ,b\n')).toEqual([['5" pipe', 'a', 'b']]);
  });

  it('reads the same however the text is cut, and as csv-parse reads it', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '髙', '"', ',', '\n', '\r', '\r\n', ' '),
      maxLength: 6,
    });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        table,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, pieces, end) => {
          const quoted = rows
            .map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
            .join(end);
          expect(cells(quoted, pieces)).toEqual(rows);
          const theirs = parse(quoted, { relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] });
          expect(cells(quoted, pieces)).toEqual(theirs);
        },
      ),
      { seed: 2 },
    );
  });

  it('is refused with the line on which an unclosed quote was opened', async () => {
    expect(await faultOf(file('a,b\nc,"d\ne,f\ng,h\n'))).toEqual({
      code: 'quote-unterminated',
      detail: { row: 2, column: 2 },
    });
  });

  it('is refused with line and column where text follows a closing quote', async () => {
    expect(await faultOf(file('a,b\nc,"d"e\n'))).toEqual({
      code: 'quote-stray',
      detail: { row: 2, column: 2 },
    });
  });

  it('is refused with line and column of a cell of a million characters, quoted or not', async () => {
    const long = 'x'.repeat(1_000_000);
    const fault = { code: 'cell-too-long', detail: { row: 2, column: 2, limit: CELL_LIMIT } };
    expect(await faultOf(file(`a,b\nc,${long}\n`))).toEqual(fault);
    expect(await faultOf(file(`a,b\nc,"${long}"\n`))).toEqual(fault);
    expect(await faultOf(file(`a,b\nc,"${'""'.repeat(1_000_000)}"\n`))).toEqual(fault);
  });

  it('takes a cell of the longest length a spreadsheet holds', async () => {
    const { cells: rows } = await cellsOf(file(`a,${'x'.repeat(CELL_LIMIT)}\n`));
    expect(rows[0]?.[1]).toHaveLength(CELL_LIMIT);
  });

  it('is refused with the line that has too many columns', async () => {
    expect(await faultOf(file(`a,b\n${','.repeat(200)}\n`))).toEqual({
      code: 'too-many-columns',
      detail: { row: 2, limit: 200 },
    });
  });

  it.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a\tb\tc\n1,5\t2\t3\n', '\t'],
    ['a;b;c\n1,5;2,5;3,5\n', ';'],
    ['"x;y;z",b\n1,2\n', ','],
    ['alone\n1\n', ','],
  ])('%j is separated by %j', async (text, separator) => {
    expect((await lookAt(file(text))).separator).toBe(separator);
  });

  it('is refused as changed when its bytes are not those looked at', async () => {
    const path = file('a,b\nc,d\n');
    const table = await lookAt(path);
    expect(() => recordsIn({ ...table, sha256: '0'.repeat(64) })).toThrow(
      expect.objectContaining({ code: 'file-changed' }),
    );
    expect(() => recordsIn({ ...table, size: 7 })).toThrow(expect.objectContaining({ code: 'file-changed' }));
  });
});

const spectrum = hasShared ? readdirSync(join(shared, 'malformed/csv-spectrum/csvs')) : [];

describe.skipIf(!hasShared)(`csv-spectrum${skipNote}`, () => {
  it.each(spectrum)('%s agrees with its answer', async (name) => {
    const { cells: rows } = await cellsOf(join(shared, 'malformed/csv-spectrum/csvs', name));
    const [header = [], ...records] = rows;
    const objects = records.map((row) =>
      Object.fromEntries(row.map((cell, index) => [header[index] ?? '', cell])),
    );
    const json = sharedBytes(`malformed/csv-spectrum/json/${name.replace('.csv', '.json')}`).toString('utf8');
    // The copy of newlines_crlf.csv has lost its CRs; its answer still has them.
    const answer: unknown = JSON.parse(
      name === 'newlines_crlf.csv' ? json.replaceAll('\\r\\n', '\\n') : json,
    );
    expect(objects).toEqual(answer);
  });
});
