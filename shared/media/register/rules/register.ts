import { fold } from '../../../kernel/folding/fold.ts';
import { type MediaRefusedWith, refusal } from '../../refusals.ts';
import type { MediaDecision } from '../../rules.ts';
import { type Medium, MediumDetails } from '../model.ts';
import { MEDIUM_MOVES, type MediumAction } from './moves.ts';

export type Refused = { readonly refusal: MediaRefusedWith };

/** What a rule knows of the medium that a command names. */
export interface MediumFacts {
  readonly medium: Medium | undefined;
}

/** The medium, if the action is possible with it; otherwise why not, at `mediumId` unless another field is named. */
export function movable(
  { medium }: MediumFacts,
  action: MediumAction,
  field = 'mediumId',
): { readonly medium: Medium } | Refused {
  if (medium === undefined) return refusal('medium-missing', { field });
  const move = MEDIUM_MOVES[action][medium.state];
  return 'to' in move ? { medium } : refusal(move.refused, { field, detail: { number: medium.number } });
}

/** Whether two numbers 管理番号 are the same: alike in width, case, blanks and kana. */
export function sameNumber(one: string, other: string): boolean {
  return fold(one) === fold(other);
}

/**
 * Registers a medium. Refused `medium-number-taken` where another has, or once had, a number that folds alike: `holder` is
 * that one.
 */
export function decideRegister(
  details: MediumDetails,
  facts: { readonly id: string; readonly holder: Pick<Medium, 'number' | 'name'> | undefined },
): MediaDecision<{ readonly id: string }> {
  const { id, holder } = facts;
  if (holder !== undefined) return numberTaken('number', holder);
  return {
    events: [{ type: 'medium.registered', version: 1, subject: `medium:${id}`, data: details }],
    value: { id },
  };
}

/** Changes what the register says of a medium, with the reason. Refused where nothing differs or the number is another's. */
export function decideChange(
  command: { readonly mediumId: string; readonly details: MediumDetails; readonly reason: string },
  facts: MediumFacts & { readonly holder: Pick<Medium, 'id' | 'number' | 'name'> | undefined },
): MediaDecision<null> {
  const { mediumId, details, reason } = command;
  const found = movable(facts, 'change');
  if ('refusal' in found) return found;
  const { holder } = facts;
  if (holder !== undefined && holder.id !== mediumId) return numberTaken('details.number', holder);
  if (changedFields(found.medium, details).length === 0)
    return refusal('medium-unchanged', { field: 'details' });
  return {
    events: [
      { type: 'medium.changed', version: 1, subject: `medium:${mediumId}`, data: { details, reason } },
    ],
    value: null,
  };
}

const FIELDS = MediumDetails.keyof().options;

/** The fields in which two descriptions of a medium differ, in the order of the form. */
export function changedFields(before: MediumDetails, after: MediumDetails): (keyof MediumDetails)[] {
  return FIELDS.filter((field) => before[field] !== after[field]);
}

function numberTaken(field: string, { number, name }: Pick<Medium, 'number' | 'name'>): Refused {
  return refusal('medium-number-taken', { field, detail: { number, name } });
}
