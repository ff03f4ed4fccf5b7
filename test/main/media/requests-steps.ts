import fc from 'fast-check';
import { DAY, MINUTE } from '../../../shared/kernel/time.ts';
import type { RequestDetails } from '../../../shared/media/requests/model.ts';
import { REQUEST_KINDS } from '../../../shared/media/requests/model.ts';
import { leaving } from '../entries/door.ts';
import { isMeetingStep, meet, MEETING_STEPS } from './meeting-steps.ts';
import { asking, classified, decide, moving, PASSWORD, type RequestsDesk } from './requests-desk.ts';

export const BEARERS = ['渡邊 一郎', '佐藤 次郎', '鈴木 五郎'];
export const ORGANISATIONS = ['株式会社みなと電機', ''];
export const ASSETS = ['監視盤1号', '監視盤2号', ''];
const OFFICERS = ['officer', 'second', 'third'] as const;

/** One thing that somebody does; the numbers choose about whom and what. */
export const Step = fc.record({
  what: fc.constantFrom(
    'submit',
    'submit',
    'submit',
    'emergency',
    'resubmit',
    'retract',
    'approve',
    'approve',
    'approve',
    'refuse',
    'return',
    'acknowledge',
    'withdraw',
    'remind',
    'putOff',
    'letIn',
    'letOut',
    'carryIn',
    'carryIn',
    'takeOut',
    'handOver',
    'carryOut',
    'giveBack',
    'deliver',
    'suspend',
    'wait',
    ...MEETING_STEPS,
  ),
  which: fc.nat(30),
  kind: fc.constantFrom(...REQUEST_KINDS),
  confidentiality: fc.constantFrom(1, 1, 2, 3),
  secure: fc.boolean(),
  bearer: fc.nat(BEARERS.length - 1),
  organisation: fc.nat(ORGANISATIONS.length - 1),
  asset: fc.nat(ASSETS.length - 1),
  officer: fc.nat(OFFICERS.length - 1),
});
export type Step = typeof Step extends fc.Arbitrary<infer T> ? T : never;

/** What the steps have made so far. */
export interface Made {
  /** Media of the register. */
  readonly media: string[];
  /** A template in force, and what a request has to say that is begun from it. */
  readonly templates: RequestDetails[];
  readonly requests: string[];
  readonly visits: (string | undefined)[];
  suspended: boolean;
}

export function detailsOf(desk: RequestsDesk, step: Step, made: Made): RequestDetails {
  const mediumId = step.which % 3 === 0 ? made.media[step.asset] : undefined;
  return asking(step.secure ? desk.room : desk.office, {
    ...(mediumId === undefined ? {} : { medium: { from: 'register', mediumId } }),
    kind: step.kind,
    bearer: BEARERS[step.bearer] ?? '',
    organisation: ORGANISATIONS[step.organisation] ?? '',
    asset: ASSETS[step.asset] ?? '',
    classification: classified(step.confidentiality),
    from: desk.now - MINUTE,
    until: desk.now + 2 * DAY,
    returnDue: step.kind === 'carry-out' ? desk.now + DAY : null,
    destination: '本庁',
    means: '職員が運搬',
    protection: '封印',
    purpose: `用件${step.which}`,
  });
}

/** Does what a step says, if the rules allow it. */
export async function take(desk: RequestsDesk, step: Step, made: Made): Promise<void> {
  const id = made.requests[step.which % Math.max(1, made.requests.length)];
  const officer = OFFICERS[step.officer] ?? 'officer';
  const visitId = made.visits[step.bearer] ?? null;
  const details = detailsOf(desk, step, made);
  const reason = '理由';
  switch (step.what) {
    case 'submit': {
      // Officers ask as well.
      const who = step.which % 4 === 0 ? officer : 'operator';
      const reply = await desk.call(who, 'submit', { details });
      if (reply.ok) made.requests.push(reply.value.id);
      return;
    }
    case 'emergency': {
      const input = { details: { ...details, kind: 'carry-in' as const }, reason, allowedBy: '課長' };
      const reply = await desk.call('operator', 'emergency', { ...input, visitId, seal: '' });
      if (reply.ok) made.requests.push(reply.value.id);
      return;
    }
    case 'letIn':
      made.visits[step.bearer] ??= await desk.letIn(BEARERS[step.bearer]);
      return;
    case 'letOut':
      if (visitId !== null && (await desk.atDoor('leave', leaving(visitId))).ok)
        made.visits[step.bearer] = undefined;
      return;
    case 'suspend':
      // Once, for good: two officers are left to go on.
      if (!made.suspended && step.which > 15) {
        made.suspended = true;
        desk.order({ kind: 'account-suspend' }, 'third');
      }
      return;
    case 'wait':
      desk.now += (step.which + 1) * 10 * MINUTE;
      return;
    default:
      if (isMeetingStep(step.what))
        return meet(desk, { what: step.what, which: step.which, details }, made, id);
  }
  if (id === undefined) return;
  switch (step.what) {
    case 'resubmit':
      await desk.call('operator', 'resubmit', { requestId: id, details });
      return;
    case 'retract':
      await desk.call('operator', 'retract', { requestId: id, reason });
      return;
    case 'approve':
    case 'refuse':
    case 'return':
    case 'acknowledge':
      if (made.suspended && officer === 'third') return;
      await decide(desk, officer, id, step.what);
      return;
    case 'withdraw':
      await desk.call('officer', 'withdraw', { requestId: id, reason, password: PASSWORD });
      return;
    case 'remind': {
      const reminding = { whom: '山本', how: 'phone', said: '返却を頼んだ', next: null } as const;
      await desk.call('operator', 'remind', { requestId: id, reminding });
      return;
    }
    case 'putOff': {
      if (made.suspended && officer === 'third') return;
      const { due: before } = (await desk.did('auditor', 'request', { id })).request;
      const due = Math.max(before, desk.now) + DAY;
      await desk.call(officer, 'putOff', { requestId: id, before, due, reason, password: PASSWORD });
      return;
    }
    case 'carryIn':
      await desk.call('operator', 'carryIn', { ...moving(id), visitId });
      return;
    case 'handOver':
      await desk.call('operator', 'handOver', { ...moving(id), to: '山本 花子', reason });
      return;
    case 'carryOut':
      await desk.call('operator', 'carryOut', { ...moving(id), holder: '山本 花子' });
      return;
    case 'takeOut':
    case 'giveBack':
      await desk.call('operator', step.what, moving(id));
      return;
    case 'deliver':
      await desk.call('operator', 'deliver', { ...moving(id), to: '本庁 佐藤' });
      return;
    default:
  }
}
