import { describe, expect, it } from 'vitest';
import { parsePayload, readEnvelope } from '../../../main/trail/read.ts';

const payload = {
  nonce: 'AAAAAAAAAAAAAAAAAAAAAA',
  at: 2000,
  actor: 'system',
  type: 'clock.anomaly',
  version: 1,
  subject: 'site:TK1',
  data: { previous: 3000, now: 2000 },
};
const bytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

describe('a payload of the chain', () => {
  it('is read with and without a signature', () => {
    const signed = { ...payload, signature: { algorithm: 'ed25519', key: 'k', value: 'v' } };
    expect(readEnvelope(bytes(payload))).toEqual(payload);
    expect(readEnvelope(bytes(signed))).toEqual(signed);
    expect(parsePayload(bytes(signed))).toEqual(signed);
  });

  it.each([
    ['no object', [payload]],
    ['null', null],
    ['a member too many', { ...payload, more: 1 }],
    ['a member missing', { ...payload, nonce: undefined }],
    ['no data', { ...payload, data: undefined }],
    ['another member in place of the data', { ...payload, data: undefined, more: 1 }],
    ['a time that is no integer', { ...payload, at: 1.5 }],
    ['a version that is a text', { ...payload, version: '1' }],
    ['an unknown type', { ...payload, type: 'toString' }],
    ['an unknown version', { ...payload, version: 2 }],
    ['a null signature', { ...payload, signature: null }],
    ['a signature that does not fit', { ...payload, signature: { algorithm: 'ed25519' } }],
  ])('is refused with %s', (_, value) => {
    expect(() => readEnvelope(bytes(value))).toThrow();
    expect(() => parsePayload(bytes(value))).toThrow();
  });

  it('is shown, but not applied, with data that does not fit its type', () => {
    const misfit = { ...payload, data: { previous: 'x' } };
    expect(readEnvelope(bytes(misfit))).toEqual(misfit);
    expect(() => parsePayload(bytes(misfit))).toThrow();
  });
});
