import { expect, it } from 'vitest';
import { guessMapping, hasHeader } from '../../../../main/entries/import/guess.ts';

const columns = (headers: readonly string[], row: readonly string[]): (readonly string[])[] =>
  guessMapping(true, headers, [row]).columns;

it('understands the headers of Japanese visitor logs, in any width and with spaces', () => {
  expect(
    columns(
      [
        'No.',
        '入館 日時',
        '退館日時',
        '来訪者氏名',
        'ﾌﾘｶﾞﾅ',
        '会社名',
        '訪問先',
        '立会者',
        '目的',
        '入室場所',
        '持込品',
        '作業番号',
        '備考',
      ],
      ['1', '2026/4/1 9:05', '', '山田', 'ヤマダ', '', '', '', '', '', '', '', ''],
    ),
  ).toEqual([
    [],
    ['enteredAt'],
    ['exitedAt'],
    ['name'],
    ['reading'],
    ['organisation'],
    ['host'],
    ['escort'],
    ['purpose'],
    ['area'],
    ['belongings'],
    ['workReference'],
    ['note'],
  ]);
});

it('understands English headers', () => {
  expect(
    columns(
      [
        'Visitor Name',
        'Company',
        'Person visited',
        'Escort',
        'Purpose of visit',
        'Building',
        'Room',
        'Check-in',
        'Check-out',
        'Remarks',
      ],
      ['Yamada', '', '', '', '', '', '', '2026-04-01 09:05', '2026-04-01 10:00', ''],
    ),
  ).toEqual([
    ['name'],
    ['organisation'],
    ['host'],
    ['escort'],
    ['purpose'],
    ['area'],
    ['area'],
    ['enteredAt'],
    ['exitedAt'],
    ['note'],
  ]);
});

it('takes a card for the name only where no column names a person, and then for staff', () => {
  const both = guessMapping(true, ['カード番号', '氏名', '時刻'], [['0001', '山田', '2026/4/1 9:05']]);
  expect(both).toMatchObject({ columns: [[], ['name'], ['enteredAt']], kind: 'visitor' });
  const card = guessMapping(true, ['カード番号', '扉', '時刻'], [['0001', '北', '2026/4/1 9:05']]);
  expect(card).toMatchObject({
    columns: [['name'], ['area'], ['enteredAt']],
    kind: 'staff',
    exits: 'not-recorded',
  });
});

it('sees by the first rows whether a column holds a day, a time or both', () => {
  expect(columns(['日付', '氏名', '入室', '退室'], ['R8.4.1', '山田', '9:05', '10:00'])).toEqual([
    ['enteredDate'],
    ['name'],
    ['enteredTime'],
    ['exitedTime'],
  ]);
  expect(columns(['氏名', '入室時刻'], ['山田', '2026/4/1 9:05'])).toEqual([['name'], ['enteredAt']]);
});

it('knows a first record that names columns from one that is a row', () => {
  expect(hasHeader(['timestamp', ' type', ' prox-id'])).toBe(true);
  expect(hasHeader(['2026/4/1 9:05', '山田'])).toBe(false);
  expect(hasHeader(['0001', '山田'])).toBe(false);
  expect(guessMapping(false, ['', '', ''], [['山田', '2026/4/1 9:05', '2026/4/1 10:00']]).columns).toEqual([
    [],
    ['enteredAt'],
    ['exitedAt'],
  ]);
});
