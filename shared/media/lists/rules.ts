import { changedFields, decideChange, decideRegister } from '../register/rules/register.ts';
import type { Medium, MediumDetails } from '../register/model.ts';
import type { NewMediaEvent } from '../events.ts';
import type { ListField, ListMapping } from './model.ts';
import type { ListFault, ListProblemCode } from './refusals.ts';

/** What a mapping lacks: a medium needs a number, a name, and for the rest a column or one value for all. */
export function listFaults({ columns, given }: Pick<ListMapping, 'columns' | 'given'>): ListFault[] {
  const has = (field: ListField): boolean => columns.includes(field);
  const faults: ListFault[] = [];
  if (!has('number')) faults.push('number-unmapped');
  if (!has('name')) faults.push('name-unmapped');
  if (!has('kind') && given.kind === null) faults.push('kind-unmapped');
  if (!has('encryption') && given.encryption === null) faults.push('encryption-unmapped');
  if (!has('keeper') && given.keeper === '') faults.push('keeper-unmapped');
  if (!has('place') && given.place === '') faults.push('place-unmapped');
  if (!has('upTo') && given.upTo === null) faults.push('upTo-unmapped');
  const mapped = columns.filter((field) => field !== null);
  if (new Set(mapped).size < mapped.length) faults.push('mapped-twice');
  return faults;
}

/** What one row comes to. */
export type RowDecision =
  | { readonly as: 'fresh'; readonly events: readonly NewMediaEvent[] }
  | {
      readonly as: 'changed';
      readonly events: readonly NewMediaEvent[];
      readonly fields: readonly (keyof MediumDetails)[];
    }
  | { readonly as: 'unchanged' }
  | {
      readonly as: 'refused';
      readonly code: Extract<ListProblemCode, 'medium-destroyed' | 'state-not-kept'>;
    };

/**
 * What a row of an office's list does to the register: registers a medium, changes what is said of it, or nothing. Its number
 * is the key and stays as it stands. A medium that is gone is not changed, and none begins gone or out.
 */
export function decideRow(
  details: MediumDetails,
  facts: {
    readonly id: string;
    readonly stands: Medium | undefined;
    /** What the list says of where it is. */
    readonly kept: boolean;
    readonly reason: string;
  },
): RowDecision {
  const { stands, kept, id, reason } = facts;
  if (stands === undefined) {
    if (!kept) return { as: 'refused', code: 'state-not-kept' };
    const decision = decideRegister(details, { id, holder: undefined });
    return 'refusal' in decision
      ? { as: 'refused', code: 'medium-destroyed' }
      : { as: 'fresh', events: decision.events };
  }
  const same = { ...details, number: stands.number };
  const fields = changedFields(stands, same);
  if (fields.length === 0) return { as: 'unchanged' };
  const decision = decideChange(
    { mediumId: stands.id, details: same, reason },
    { medium: stands, holder: stands },
  );
  return 'refusal' in decision
    ? { as: 'refused', code: 'medium-destroyed' }
    : { as: 'changed', events: decision.events, fields };
}
