/** A DER INTEGER of an unsigned number of 32 bytes. */
function integer(bytes: Buffer): Buffer {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start += 1;
  const digits = bytes.subarray(start);
  const value = (digits[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), digits]) : digits;
  return Buffer.concat([Buffer.of(0x02, value.length), value]);
}

/** An ECDSA signature over P-256 as the ledger keeps it (r ‖ s, IEEE P1363, 64 bytes) in the form OpenSSL takes: DER (RFC 3279, 2.2.3). */
export function toDer(signature: Buffer): Buffer {
  const body = Buffer.concat([integer(signature.subarray(0, 32)), integer(signature.subarray(32))]);
  return Buffer.concat([Buffer.of(0x30, body.length), body]);
}

/** The inverse of {@link toDer}; undefined for anything that `toDer` does not write. */
export function fromDer(der: Buffer): Buffer | undefined {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return undefined;
  const first = numberAt(der, 2);
  if (first === undefined) return undefined;
  const second = numberAt(der, first.next);
  if (second === undefined) return undefined;
  const signature = Buffer.concat([first.value, second.value]);
  return toDer(signature).equals(der) ? signature : undefined;
}

function numberAt(der: Buffer, at: number): { readonly value: Buffer; readonly next: number } | undefined {
  const length = der[at + 1] ?? 0;
  const bytes = der.subarray(at + 2, at + 2 + length);
  const digits = bytes[0] === 0 ? bytes.subarray(1) : bytes;
  if (der[at] !== 0x02 || bytes.length !== length || digits.length > 32) return undefined;
  return { value: Buffer.concat([Buffer.alloc(32 - digits.length), digits]), next: at + 2 + length };
}
