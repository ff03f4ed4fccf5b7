import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENTRIES_REFUSALS } from '../../../shared/entries/refusals.ts';
import {
  decideChangeArea,
  decideDefineArea,
  decideRegisterBadges,
  decideRetireArea,
} from '../../../shared/entries/rules.ts';
import { id, room } from './facts.ts';

const { id: _id, retired: _retired, ...details } = room;
const reason = '理由';

describe('areas', () => {
  it('are defined under a name that none in use bears, however it is written', () => {
    expect(decideDefineArea(details, { areas: [{ ...room, retired: true }], id: id(5) })).toEqual({
      events: [{ type: 'area.defined', version: 1, subject: `area:${id(5)}`, data: details }],
      value: { id: id(5) },
    });
    expect(decideDefineArea({ ...details, name: '中央監視 室' }, { areas: [room], id: id(5) })).toEqual({
      refusal: { code: 'area-name-taken', field: 'name', detail: { area: '中央監視 室' } },
    });
  });

  it('are changed with a reason, not to what they are or to another one of the same name', () => {
    const change = (over: Partial<typeof details>, areas = [room]) =>
      decideChangeArea({ areaId: room.id, details: { ...details, ...over }, reason }, { areas });
    expect(change({ level: 3 })).toEqual({
      events: [
        {
          type: 'area.changed',
          version: 1,
          subject: `area:${room.id}`,
          data: { details: { ...details, level: 3 }, reason },
        },
      ],
      value: null,
    });
    expect(change({})).toEqual({ refusal: { code: 'nothing-changed', field: 'details' } });
    expect(change({}, [])).toEqual({ refusal: { code: 'area-missing', field: 'areaId' } });
    expect(change({ level: 3 }, [{ ...room, retired: true }])).toEqual({
      refusal: { code: 'area-retired', field: 'areaId', detail: { area: room.name } },
    });
    expect(change({ name: '電気室' }, [room, { ...room, id: id(101), name: '電気室' }])).toEqual({
      refusal: { code: 'area-name-taken', field: 'details.name', detail: { area: '電気室' } },
    });
  });

  it('are retired when nobody is inside or expected', () => {
    const retire = (over: { area?: typeof room | undefined; inside?: number; expected?: number }) =>
      decideRetireArea({ areaId: room.id, reason }, { area: room, inside: 0, expected: 0, ...over });
    expect(retire({})).toEqual({
      events: [{ type: 'area.retired', version: 1, subject: `area:${room.id}`, data: { reason } }],
      value: null,
    });
    expect(retire({ area: undefined })).toEqual({ refusal: { code: 'area-missing', field: 'areaId' } });
    expect(retire({ area: { ...room, retired: true } })).toMatchObject({ refusal: { code: 'area-retired' } });
    expect(retire({ inside: 2 })).toEqual({
      refusal: { code: 'area-occupied', field: 'areaId', detail: { count: 2 } },
    });
    expect(retire({ expected: 1 })).toEqual({
      refusal: { code: 'area-expected', field: 'areaId', detail: { count: 1 } },
    });
  });
});

describe('badges', () => {
  const register = (labels: readonly string[], taken: readonly string[] = []) =>
    decideRegisterBadges(
      { badges: labels.map((label) => ({ label, level: 1 })) },
      { labels: taken, ids: [id(1), id(2)] },
    );

  it('are registered all or none, each label once', () => {
    expect(register(['白-01', '白-02'])).toEqual({
      events: [
        {
          type: 'badge.registered',
          version: 1,
          subject: `badge:${id(1)}`,
          data: { label: '白-01', level: 1 },
        },
        {
          type: 'badge.registered',
          version: 1,
          subject: `badge:${id(2)}`,
          data: { label: '白-02', level: 1 },
        },
      ],
      value: null,
    });
    expect(register(['白-01', '白-０１'])).toEqual({
      refusal: { code: 'badge-label-twice', field: 'badges.1.label', detail: { badge: '白-０１' } },
    });
    expect(register(['白-02', '白-01'], ['白-01'])).toEqual({
      refusal: { code: 'badge-label-taken', field: 'badges.1.label', detail: { badge: '白-01' } },
    });
  });
});

describe('the list of refusals', () => {
  it('holds no code twice, and none that no rule gives and no test expects', () => {
    const read = (folder: string) =>
      readdirSync(new URL(folder, import.meta.url))
        .filter((name) => name.endsWith('.ts'))
        .map((name) => readFileSync(new URL(`${folder}/${name}`, import.meta.url), 'utf8'))
        .join('\n');
    const rules = read('../../../shared/entries/rules');
    const tests = read('.');
    expect(new Set(ENTRIES_REFUSALS).size).toBe(ENTRIES_REFUSALS.length);
    expect(ENTRIES_REFUSALS.filter((code) => !rules.includes(`'${code}'`))).toEqual([]);
    const throughTable = ['not-expected', 'not-inside', 'not-unknown'];
    expect(
      ENTRIES_REFUSALS.filter((code) => !tests.includes(`'${code}'`) && !throughTable.includes(code)),
    ).toEqual([]);
  });
});
