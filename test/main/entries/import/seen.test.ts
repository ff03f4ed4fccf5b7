import { expect, it } from 'vitest';
import { Seen } from '../../../../main/entries/import/seen.ts';

it('knows each of 20,000 keys again and takes no new one for an old one', () => {
  const seen = new Seen();
  const keys = Array.from({ length: 20_000 }, (_, n) => `${n} 山田`);
  expect(keys.filter((key) => seen.add(key))).toEqual([]);
  expect(keys.filter((key) => !seen.add(key))).toEqual([]);
  expect(seen.add('20000 山田')).toBe(false);
});
