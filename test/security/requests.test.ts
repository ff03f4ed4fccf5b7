import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { append, ownHead } from '../../main/trail/append.ts';
import { verifyLedger } from '../../main/trail/verification.ts';
import { rows, run } from '../../main/vault/db.ts';
import type { NewSuimonEvent } from '../../shared/events.ts';
import { EventSignature } from '../../shared/kernel/event.ts';
import { z } from '../../shared/kernel/zod.ts';
import { FIRST_MEDIA_POLICY } from '../../shared/media/policy.ts';
import type { RequestDetails, RequestRule } from '../../shared/media/requests/model.ts';
import { CONTROL_ROOM } from '../main/entries/door.ts';
import {
  asking,
  classified,
  decide,
  HOUR,
  moving,
  openRequests,
  PASSWORD,
  people,
  type RequestsDesk,
} from '../main/media/requests-desk.ts';

let desk: RequestsDesk;
beforeEach(async () => {
  desk = await openRequests();
});
afterEach(() => desk.remove());

const submit = async (
  who: 'operator' | 'officer' = 'operator',
  over: Parameters<typeof asking>[1] = {},
): Promise<string> => (await desk.did(who, 'submit', { details: asking(desk.room, over) })).id;
const shown = async (id: string) => (await desk.did('auditor', 'request', { id })).request;
const size = (): number => ownHead(desk.test.ledger.read)?.seq ?? 0;
const verified = () =>
  verifyLedger(
    desk.test.ledger,
    () => undefined,
    () => false,
  );
/** A decision as the program writes it. */
function decision(id: string, digest: string, revision = 1): NewSuimonEvent {
  return {
    type: 'request.decided',
    version: 1,
    subject: `request:${id}`,
    data: { revision, digest, decision: 'approve', conditions: '', reason: '' },
  };
}
const brokenAt = (seq: number) => ({ state: 'broken', first: { seq, kind: 'signature-invalid' } });

describe('one’s own request', () => {
  it('U1 is decided by another officer alone, whatever the decision', async () => {
    const id = await submit('officer');
    for (const kind of ['approve', 'refuse', 'return'] as const)
      expect(await decide(desk, 'officer', id, kind)).toMatchObject({ code: 'own-request' });
    expect(await desk.did('officer', 'inbox', {})).toEqual([]);
    expect(await decide(desk, 'second', id)).toBeUndefined();
    const notified = await submit('officer', { areaId: desk.office });
    expect(await decide(desk, 'officer', notified, 'acknowledge')).toMatchObject({ code: 'own-request' });
  });

  it('U1 is not made another’s by being an emergency', async () => {
    const visitId = await desk.letIn();
    const { id } = await desk.did('officer', 'emergency', {
      details: asking(desk.room),
      reason: '停止',
      allowedBy: '課長',
      visitId,
      seal: '',
    });
    expect(await decide(desk, 'officer', id)).toMatchObject({ code: 'own-request' });
    expect(await decide(desk, 'officer', id, 'refuse')).toMatchObject({ code: 'own-request' });
    expect(await decide(desk, 'second', id)).toBeUndefined();
  });

  it('U1 approved past the program, with a good signature of one’s own, is named by verification', async () => {
    const id = await submit('officer');
    desk.sign('officer', [decision(id, (await shown(id)).digest)]);
    expect(await verified()).toMatchObject(brokenAt(size()));
  });

  it('U1 of confidentiality 3 takes two persons, and the same one twice is named by verification', async () => {
    const id = await submit('operator', { classification: classified(3) });
    expect(await decide(desk, 'officer', id)).toBeUndefined();
    expect((await shown(id)).state).toBe('endorsed');
    expect(await decide(desk, 'officer', id)).toMatchObject({ code: 'same-officer' });
    expect(await verified()).toMatchObject({ state: 'verified' });
    desk.sign('officer', [decision(id, (await shown(id)).digest)]);
    expect(await verified()).toMatchObject(brokenAt(size()));
  });

  it('U1 is decided by nobody whose session is older than the loss of their office', async () => {
    const id = await submit();
    expect(await decide(desk, 'auditor', id)).toEqual({ code: 'not-allowed' });
    expect((await shown(id)).decisions).toEqual([]);
  });

  it('U1 approved by somebody who is no officer, with a good signature, is named by verification', async () => {
    const id = await submit();
    desk.sign('auditor', [decision(id, (await shown(id)).digest)]);
    expect(await verified()).toMatchObject(brokenAt(size()));
  });
});

