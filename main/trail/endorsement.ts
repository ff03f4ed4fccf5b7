/**
 * What an old key signs to make a new one its successor: `suimon key 1`, the subject (`account:<id>` or `site:<code>`), the
 * suite and the new public key (SPKI DER, base64), a line each.
 */
export function endorsedBytes(subject: string, algorithm: string, key: string): Buffer {
  return Buffer.from(`suimon key 1\n${subject}\n${algorithm}\n${key}\n`, 'utf8');
}
