import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
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
  ])('refuses what is not JSON: %j', (value) => {
    expect(() => canonicalJson(value)).toThrow();
  });

  it('refuses a cycle', () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    expect(() => canonicalJson(cycle)).toThrow();
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
