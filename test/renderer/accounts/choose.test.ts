import { expect, test } from 'vitest';
import { chosenAccounts, readLines } from '../../../renderer/accounts/people/choose.ts';
import { account, administrator } from './accounts.ts';

const self = administrator(1, { identifier: 'kanri', name: '管理 一郎', reading: 'かんり いちろう' });
const watanabe = account(2, { identifier: 'watanabe', name: '渡邉 健一', reading: 'わたなべ けんいち' });
const aoki = account(3, {
  identifier: 'aoki',
  name: '青木 葵',
  reading: 'あおき あおい',
  state: 'suspended',
});
const gone = account(4, { identifier: 'gone', name: '去田 了', reading: 'さりだ りょう', state: 'closed' });
const everybody = [self, watanabe, aoki, gone];

test('the list is by reading, of the states chosen, and finds part of a name or an identifier in full width', () => {
  const found = (text: string, states: Parameters<typeof chosenAccounts>[2]) =>
    chosenAccounts(everybody, text, states).map(({ identifier }) => identifier);
  expect(found('', ['active', 'suspended'])).toEqual(['aoki', 'kanri', 'watanabe']);
  expect(found('', ['closed'])).toEqual(['gone']);
  expect(found('ＷＡＴＡ', ['active'])).toEqual(['watanabe']);
  expect(found('健一', ['active', 'suspended'])).toEqual(['watanabe']);
  expect(found('健一', ['suspended'])).toEqual([]);
});

test('pasted identifiers are read in any case and width, once each; empty lines say nothing', () => {
  expect(readLines('ＷＡＴＡＮＡＢＥ\r\n\n  aoki \nwatanabe\n', everybody, self.id)).toEqual({
    ids: [watanabe.id, aoki.id],
    problems: [],
  });
});

test('a line that names nobody, somebody closed, or oneself is named with its number', () => {
  expect(readLines('nobody here\naoki\nGone\nkanri', everybody, self.id)).toEqual({
    ids: [aoki.id],
    problems: [
      { line: 1, text: 'nobody here', why: 'unknown', name: '' },
      { line: 3, text: 'Gone', why: 'closed', name: '去田 了' },
      { line: 4, text: 'kanri', why: 'self', name: '管理 一郎' },
    ],
  });
});