describe('between the two steps', () => {
  const orders = [
    { kind: 'account-suspend' },
    { kind: 'account-close' },
    { kind: 'account-roles', roles: ['bcp'] },
  ] as const;

  it.each(orders)('U2 the first officer’s approval is void after $kind', async (order) => {
    const id = await submit('operator', { classification: classified(3) });
    await decide(desk, 'officer', id);
    desk.order(order.kind === 'account-roles' ? { ...order, roles: [...order.roles] } : order, 'officer');
    expect(await shown(id)).toMatchObject({ state: 'submitted', decisions: [{ counts: false }] });
    // The second is now the first: one more is needed.
    expect(await decide(desk, 'second', id)).toBeUndefined();
    expect((await shown(id)).state).toBe('endorsed');
    expect(await decide(desk, 'third', id)).toBeUndefined();
    expect((await shown(id)).state).toBe('approved');
    expect(await verified()).toMatchObject({ state: 'verified', viewsCompared: true });
  });

  it('U2 an emergency’s too; and a finished permission stands', async () => {
    const visitId = await desk.letIn();
    const finished = await submit();
    await decide(desk, 'officer', finished);
    const { id } = await desk.did('operator', 'emergency', {
      details: asking(desk.room, { classification: classified(3) }),
      reason: '停止',
      allowedBy: '課長',
      visitId,
      seal: '',
    });
    await decide(desk, 'officer', id);
    desk.order({ kind: 'account-suspend' }, 'officer');
    expect(await decide(desk, 'second', id)).toBeUndefined();
    expect((await shown(id)).state).toBe('emergency');
    expect(await shown(finished)).toMatchObject({ state: 'approved', decisions: [{ counts: true }] });
  });

  it('U2 a request changed after approval is not approved any more', async () => {
    const id = await submit('operator', { classification: classified(3) });
    await decide(desk, 'officer', id);
    await decide(desk, 'second', id);
    const details = asking(desk.room, { classification: classified(3), asset: '別の盤' });
    await desk.did('operator', 'resubmit', { requestId: id, details });
    expect(await shown(id)).toMatchObject({ state: 'submitted', revision: 2 });
    expect((await shown(id)).decisions.map(({ counts }) => counts)).toEqual([false, false]);
    const visitId = await desk.letIn();
    expect(await desk.refused('operator', 'carryIn', { ...moving(id), visitId })).toMatchObject({
      code: 'request-undecided',
    });
    expect(await decide(desk, 'officer', id)).toBeUndefined();
    expect((await shown(id)).state).toBe('endorsed');
  });

  it('U2 a decision on what was shown before it changed is refused, and recorded past the program is named', async () => {
    const id = await submit();
    const { digest } = await shown(id);
    const details = asking(desk.room, { asset: '別の盤' });
    await desk.did('operator', 'resubmit', { requestId: id, details });
    expect(await decide(desk, 'officer', id, 'approve', { digest })).toMatchObject({
      code: 'request-changed',
    });
    expect(await shown(id)).toMatchObject({ state: 'submitted', decisions: [] });
    desk.sign('officer', [decision(id, digest)]);
    expect(await verified()).toMatchObject(brokenAt(size()));
  });
});

