import { webcrypto } from 'node:crypto';
import { expect, test } from 'vitest';
import { readablePassword } from '../../../shared/accounts/readable-password.ts';

test('a generated password is four groups of four readable letters, and never the same', () => {
  const random = (): number => webcrypto.getRandomValues(new Uint8Array(1))[0] ?? 255;
  const made = Array.from({ length: 200 }, () => readablePassword(random));
  expect(
    made.filter((password) => !/^(?:[a-hj-km-np-z2-9]{4}-){3}[a-hj-km-np-z2-9]{4}$/u.test(password)),
  ).toEqual([]);
  expect(new Set(made).size).toBe(200);
});

test('bytes that would favour the first letters are passed over', () => {
  const bytes = [255, 248, 247, 0, ...Array.from({ length: 14 }, () => 31)];
  expect(readablePassword(() => bytes.shift() ?? 255)).toBe('9aaa-aaaa-aaaa-aaaa');
});
