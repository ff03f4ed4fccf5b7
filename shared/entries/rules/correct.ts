import type { Instant } from '../../kernel/time.ts';
import { type Area, CorrectableFields, type Visit, type VisitState } from '../model.ts';
import { refusal } from '../refusals.ts';
import { type EntriesDecision, firstRefusal, type Refused } from './decision.ts';

/** Which times of a visit can be corrected: those that its state says were recorded. */
export const CORRECTABLE_TIMES: Readonly<
  Record<VisitState, { readonly enteredAt: boolean; readonly exitedAt: boolean }>
> = {
  expected: { enteredAt: false, exitedAt: false },
  inside: { enteredAt: true, exitedAt: false },
  left: { enteredAt: true, exitedAt: true },
  unknown: { enteredAt: true, exitedAt: false },
  explained: { enteredAt: true, exitedAt: true },
  cancelled: { enteredAt: false, exitedAt: false },
  passed: { enteredAt: true, exitedAt: false },
};

type Field = keyof CorrectableFields;
const FIELDS = CorrectableFields.keyof().options;

/** The fields in which `changes` differ from the visit, before and after. */
export function changedFields(
  visit: Visit,
  changes: CorrectableFields,
): {
  readonly before: CorrectableFields;
  readonly after: CorrectableFields;
  readonly fields: readonly Field[];
} {
  const fields = FIELDS.filter((field) => changes[field] !== undefined && changes[field] !== visit[field]);
  const pick = (from: CorrectableFields): CorrectableFields =>
    CorrectableFields.parse(Object.fromEntries(fields.map((field) => [field, from[field]])));
  return { before: pick(visit), after: pick(changes), fields };
}

function checkTimes(
  visit: Visit,
  changes: CorrectableFields,
  fields: readonly Field[],
  now: Instant,
): Refused | undefined {
  const enteredAt = changes.enteredAt === undefined ? visit.enteredAt : changes.enteredAt;
  const exitedAt = changes.exitedAt === undefined ? visit.exitedAt : changes.exitedAt;
  const may = CORRECTABLE_TIMES[visit.state];
  return firstRefusal(
    (['enteredAt', 'exitedAt'] as const).map((name) => {
      const field = `changes.${name}`;
      if (!fields.includes(name)) return undefined;
      if (!may[name]) return refusal('not-correctable', { field });
      const value = name === 'enteredAt' ? enteredAt : exitedAt;
      if (value === null) {
        return name === 'exitedAt' && visit.state === 'explained'
          ? undefined
          : refusal('time-required', { field });
      }
      if (value > now) return refusal('in-future', { field });
      const turned = enteredAt !== null && exitedAt !== null && exitedAt < enteredAt;
      return turned ? refusal('exit-before-entry', { field }) : undefined;
    }),
  );
}

/**
 * Corrects what was written down wrongly. Only what differs is kept, before and after; the original stays readable in the
 * visit's story. A correction says what was, so an area's rules are not asked again and a retired area may be named.
 */
export function decideCorrect(
  command: { readonly visitId: string; readonly changes: CorrectableFields; readonly reason: string },
  facts: { readonly visit: Visit | undefined; readonly area: Area | undefined },
  now: Instant,
): EntriesDecision<null> {
  const { visit, area } = facts;
  if (visit === undefined) return refusal('visit-missing', { field: 'visitId' });
  const { before, after, fields } = changedFields(visit, command.changes);
  const refused = firstRefusal([
    fields.length === 0 ? refusal('nothing-changed', { field: 'changes' }) : undefined,
    fields.includes('areaId') && area === undefined
      ? refusal('area-missing', { field: 'changes.areaId' })
      : undefined,
    checkTimes(visit, command.changes, fields, now),
  ]);
  if (refused !== undefined) return refused;
  return {
    events: [
      {
        type: 'visit.corrected',
        version: 1,
        subject: `visit:${visit.id}`,
        data: { before, after, reason: command.reason },
      },
    ],
    value: null,
  };
}
