/**
 * What a spreadsheet may take for the beginning of a formula: = + - @, also in full width, tab and CR. A quote before it makes
 * it text; so that the quote can be taken off again, what begins with quotes before such a sign gets one more.
 */
const FORMULA = /^'*[=+\-@＝＋－＠\t\r]/u;
const QUOTED = /^'+[=+\-@＝＋－＠\t\r]/u;

/** A text for a CSV file that no spreadsheet evaluates (OWASP, CSV injection). */
export function neutral(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that {@link neutral} made this of. */
export function restored(text: string): string {
  return QUOTED.test(text) ? text.slice(1) : text;
}