describe('what a request says of itself', () => {
  const notification = { by: 'notification', officers: 1, reasons: [] } as const;
  const forged = (
    details: RequestDetails,
    rule: RequestRule = { ...notification, reasons: [] },
  ): NewSuimonEvent => ({
    type: 'request.submitted',
    version: 1,
    subject: `request:${v7()}`,
    data: { details, rule, revision: 1 },
  });
  const put = (event: NewSuimonEvent): void => desk.test.write([event], desk.now, people.operator.id);

  it('U1 a confidential thing that a forged program calls a notification is named by verification', async () => {
    await submit('operator', { classification: classified(2) });
    put(forged(asking(desk.office)));
    expect(await verified()).toMatchObject({ state: 'verified' });
    put(forged(asking(desk.office, { classification: classified(2) })));
    expect(await verified()).toMatchObject(brokenAt(size()));
  });

  it.each([
    ['officers', { by: 'permission', officers: 1, reasons: ['confidentiality-3', 'secure-area'] }],
    ['reasons', { by: 'permission', officers: 2, reasons: ['confidentiality-3'] }],
  ] as const)('U1 is named by verification for other %s than follow from it', async (_, rule) => {
    const details = asking(desk.room, { classification: classified(3) });
    put(forged(details, { ...rule, reasons: [...rule.reasons] }));
    expect(await verified()).toMatchObject(brokenAt(size()));
  });

  it('is derived from the area as it was then, and not as it has become', async () => {
    const id = await submit();
    const details = { ...CONTROL_ROOM, level: 1 } as const;
    const changed = await desk.atDoor('changeArea', { areaId: desk.room, details, reason: '用途変更' });
    expect(changed.ok).toBe(true);
    expect((await shown(id)).rule.by).toBe('permission');
    put(forged(asking(desk.room)));
    expect(await verified()).toMatchObject({ state: 'verified' });
    put(forged(asking(desk.room), { by: 'permission', officers: 1, reasons: ['secure-area'] }));
    expect(await verified()).toMatchObject(brokenAt(size()));
  });

  it('handed in again with less than it asks is named too', async () => {
    const id = await submit();
    const details = asking(desk.room, { classification: classified(2) });
    const data = { details, rule: { ...notification, reasons: [] }, revision: 2 };
    put({ type: 'request.resubmitted', version: 1, subject: `request:${id}`, data });
    expect(await verified()).toMatchObject(brokenAt(size()));
  });

  it('an emergency is to be decided within the hours of the policy in force then, or is named', async () => {
    const emergency = (hours: number): NewSuimonEvent => ({
      type: 'request.emergency',
      version: 1,
      subject: `request:${v7()}`,
      data: {
        details: asking(desk.office),
        rule: { ...notification, reasons: [] },
        revision: 1,
        reason: '停止',
        allowedBy: '課長',
        visitId: null,
        seal: '',
        decideBy: desk.now + hours * HOUR,
      },
    });
    put(emergency(FIRST_MEDIA_POLICY.emergencyHours));
    const policy = { ...FIRST_MEDIA_POLICY, emergencyHours: 12 };
    await desk.did('officer', 'setPolicy', { policy, reason: '夜間', password: PASSWORD });
    put(emergency(12));
    expect(await verified()).toMatchObject({ state: 'verified' });
    put(emergency(FIRST_MEDIA_POLICY.emergencyHours));
    expect(await verified()).toMatchObject(brokenAt(size()));
  });
});

const Signed = z.looseObject({ signature: EventSignature });

