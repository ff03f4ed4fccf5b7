import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileNameFor } from '../../../main/sheets/file-name.ts';

test.each([
  ['検証点の控え', '検証点の控え.pdf'],
  ['Checkpoint  slip', 'Checkpoint slip.pdf'],
  ['../../etc/passwd', '_.._etc_passwd.pdf'],
  ['C:\\Windows\\win.ini', 'C_Windows_win.ini.pdf'],
  ['a/b:c*d?e"f<g>h|i', 'a_b_c_d_e_f_g_h_i.pdf'],
  ['表\u0000の\u202Eふり', '表_の_ふり.pdf'],
  ['か\u3099き', 'がき.pdf'],
  ['.hidden', 'hidden.pdf'],
  ['名前. . ', '名前.pdf'],
  ['con', '_con.pdf'],
  ['COM1.txt', '_COM1.txt.pdf'],
  ['console', 'console.pdf'],
  ['...', 'sheet.pdf'],
  ['///', 'sheet.pdf'],
])('the file of the sheet %j is called %j', (title, name) => {
  expect(fileNameFor(title)).toBe(name);
});

test('whatever the title, the name is one name without a path, and short enough beside its temporary one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
      const name = fileNameFor(title);
      expect(name).toMatch(/^[^/\\:*?"<>|\p{Cc}\p{Cs}]+\.pdf$/u);
      expect(name.startsWith('.')).toBe(false);
      expect(Buffer.byteLength(`${name}.new`)).toBeLessThanOrEqual(255);
    }),
    { numRuns: 300 },
  );
});
