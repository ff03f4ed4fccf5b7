import type { ImportProblemCode } from '../../../shared/entries/import-refusals.ts';
import { VisitDetails } from '../../../shared/entries/model.ts';

/** The text fields of a visit. */
export const TEXT_FIELDS = [
  'name',
  'reading',
  'organisation',
  'purpose',
  'host',
  'escort',
  'belongings',
  'workReference',
  'note',
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

export type Checked = { readonly text: string } | { readonly problem: ImportProblemCode };

const PRIVATE = /\p{Co}/u;
const CODES: readonly ImportProblemCode[] = ['required', 'too-long', 'unsafe-characters'];
const REMEMBERED = 5000;

function check(field: TextField, text: string): Checked {
  if (text.includes('\uFFFD')) return { problem: 'lost-character' };
  if (PRIVATE.test(text)) return { problem: 'private-character' };
  const parsed = VisitDetails.shape[field].safeParse(text.trim());
  if (parsed.success) return { text: parsed.data };
  const message = parsed.error.issues[0]?.message;
  return { problem: CODES.find((code) => code === message) ?? 'unsafe-characters' };
}

/** A string that does not keep the chunk of the file alive that it was cut from. */
export function ownCopy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

/**
 * Checks texts by the same schema as the form at the door, and remembers the last answers: the same names, firms and purposes
 * come again and again.
 */
export class TextChecks {
  readonly #answers = new Map<TextField, Map<string, Checked>>(
    TEXT_FIELDS.map((field) => [field, new Map()]),
  );

  check(field: TextField, text: string): Checked {
    const answers = this.#answers.get(field);
    const known = answers?.get(text);
    if (known !== undefined) return known;
    const own = ownCopy(text);
    const answer = check(field, own);
    if (answers !== undefined) {
      if (answers.size >= REMEMBERED) answers.clear();
      answers.set(own, answer);
    }
    return answer;
  }
}
