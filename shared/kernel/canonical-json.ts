import canonicalize from 'canonicalize';

/**
 * The canonical JSON (RFC 8785, JCS) of a value made of plain objects, arrays, strings, finite numbers, booleans and null.
 * Throws on anything else: undefined at the top, a number that is not finite, a lone surrogate, a cycle.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('canonical JSON: not a JSON value');
  return text;
}
