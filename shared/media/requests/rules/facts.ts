import type { Refused } from '../../refusals.ts';
import { refusal } from '../../refusals.ts';
import type { Request } from '../model.ts';
import { allowed, type Move } from './transitions.ts';

/** A request as the rules know it. */
export interface RequestFacts
  extends Pick<
    Request,
    | 'id'
    | 'no'
    | 'kind'
    | 'state'
    | 'whereabouts'
    | 'rule'
    | 'revision'
    | 'digest'
    | 'requesterId'
    | 'bearer'
    | 'organisation'
    | 'mediumName'
    | 'from'
    | 'until'
    | 'due'
    | 'carriedAt'
  > {
  /** Who has approved the revision in force, and still counts. */
  readonly approvers: readonly string[];
}

/** The numbers and names that a refusal about a request is filled with. */
export function detailOf({ no, mediumName }: Pick<RequestFacts, 'no' | 'mediumName'>): {
  readonly no: number;
  readonly medium: string;
} {
  return { no, medium: mediumName };
}

/** Refuses a move that a table does not allow. */
export function checkMove<S>(move: Move<S>, request: RequestFacts): Refused | undefined {
  return allowed(move) ? undefined : refusal(move.refused, { field: 'requestId', detail: detailOf(request) });
}
