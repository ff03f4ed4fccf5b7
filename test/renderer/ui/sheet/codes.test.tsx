import { cleanup, render, screen } from '@testing-library/react';
import bwip from 'bwip-js/node';
import { afterEach, expect, test } from 'vitest';
import { Code128, QrCode } from '../../../../renderer/ui/sheet/codes.tsx';
import { QR_LONGEST } from '../../../../shared/trail/printed/block.ts';
import { code128Symbol, qrSymbol } from '../../../../renderer/ui/sheet/symbol.ts';
import { covers } from './matrix.ts';
import { readQr } from './qr-reader.ts';

afterEach(cleanup);

const NOTE =
  'suimon/test\n46\npYUQOswjfW5c6/eVYQ3haH7WyzsUWqtUcT7Hajh8WG0=\n\n— suimon/test C/YtaQPhRL7eIpU7hkAlpqhwnHbnOLuZZKy284ls4on8AF0CKTdUU6gVd/3tCLRwj+210wvtgB9fbSg8e54rDmOANw8=\n';

// Long enough for error correction M: what is shorter gets a higher one for nothing, which the reader does not know.
test.each([
  ['a signed note', NOTE],
  ['a share', 'SUIMON-SHARE 1 a585-103a-cc23-7d6e-5ceb-f795-610d-e168 4711'],
  ['Japanese', '第二浄水場 中央監視室 髙﨑 𠮷野 '.repeat(4)],
  ['digits', '0123456789'.repeat(14)],
  ['long', NOTE.repeat(3)],
  ['as long as a signature block may be', NOTE.repeat(9).replaceAll('—', '-').slice(0, QR_LONGEST)],
])('the path of a QR code reads back as the text it was made of: %s', (_, text) => {
  const { path, width, modules } = qrSymbol(text);
  const module = width / modules;
  const inside = covers(path);
  const dark = (column: number, row: number) => inside((column + 0.5) * module, (row + 0.5) * module);
  expect(readQr(dark, modules).toString('utf8')).toBe(text);
});

test('a QR code of nothing, or of more than fits, is refused rather than drawn wrong', () => {
  expect(() => qrSymbol('')).toThrow();
  expect(() => qrSymbol('x'.repeat(2_332))).toThrow();
  expect(qrSymbol('x'.repeat(2_331)).modules).toBe(177);
});

test('the path of a bar code has bars and gaps of the widths that Code 128 gives the text', () => {
  const text = 'TEST-000123';
  const { path, width, height } = code128Symbol(text);
  const inside = covers(path);
  const runs: number[] = [];
  let last = true;
  for (let x = 0; x < width; x += 1) {
    const bar = inside(x + 0.5, height / 2);
    if (bar === last && runs.length > 0) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
    else runs.push(1);
    last = bar;
  }
  const [symbol] = bwip.raw({ bcid: 'code128', text });
  expect(symbol !== undefined && 'sbs' in symbol ? symbol.sbs : undefined).toEqual(runs);
});

test('a QR code is black on white with four free modules around it, and says what it is of', () => {
  render(<QrCode text={NOTE} label="検証点" size={45} />);
  const svg = screen.getByRole('img', { name: '検証点の二次元コード' });
  const { width, modules } = qrSymbol(NOTE);
  const quiet = (4 * width) / modules;
  expect(svg.getAttribute('viewBox')).toBe(`${-quiet} ${-quiet} ${width + 2 * quiet} ${width + 2 * quiet}`);
  expect(svg.getAttribute('style')).toContain('45mm');
  expect(svg.querySelector('rect')?.getAttribute('fill')).toBe('#fff');
  expect(svg.querySelector('path')?.getAttribute('fill')).toBe('#000');
  expect(svg.textContent).toBe('');
});

test('a bar code has its text in words for the eye and for those who do not see it', () => {
  render(<Code128 text="TEST-000123" />);
  expect(screen.getByRole('img', { name: 'TEST-000123 のバーコード' })).toBeDefined();
  expect(screen.getByText('TEST-000123')).toBeDefined();
});
