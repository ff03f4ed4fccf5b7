import type { MediumDetails, MediumKind, MediumState } from '../../../shared/media/register/model.ts';
import { fold } from '../../../shared/kernel/folding/fold.ts';

/** Between folded fields, so that nothing is found across two of them: no text holds a control character. */
const BETWEEN = '\u001f';
/** Longer runs of digits than any number has. */
const DIGITS = 30;

/** A number 管理番号 to sort by: alike in form, its figures by value, so that USB-2 comes before USB-10. */
export function numberKey(number: string): string {
  return fold(number).replaceAll(/\d+/gu, (digits) => digits.padStart(DIGITS, '0'));
}

/** What the search of the register looks through. */
export function searchedText(details: MediumDetails): string {
  const { number, name, maker, model, serial, keeper, place, seal, note } = details;
  return [number, name, maker, model, serial, keeper, place, seal, note].map(fold).join(BETWEEN);
}

/** The value under which the media of one state and kind are counted. */
export function stateAndKind(state: MediumState, kind: MediumKind): string {
  return `${state} ${kind}`;
}