describe('a signature', () => {
  it('U12 moved to another request’s decision is named by verification and shown as not holding', async () => {
    const [one, other] = [await submit(), await submit('operator', { asset: '別の盤' })];
    await decide(desk, 'officer', one);
    const [entry] = rows<{ bytes: Buffer }>(
      desk.test.ledger.read,
      'SELECT bytes FROM chain_payload ORDER BY place DESC LIMIT 1',
    );
    const { signature } = Signed.parse(JSON.parse(entry?.bytes.toString('utf8') ?? ''));
    const db = desk.test.ledger.write;
    db.exec('BEGIN IMMEDIATE');
    const head = ownHead(db);
    if (head === undefined) throw new Error('no site');
    append(db, head, [decision(other, (await shown(other)).digest)], people.officer.id, desk.now, () => ({
      ...signature,
      algorithm: 'ed25519',
    }));
    db.exec('COMMIT');
    expect((await shown(one)).decisions).toMatchObject([{ signatureHolds: true }]);
    expect((await shown(other)).decisions).toMatchObject([{ signatureHolds: false }]);
    expect(await verified()).toMatchObject(brokenAt(size()));
  });

  it('U12 over the digest of another request, or of another revision, is named by verification', async () => {
    const [one, other] = [await submit(), await submit('operator', { asset: '別の盤' })];
    desk.sign('officer', [decision(other, (await shown(one)).digest)]);
    expect(await verified()).toMatchObject(brokenAt(size()));
    desk.remove();
    desk = await openRequests();
    const third = await submit();
    desk.sign('officer', [decision(third, (await shown(third)).digest, 2)]);
    expect(await verified()).toMatchObject(brokenAt(size()));
  });

  it('U12 of one decision shown under another request, by changed views, does not hold', async () => {
    const [one, other] = [await submit(), await submit('operator', { asset: '別の盤' })];
    await decide(desk, 'officer', one);
    const db = desk.test.ledger.write;
    const no = rows<{ no: number }>(db, 'SELECT no FROM media_request WHERE id = ?', other)[0]?.no;
    run(db, 'UPDATE media_decision SET request = ?', no);
    run(db, "UPDATE media_request SET state = 'approved' WHERE no = ?", no);
    expect(await shown(other)).toMatchObject({ state: 'approved', decisions: [{ signatureHolds: false }] });
    expect(await verified()).toMatchObject({ state: 'broken', first: { kind: 'views-differ' } });
  });

  it.each([
    ['conditions', '立会い不要'],
    ['reason', '別の理由'],
    ['decision', 'refuse'],
    ['digest', '0'.repeat(64)],
    ['officer', people.second.id],
    ['revision', 2],
  ])('U12 does not hold for another %s than was signed', async (column, value) => {
    const id = await submit();
    await decide(desk, 'officer', id, 'approve', { conditions: '立会いのこと' });
    expect((await shown(id)).decisions).toMatchObject([{ signatureHolds: true }]);
    run(desk.test.ledger.write, `UPDATE media_decision SET ${column} = ?`, value);
    expect((await shown(id)).decisions).toMatchObject([{ signatureHolds: false }]);
  });

  it('U12 does not hold once the request itself is another than was decided on', async () => {
    const id = await submit();
    await decide(desk, 'officer', id);
    const details = JSON.stringify(asking(desk.room, { asset: '別の盤' }));
    run(desk.test.ledger.write, 'UPDATE media_request_details SET details = ?', details);
    expect((await shown(id)).decisions).toMatchObject([{ counts: true, signatureHolds: false }]);
  });

  it('withdraws a permission with the officer’s own key, or not at all', async () => {
    const id = await submit();
    await decide(desk, 'officer', id);
    const wrong = { requestId: id, reason: '中止', password: 'x' };
    expect(await desk.refused('second', 'withdraw', wrong)).toMatchObject({ code: 'attest-refused' });
    await desk.did('second', 'withdraw', { ...wrong, password: PASSWORD });
    expect((await shown(id)).state).toBe('withdrawn');
    expect(await verified()).toMatchObject({ state: 'verified' });
    const other = await submit();
    const withdrawn: NewSuimonEvent = {
      type: 'request.withdrawn',
      version: 1,
      subject: `request:${other}`,
      data: { reason: '中止' },
    };
    await decide(desk, 'officer', other);
    desk.sign('auditor', [withdrawn]);
    expect(await verified()).toMatchObject(brokenAt(size()));
  });
});
