import { describe, expect, it } from 'vitest';
import { DAY, fromJst } from '../../../shared/kernel/time.ts';
import { FIRST_MEDIA_POLICY } from '../../../shared/media/policy.ts';
import type { Reminding } from '../../../shared/media/reminders/model.ts';
import {
  checkNewDue,
  daysOver,
  decidePutOff,
  decideRemind,
  isOverdue,
} from '../../../shared/media/reminders/rules.ts';
import { REQUEST_STATES } from '../../../shared/media/requests/model.ts';
import type { RequestFacts } from '../../../shared/media/requests/rules.ts';
import { ASKER, HOUR, NOW, OFFICER, REQUEST, request } from './facts.ts';

const out = (over: Partial<RequestFacts> = {}): RequestFacts =>
  request({ kind: 'carry-out', state: 'approved', whereabouts: 'outside', due: NOW - HOUR, ...over });
const reminding: Reminding = { whom: '山本 花子', how: 'phone', said: '明日返す', next: null };
const detail = { no: 12, medium: '保守用USB' };

describe('a reminder', () => {
  const remind = (about: RequestFacts | undefined, over: Partial<Reminding> = {}) =>
    decideRemind(
      { requestId: REQUEST, reminding: { ...reminding, ...over } },
      { request: about, policy: FIRST_MEDIA_POLICY },
      NOW,
    );
  const recorded = {
    events: [{ type: 'request.reminded', version: 1, subject: `request:${REQUEST}`, data: reminding }],
    value: null,
  };

  it('is recorded from the policy’s days before the due time on, not before', () => {
    const { remindDays } = FIRST_MEDIA_POLICY;
    expect(remind(out())).toEqual(recorded);
    expect(remind(out({ due: NOW + remindDays * DAY }))).toEqual(recorded);
    expect(remind(out({ due: NOW + remindDays * DAY + 1 }))).toEqual({
      refusal: { code: 'remind-not-due', field: 'requestId', detail: { ...detail, days: remindDays } },
    });
  });

  it('is of what is inside or outside alone', () => {
    const code = (whereabouts: RequestFacts['whereabouts']) => remind(out({ whereabouts }));
    expect(code('inside')).toEqual(recorded);
    expect(code('not-yet')).toEqual({
      refusal: { code: 'remind-not-carried', field: 'requestId', detail },
    });
    expect(code('done')).toEqual({ refusal: { code: 'already-over', field: 'requestId', detail } });
    expect(remind(undefined)).toEqual({ refusal: { code: 'request-missing', field: 'requestId' } });
  });

  it('names today or a later day to look again', () => {
    const today = fromJst(2026, 4, 6) ?? 0;
    expect(remind(out(), { next: today })).toMatchObject({ events: [{ data: { next: today } }] });
    expect(remind(out(), { next: today - 1 })).toEqual({
      refusal: { code: 'remind-next-past', field: 'reminding.next' },
    });
  });
});

describe('putting off', () => {
  const due = NOW + DAY;
  const put = (about: RequestFacts | undefined, over: object = {}, officer = OFFICER) =>
    decidePutOff(
      { requestId: REQUEST, before: NOW - HOUR, due, reason: '工事の延長', ...over },
      { request: about, officer },
      NOW,
    );

  it('writes the time that was shown, the new one and why', () => {
    expect(put(out())).toEqual({
      events: [
        {
          type: 'request.putOff',
          version: 1,
          subject: `request:${REQUEST}`,
          data: { before: NOW - HOUR, due, reason: '工事の延長' },
        },
      ],
      value: null,
    });
  });

  it('is not for whoever asked, nor for what is not carried', () => {
    const field = 'requestId';
    expect(put(undefined)).toEqual({ refusal: { code: 'request-missing', field } });
    expect(put(out(), {}, ASKER)).toEqual({ refusal: { code: 'put-off-own', field, detail } });
    expect(put(out({ whereabouts: 'not-yet' }))).toEqual({
      refusal: { code: 'put-off-not-carried', field, detail },
    });
    expect(put(out({ whereabouts: 'done' }))).toEqual({ refusal: { code: 'already-over', field, detail } });
  });

  it('is of what is in force alone: neither undecided, nor refused or withdrawn', () => {
    const codes = REQUEST_STATES.map((state) => {
      const decided = put(out({ state }));
      return [state, 'refusal' in decided ? decided.refusal.code : 'done'];
    });
    expect(Object.fromEntries(codes)).toEqual({
      submitted: 'put-off-undecided',
      endorsed: 'put-off-undecided',
      returned: 'put-off-undecided',
      approved: 'done',
      notified: 'done',
      acknowledged: 'done',
      emergency: 'put-off-undecided',
      refused: 'put-off-barred',
      withdrawn: 'put-off-barred',
      retracted: 'put-off-barred',
    });
  });

  it('is to a time that is later than the one before and still to come', () => {
    const later = out({ due: NOW + HOUR });
    const on = (about: RequestFacts, to: number) => put(about, { before: about.due, due: to });
    expect(on(later, NOW + HOUR)).toEqual({ refusal: { code: 'put-off-earlier', field: 'due' } });
    expect(on(later, NOW + HOUR + 1)).toMatchObject({ value: null });
    expect(on(out(), NOW)).toEqual({ refusal: { code: 'put-off-past', field: 'due' } });
    expect(on(out(), NOW + 1)).toMatchObject({ value: null });
  });

  it('is of the time that was shown', () => {
    expect(put(out(), { before: NOW - 2 * HOUR })).toEqual({
      refusal: { code: 'put-off-changed', field: 'before', detail },
    });
    expect(checkNewDue({ before: NOW - HOUR, due }, out(), OFFICER, NOW)).toBeUndefined();
  });
});

describe('what is overdue', () => {
  it('is past its time or without permission, wherever it is but done', () => {
    expect(isOverdue(out({ due: NOW }), NOW)).toBe(false);
    expect(isOverdue(out({ due: NOW - 1 }), NOW)).toBe(true);
    expect(isOverdue(out({ due: NOW + DAY, state: 'withdrawn' }), NOW)).toBe(true);
    expect(isOverdue(out({ whereabouts: 'done' }), NOW)).toBe(false);
  });

  it('is so by days of the calendar in Japan', () => {
    const at = (day: number, hour: number) => fromJst(2026, 4, day, hour) ?? 0;
    expect(daysOver(at(6, 9), at(6, 23))).toBe(0);
    expect(daysOver(at(6, 23), at(7, 1))).toBe(1);
    expect(daysOver(at(6, 9), at(9, 8))).toBe(3);
    expect(daysOver(at(9, 9), at(6, 9))).toBe(0);
  });
});
