import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { details, type Door, entering, furnish, openDoor } from './door.ts';

let door: Door;
let office: string;
beforeEach(async () => {
  door = openDoor();
  ({ office } = await furnish(door));
  const people: readonly (readonly [string, string])[] = [
    ['渡辺 一郎', 'わたなべ いちろう'],
    ['渡邊 健一', 'わたなべ けんいち'],
    ['渡邉 三郎', 'わたなべ さぶろう'],
    ['齋藤 実', 'さいとう みのる'],
    ['斉藤 花', 'さいとう はな'],
    ['髙橋 亮', 'たかはし りょう'],
    ['山﨑 麻衣', 'やまざき まい'],
    ['濵田 実', 'はまだ みのる'],
    ['未来 土井', 'みらい どい'],
    ['Bartholomew Reed', ''],
  ];
  for (const [name, reading] of people) {
    await door.did('enter', entering(details(office, { name, reading, organisation: 'ﾐﾅﾄ電機㈱' })));
  }
});
afterEach(() => door.remove());

async function found(text: string): Promise<readonly string[]> {
  const hits = await door.did('search', { text, filter: {}, limit: 50 });
  return hits.rows.map(({ name, exact }) => (exact ? `=${name}` : name));
}

describe('search', () => {
  it('finds variants of a character, those written as typed first', async () => {
    expect(await found('渡邊')).toEqual(['=渡邊 健一', '渡邉 三郎', '渡辺 一郎']);
    expect(await found('渡辺')).toEqual(['=渡辺 一郎', '渡邉 三郎', '渡邊 健一']);
    expect(await found('斎藤')).toEqual(['斉藤 花', '齋藤 実']);
    expect(await found('高')).toEqual(['髙橋 亮']);
    expect(await found('山崎')).toEqual(['山﨑 麻衣']);
    expect(await found('浜')).toEqual(['濵田 実']);
  });

  it('takes kana of either kind and of any width for the same, and long marks for nothing', async () => {
    const takahashi = ['=髙橋 亮'];
    expect(await found('たかはし')).toEqual(takahashi);
    expect(await found('タカハシ')).toEqual(['髙橋 亮']);
    expect(await found('ﾀｶﾊｼ')).toEqual(['髙橋 亮']);
    expect(await found('ミナトー電機')).toHaveLength(10);
  });

  it('finds by one character and across the space in a name', async () => {
    expect(await found('実')).toEqual(['=濵田 実', '=齋藤 実']);
    expect(await found('渡辺一')).toEqual(['=渡辺 一郎']);
  });

  it('takes Latin letters for the romaji of a reading when they stand nowhere as they are', async () => {
    expect(await found('watanabe')).toEqual(['=渡邉 三郎', '=渡邊 健一', '=渡辺 一郎']);
    expect(await found('saitou hana')).toEqual(['=斉藤 花']);
    expect(await found('reed')).toEqual(['=Bartholomew Reed']);
    expect(await found('xyzzy')).toEqual([]);
  });

  it('never takes characters for each other that are merely alike', async () => {
    expect(await found('末')).toEqual([]);
    expect(await found('士井')).toEqual([]);
  });
});
