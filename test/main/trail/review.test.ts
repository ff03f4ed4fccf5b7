import { beforeAll, describe, expect, it } from 'vitest';
import type { SessionContext } from '../../../main/context.ts';
import { reviewHandlers } from '../../../main/trail/review/handlers.ts';
import { reviewDraft, reviews, reviewState } from '../../../main/trail/review/queries.ts';
import { headAt } from '../../../main/trail/queries.ts';
import { checkSignature } from '../../../main/trail/signature-check.ts';
import { verifyLedger } from '../../../main/trail/verification.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { DAY } from '../../../shared/kernel/time.ts';
import type { ReviewDraft } from '../../../shared/trail/model.ts';
import { reviewDue } from '../../../shared/trail/rules/review.ts';
import { FOUNDED_AT, type TestDesk, testDesk } from '../accounts/desk-fixture.ts';
import { people } from '../vault/fixture.ts';
import { written } from './ledger.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk();
});

function context(): SessionContext {
  const found = desk.desk.context();
  if (found === undefined) throw new Error('no session');
  return found;
}

async function signedIn(who: 'officer' | 'auditor'): Promise<void> {
  await desk.desk.end('locked');
  expect(await desk.signIn(who)).toMatchObject({ ok: true });
}

function draft(): ReviewDraft {
  const found = reviewDraft(context().read);
  if (found === undefined) throw new Error('nothing to review');
  return found;
}

const review = ({ first, last, head }: ReviewDraft, password: string) =>
  Promise.resolve(
    reviewHandlers.review(
      { first, last, head, findings: '異常なし', measures: '報告のみ', password },
      context(),
    ),
  );

describe('the periodic review of the trail', () => {
  it('is prepared from the founding on: range, heads, counts, what is pointed out, and when it is due', async () => {
    expect(await desk.signIn('officer', 'not-the-password')).toMatchObject({ ok: false });
    await signedIn('officer');
    expect(reviewState(context().read)).toEqual({ due: reviewDue(FOUNDED_AT), unreviewed: 11 });
    const { rows, ...found } = draft();
    expect(found).toEqual({
      first: 1,
      last: 11,
      before: '0'.repeat(64),
      head: headAt(context().read, 11),
      due: reviewDue(FOUNDED_AT),
      counts: { accounts: 9, sessions: 2 },
      notable: { 'account.created': 5, 'policy.set': 1, 'session.refused': 1 },
    });
    expect(rows.map(({ seq, type }) => [seq, type])).toEqual([
      [10, 'session.refused'],
      [9, 'policy.set'],
      ...[6, 5, 4, 3, 2].map((seq) => [seq, 'account.created']),
    ]);
  });

  it('is refused with a wrong password, and nothing is recorded', async () => {
    expect(await review(draft(), 'not-the-password')).toEqual(
      refuse('attest-refused', { field: 'password' }),
    );
    expect(written(context().read, 1)).toMatchObject([{ seq: 11 }]);
  });

  it('is refused for another range or another chain than the one shown', async () => {
    const { password } = people.officer;
    expect(await review({ ...draft(), first: 2 }, password)).toEqual(refuse('review-overtaken'));
    expect(await review({ ...draft(), head: 'f'.repeat(64) }, password)).toEqual(refuse('review-head'));
    expect(await review({ ...draft(), last: 900 }, password)).toEqual(refuse('review-head'));
    expect(written(context().read, 1)).toMatchObject([{ seq: 11 }]);
  });

  it('is recorded with range, heads, counts and findings, signed by the officer; the next begins after it', async () => {
    desk.now += DAY;
    const shown = draft();
    expect(await review(shown, people.officer.password)).toEqual({ ok: true, value: { seq: 12 } });
    const { first, last, before, head, counts, notable } = shown;
    expect(written(context().read, 1)).toMatchObject([
      {
        seq: 12,
        type: 'trail.reviewed',
        actor: people.officer.accountId,
        signed: true,
        data: { first, last, before, head, counts, notable, findings: '異常なし', measures: '報告のみ' },
      },
    ]);
    expect(checkSignature(context().read, 12)).toBe('holds');
    expect(checkSignature(context().read, 11)).toBe('none');
    expect(checkSignature(context().read, 13)).toBeUndefined();
    expect(reviewState(context().read)).toEqual({
      due: reviewDue(desk.now),
      lastAt: desk.now,
      unreviewed: 1,
    });
    expect(await review(shown, people.officer.password)).toEqual(refuse('review-overtaken'));
    expect(draft()).toMatchObject({
      first: 12,
      last: 12,
      before: head,
      since: desk.now,
      counts: { trail: 1 },
      notable: {},
    });
  });

  it('can be made by an auditor too, is listed newest first, and the chain with its signatures verifies', async () => {
    await signedIn('auditor');
    const shown = draft();
    const { value } = (await review(shown, people.auditor.password)) as { value: { seq: number } };
    expect(
      reviews(context().read, undefined, 5).map(({ seq, by, signature }) => [seq, by, signature]),
    ).toEqual([
      [value.seq, people.auditor.name, 'holds'],
      [12, people.officer.name, 'holds'],
    ]);
    expect(reviews(context().read, value.seq, 5).map(({ seq }) => seq)).toEqual([12]);
    expect(
      await verifyLedger(
        context().ledger,
        () => undefined,
        () => false,
      ),
    ).toMatchObject({
      state: 'verified',
      viewsCompared: true,
    });
  });
});
