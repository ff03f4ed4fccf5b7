import { describe, expect, it } from 'vitest';
import { knowledgeFrom } from '../../../shared/trail/rules/first-bad.ts';
import { checkReview, reviewDue } from '../../../shared/trail/rules/review.ts';
import { compareHead, readSlip } from '../../../shared/trail/rules/slip.ts';
import { fromJst } from '../../../shared/kernel/time.ts';

const HEAD = '0123456789abcdef'.repeat(4);

describe('a typed slip', () => {
  it.each([
    ['as it is printed', '1,234', HEAD.match(/.{4}/gu)?.join(' ') ?? ''],
    [
      'in capitals and full width',
      '１２３４',
      HEAD.toUpperCase().replaceAll(/[0-9A-F]/gu, (c) =>
        String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0),
      ),
    ],
    ['with lines and hyphens between', ' 1 234 ', HEAD.match(/.{8}/gu)?.join('-\n') ?? ''],
    ['with an ideographic space', '1234', HEAD.match(/.{4}/gu)?.join('\u3000') ?? ''],
  ])('is read %s', (_, size, head) => {
    expect(readSlip({ size, head })).toEqual({ slip: { size: 1234, head: HEAD, taken: [] } });
  });

  it('takes letters that no hash has for the digit they look like, and says which', () => {
    const head = HEAD.replaceAll('1', 'l').replaceAll('0', 'O');
    expect(readSlip({ size: 'l0I', head })).toEqual({
      slip: { size: 101, head: HEAD, taken: ['l→1', 'i→1', 'o→0'] },
    });
  });

  it.each([
    ['', HEAD, { code: 'slip-size-malformed', field: 'size' }],
    ['12a', HEAD, { code: 'slip-size-malformed', field: 'size' }],
    ['-', HEAD, { code: 'slip-size-malformed', field: 'size' }],
    ['0', HEAD, { code: 'slip-size-zero', field: 'size' }],
    ['5', '', { code: 'slip-head-too-short', field: 'head', detail: { n: 0, least: 16 } }],
    ['5', HEAD.slice(0, 15), { code: 'slip-head-too-short', field: 'head', detail: { n: 15, least: 16 } }],
    ['5', `${HEAD}0`, { code: 'slip-head-too-long', field: 'head', detail: { n: 65, most: 64 } }],
    [
      '5',
      `${HEAD.slice(0, 9)}g${HEAD.slice(10)}`,
      { code: 'slip-head-characters', field: 'head', detail: { character: 'g', group: 3 } },
    ],
    [
      '5',
      `${HEAD.slice(0, 12)}𠮷`,
      { code: 'slip-head-characters', field: 'head', detail: { character: '𠮷', group: 4 } },
    ],
  ])('of size %j and head %j is refused', (size, head, refusal) => {
    expect(readSlip({ size, head })).toEqual({ refusal });
  });

  it('is equal by its whole head or its beginning, differs at any digit, and is beyond what the ledger has', () => {
    expect(compareHead(HEAD, HEAD)).toBe('equal');
    expect(compareHead(HEAD.slice(0, 16), HEAD)).toBe('equal');
    for (let at = 0; at < 64; at += 1)
      expect(
        compareHead(`${HEAD.slice(0, at)}${HEAD[at] === '0' ? '1' : '0'}${HEAD.slice(at + 1)}`, HEAD),
      ).toBe('differs');
    expect(compareHead(HEAD, undefined)).toBe('beyond');
  });
});

describe('what checkpoints let one know', () => {
  it.each([
    ['nothing without any', [], { equalUpTo: 0, contradictory: [] }],
    [
      'up to where all is the same',
      [
        [10, 'equal'],
        [20, 'equal'],
      ],
      { equalUpTo: 20, contradictory: [] },
    ],
    [
      'between which two the first bad entry is',
      [
        [10, 'equal'],
        [20, 'differs'],
        [30, 'differs'],
      ],
      { equalUpTo: 10, bad: { first: 11, last: 20 }, contradictory: [] },
    ],
    [
      'the very entry where they are next to each other',
      [
        [19, 'equal'],
        [20, 'differs'],
      ],
      { equalUpTo: 19, bad: { first: 20, last: 20 }, contradictory: [] },
    ],
    [
      'nothing before the first where none is equal',
      [[20, 'differs']],
      { equalUpTo: 0, bad: { first: 1, last: 20 }, contradictory: [] },
    ],
    [
      'where a shorter ledger ends at the latest',
      [
        [10, 'equal'],
        [50, 'beyond'],
      ],
      { equalUpTo: 10, bad: { first: 11, last: 41 }, contradictory: [] },
    ],
    [
      'an earlier break before the end',
      [
        [10, 'equal'],
        [20, 'differs'],
        [50, 'beyond'],
      ],
      { equalUpTo: 10, bad: { first: 11, last: 20 }, contradictory: [] },
    ],
    [
      'that a smaller one is of another chain',
      [
        [10, 'differs'],
        [20, 'equal'],
      ],
      { equalUpTo: 20, contradictory: [10] },
    ],
  ] as const)('%s', (_, given, known) => {
    const checkpoints = given.map(([size, result]) => ({ size, result }));
    expect(knowledgeFrom(checkpoints, 40)).toEqual(known);
  });
});

describe('the periodic review', () => {
  it('is due three months later, on the last day where the month is shorter, over the turn of the year', () => {
    const day = (year: number, month: number, date: number) => fromJst(year, month, date) ?? 0;
    expect(reviewDue(day(2026, 4, 1))).toBe(day(2026, 7, 1));
    expect(reviewDue(fromJst(2026, 4, 1, 23, 59) ?? 0)).toBe(day(2026, 7, 1));
    expect(reviewDue(day(2026, 11, 30))).toBe(day(2027, 2, 28));
    expect(reviewDue(day(2027, 11, 30))).toBe(day(2028, 2, 29));
    expect(reviewDue(day(2026, 12, 31))).toBe(day(2027, 3, 31));
  });

  it('is refused when somebody was first, when there is nothing new, and when the chain is another', () => {
    const facts = { reviewedUpTo: 10, head: HEAD };
    expect(checkReview({ first: 11, last: 20, head: HEAD }, facts)).toBeUndefined();
    expect(checkReview({ first: 1, last: 20, head: HEAD }, facts)).toEqual({ code: 'review-overtaken' });
    expect(checkReview({ first: 11, last: 10, head: HEAD }, facts)).toEqual({ code: 'review-nothing-new' });
    expect(checkReview({ first: 11, last: 20, head: 'f'.repeat(64) }, facts)).toEqual({
      code: 'review-head',
    });
    expect(checkReview({ first: 11, last: 99, head: HEAD }, { ...facts, head: undefined })).toEqual({
      code: 'review-head',
    });
  });
});
