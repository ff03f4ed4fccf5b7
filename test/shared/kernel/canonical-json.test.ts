import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../shared/kernel/canonical-json.ts';

const vectors = resolve(import.meta.dirname, '../../../../shared/data/malformed/jcs-rfc8785');
const input = join(vectors, 'input');

describe('canonical JSON', () => {
  it('sorts keys by UTF-16 units, escapes as RFC 8785 says and writes numbers as ECMAScript does', () => {
    expect(canonicalJson({ b: [1.0, 1e21, -0, 'é'], a: { '€': 1, '\r': 2, '1': 3 } })).toBe(
      '{"a":{"\\r":2,"1":3,"€":1},"b":[1,1e+21,0,"é"]}',
    );
  });

  it.each([
    [undefined],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    ['\uD800'],
    [{ x: '\uDC00' }],
    [{ '\uD800': 1 }],
    [[undefined]],
    [new Date(0)],
    [Symbol('x')],
    [() => 1],
    [new Map()],
  ])('refuses what is not JSON: %o', (value) => {
    expect(() => canonicalJson(value)).toThrow();
  });

  it('refuses a cycle', () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    expect(() => canonicalJson(cycle)).toThrow();
  });

  it('leaves out a member that is undefined', () => {
    expect(canonicalJson({ b: undefined, a: 1, c: undefined })).toBe('{"a":1}');
  });

  it('writes any JSON value as the reference implementation does', () => {
    const strings = fc.string({ unit: 'binary' });
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.oneof(
          strings,
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.boolean(),
          fc.constant(null),
        ),
        fc.array(tie('value'), { maxLength: 5 }),
        fc.dictionary(strings, tie('value'), { maxKeys: 8 }),
      ),
    }));
    fc.assert(
      fc.property(value, (written) => {
        expect(canonicalJson(written)).toBe(canonicalize(written));
      }),
    );
  });

  it.skipIf(!existsSync(input))('agrees with the vectors of RFC 8785 (skipped: no ../shared/data)', () => {
    const names = readdirSync(input).filter((name) => name.endsWith('.json'));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const value: unknown = JSON.parse(readFileSync(join(input, name), 'utf8'));
      expect(canonicalJson(value), name).toBe(readFileSync(join(vectors, 'output', name), 'utf8').trimEnd());
    }
  });
});
