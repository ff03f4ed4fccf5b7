/** Deeper than any payload goes; a cycle ends here. */
const MAX_DEPTH = 64;

/**
 * The canonical JSON (RFC 8785, JCS) of a value made of plain objects, arrays, strings, finite numbers, booleans and null;
 * a member that is undefined is left out, as `JSON.stringify` does. Throws a TypeError on anything else: undefined
 * elsewhere, a number that is not finite, a lone surrogate, an object of a class, a cycle or more than 64 levels.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (typeof value === 'string') return quoted(value);
  // ECMAScript writes numbers and literals as RFC 8785 wants them, -0 as 0 included.
  if (value === null || typeof value === 'boolean' || Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value !== 'object') throw new TypeError(`canonical JSON: a ${typeof value} that is not JSON`);
  if (depth === MAX_DEPTH) throw new TypeError('canonical JSON: nested too deeply, or a cycle');
  if (Array.isArray(value)) return `[${value.map((item) => write(item, depth + 1)).join(',')}]`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError('canonical JSON: not a plain object');
  }
  const members = value as Readonly<Record<string, unknown>>;
  let text = '';
  // Without a comparison function keys are sorted by UTF-16 units, as RFC 8785 has it.
  for (const key of Object.keys(members).toSorted()) {
    const member = members[key];
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${quoted(key)}:${write(member, depth + 1)}`;
  }
  return `{${text}}`;
}

function quoted(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('canonical JSON: a lone surrogate');
  return JSON.stringify(text);
}
