import { describe, expect, it } from 'vitest';
import { firstLabel } from '../../../renderer/media/register/labels/labels-dialog.tsx';
import {
  afterScan,
  EMPTY_DRAFT,
  linesOf,
  oddOnes,
  packDraft,
  readDraft,
  type StocktakeDraft,
  ticked,
} from '../../../renderer/media/register/stocktake/draft.ts';
import { fitsCode128 } from '../../../renderer/ui/sheet/codes.tsx';
import type { StocktakeRow } from '../../../shared/media/register/model.ts';
import { byNumber } from '../../../shared/media/register/rules.ts';

const row = (n: number, over: Partial<StocktakeRow> = {}): StocktakeRow => ({
  id: `01990000-0000-7000-8000-00000000000${n}`,
  number: `USB-${n}`,
  kind: 'usb-memory',
  name: '移送用',
  keeper: '操田 颯太',
  place: '保管庫',
  seal: 'S-1',
  state: 'kept',
  stocktakenAt: null,
  ...over,
});
const [one, two, out, elsewhere] = [
  row(1),
  row(2),
  row(3, { state: 'out' }),
  row(4, { place: '別館' }),
] as const;
const rows = [one, two, out, elsewhere];
const numbers = byNumber(rows);

const after = (texts: readonly string[], from: StocktakeDraft = { ...EMPTY_DRAFT, place: '保管庫' }) =>
  texts.reduce((draft, text) => afterScan(draft, text, numbers).draft, from);

describe('a stocktake in hand', () => {
  it('counts what is read, keeps what is odd once, and records what is due at the place alone', () => {
    const draft = after(['ＵＳＢ－１', 'usb-1', 'USB-3', 'USB-4', 'X-9', 'X-9', '  ']);
    expect(draft.reads).toEqual({ [one.id]: 2 });
    expect(oddOnes(draft, numbers).map(({ what, read }) => [what, read])).toEqual([
      ['out', 'USB-3'],
      ['place', 'USB-4'],
      ['stranger', 'X-9'],
    ]);
    const told = { ...draft, seals: { [one.id]: false, [two.id]: true }, notes: { [two.id]: '捜索中' } };
    expect(linesOf(told, rows)).toEqual([
      { mediumId: one.id, seen: true, sealIntact: false, note: '' },
      { mediumId: two.id, seen: false, sealIntact: null, note: '捜索中' },
    ]);
  });

  it('takes a tick by hand and takes it back', () => {
    const draft = ticked(EMPTY_DRAFT, two.id);
    expect(draft.reads).toEqual({ [two.id]: 1 });
    expect(ticked(draft, two.id)).toEqual(EMPTY_DRAFT);
  });

  it('drops what was odd once it has come back', () => {
    const draft = after(['USB-3']);
    const back = byNumber([one, two, { ...out, state: 'kept' }]);
    expect(oddOnes(draft, back)).toEqual([]);
  });

  it('is kept as text, and nothing else is taken for one', () => {
    const draft = after(['USB-1', 'X-9']);
    expect(readDraft(packDraft(draft))).toEqual(draft);
    expect(packDraft({ ...EMPTY_DRAFT, place: '保管庫' })).toBeNull();
    for (const text of [null, '', '{', '[]', '{"place":1}', JSON.stringify({ ...draft, more: 1 })])
      expect(readDraft(text)).toBeUndefined();
  });
});

describe('a label', () => {
  it('begins where it is told to, in any width, and nowhere off the page', () => {
    expect(['1', ' ２４ ', '7'].map(firstLabel)).toEqual([1, 24, 7]);
    expect(['0', '25', '', '1.5', '-1', 'a'].map(firstLabel)).toEqual(Array(6).fill(undefined));
  });

  it('has a bar code where a scanner could read it: ASCII, and bars that are wide enough', () => {
    expect(fitsCode128('USB-001', 61)).toBe(true);
    expect(fitsCode128('媒-001', 61)).toBe(false);
    expect(fitsCode128('A'.repeat(30), 61)).toBe(false);
    expect(fitsCode128('1'.repeat(30), 61)).toBe(true);
  });
});
