import { RESTRICTIONS, type Restriction } from '../../../kernel/classification.ts';
import { firstRefusal, type Refused, refusal } from '../../refusals.ts';
import type { RequestDetails, RequestRule, RuleReason } from '../model.ts';

/** From this level on an area holds systems whose information needs protecting (see AREA_LEVELS). */
const SECURE_FROM = 2;

/**
 * Whether a request takes a permission 許可 or a notification 届出, and why. Moving information takes one or the other by its handling
 * restrictions (guideline 3.2 ④, ⑤); what is carried into or out of an area with systems that handle protected information is
 * approved by an officer (3.5 (10)); so is the connection of a maintenance computer (3.5 (20), table 3-6). Confidentiality 3
 * takes two officers. `area` is the one it concerns; undefined if there is none of that id, which is refused elsewhere.
 */
export function ruleFor(
  { kind, classification, connection }: Pick<RequestDetails, 'kind' | 'classification' | 'connection'>,
  area: { readonly level: number } | undefined,
): RequestRule {
  const { confidentiality, restrictions } = classification;
  const held: Readonly<Record<RuleReason, boolean>> = {
    'confidentiality-3': confidentiality === 3,
    'confidentiality-2': confidentiality === 2,
    'restricted-carry-out': kind !== 'carry-in' && restrictions.includes('no-carry-out'),
    'secure-area': area !== undefined && area.level >= SECURE_FROM,
    connection: connection !== null,
  };
  const reasons = (
    ['confidentiality-3', 'confidentiality-2', 'restricted-carry-out', 'secure-area', 'connection'] as const
  ).filter((reason) => held[reason]);
  return {
    by: reasons.length === 0 ? 'notification' : 'permission',
    officers: confidentiality === 3 ? 2 : 1,
    reasons,
  };
}

/** What a classification has to be at least, by the documents whose information goes along (guideline 3.2 ①). */
export function inherited(quoted: RequestDetails['quoted']): {
  readonly confidentiality: number;
  readonly restrictions: readonly Restriction[];
} {
  return {
    confidentiality: Math.max(1, ...quoted.map(({ confidentiality }) => confidentiality)),
    restrictions: RESTRICTIONS.filter((one) => quoted.some(({ restrictions }) => restrictions.includes(one))),
  };
}

/** Refuses a classification that is lower than what it quotes, or leaves out one of its restrictions. */
export function checkInherited({
  classification,
  quoted,
}: Pick<RequestDetails, 'classification' | 'quoted'>): Refused | undefined {
  const { confidentiality, restrictions } = classification;
  return firstRefusal(
    quoted.flatMap((document) => [
      document.confidentiality > confidentiality
        ? refusal('classification-below-quoted', {
            field: 'details.classification.confidentiality',
            detail: { title: document.title, confidentiality: document.confidentiality },
          })
        : undefined,
      document.restrictions.every((one) => restrictions.includes(one))
        ? undefined
        : refusal('restriction-missing', {
            field: 'details.classification.restrictions',
            detail: { title: document.title },
          }),
    ]),
  );
}
