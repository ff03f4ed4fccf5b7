import type { Refusal } from '../../kernel/result.ts';

/**
 * A signature as it is printed: ASCII alone, so that it survives a scanner and a keyboard of any country, and so that its parts are
 * found again whatever became of its line breaks. Binary parts are base64.
 */
export interface SignatureBlock {
  /** Code of the site on whose chain the entry stands. */
  readonly site: string;
  readonly entry: number;
  /** Of the entry of the chain, hex. */
  readonly hash: string;
  /** Account id of who signed. */
  readonly signer: string;
  /** Id of the suite: `ed25519` or `ecdsa-p256-sha256`. */
  readonly algorithm: string;
  /** Public key, SPKI DER. */
  readonly key: string;
  /** As OpenSSL takes it: 64 bytes for Ed25519, DER for ECDSA. */
  readonly signature: string;
  /** What was signed, byte for byte. */
  readonly signed: string;
}

const FIRST_LINE = 'SUIMON SIGNATURE 1';
const WIDTH = 64;
const PARTS = { key: 'PUBLIC KEY', signature: 'SIGNATURE', signed: 'SIGNED DATA' } as const;
type Part = keyof typeof PARTS;
const BINARY = ['key', 'signature', 'signed'] as const satisfies readonly Part[];

/** Longest text of a block that still makes a QR code whose modules a scanner tells apart at 62 mm. */
export const QR_LONGEST = 1_300;

/** Base64 between lines that say what it is, in lines of 64. */
export function armoured(name: string, base64: string): string {
  const lines = base64.match(new RegExp(`.{1,${WIDTH}}`, 'gu')) ?? [];
  return [`-----BEGIN ${name}-----`, ...lines, `-----END ${name}-----`].join('\n');
}

/** The text of a block, without a line feed at its end: what is printed, and what its QR code holds. */
export function writeBlock(block: SignatureBlock): string {
  const { site, entry, hash, signer, algorithm } = block;
  return [
    FIRST_LINE,
    `site: ${site}`,
    `entry: ${entry}`,
    `hash: ${hash}`,
    `signer: ${signer}`,
    `algorithm: ${algorithm}`,
    ...BINARY.map((part) => armoured(PARTS[part], block[part])),
  ].join('\n');
}

/** The fields at the head of a block; each is followed by the name of the next. */
const FIELDS = [
  ['site', /^[a-z0-9-]{1,24}$/u],
  ['entry', /^[1-9]\d{0,11}$/u],
  ['hash', /^[0-9a-f]{64}$/u],
  ['signer', /^[a-z0-9-]{1,64}$/u],
  ['algorithm', /^[a-z0-9-]{1,40}$/u],
] as const;
type Field = (typeof FIELDS)[number][0];

const fault = (code: 'printed-none' | 'printed-part' | 'printed-several', part?: string) => ({
  refusal: { code, field: 'text', ...(part === undefined ? {} : { detail: { part } }) } satisfies Refusal,
});

function between(text: string, from: string, to: string): string | undefined {
  const start = text.indexOf(from);
  const end = start < 0 ? -1 : text.indexOf(to, start + from.length);
  return end < 0 ? undefined : text.slice(start + from.length, end);
}

/** Base64 as it is written, with its padding and no bits left over: one text for the same bytes. */
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$/u;

/**
 * Reads the block in a text that was copied, scanned or typed, whatever stands around it, in any width and with any line breaks.
 * Refused at field `text`: `printed-none` (no block in it), `printed-several` (more than one), `printed-part` (one of its parts is
 * missing or holds characters that it cannot: `part` is its name as printed).
 */
export function readBlock(typed: string): { readonly block: SignatureBlock } | { readonly refusal: Refusal } {
  const text = typed.normalize('NFKC').replaceAll(/\s/gu, '');
  const first = FIRST_LINE.replaceAll(' ', '');
  const start = text.indexOf(first);
  if (start < 0) return fault('printed-none');
  if (text.includes(first, start + 1)) return fault('printed-several');
  const rest = text.slice(start + first.length);
  const head: Partial<Record<Field, string>> = {};
  for (const [place, [field, shape]] of FIELDS.entries()) {
    const next = FIELDS[place + 1]?.[0];
    const found = between(rest, `${field}:`, next === undefined ? '-----BEGIN' : `${next}:`);
    if (found === undefined || !shape.test(found)) return fault('printed-part', field);
    head[field] = found;
  }
  const binary: Partial<Record<Part, string>> = {};
  for (const part of BINARY) {
    const name = PARTS[part].replaceAll(' ', '');
    const found = between(rest, `-----BEGIN${name}-----`, `-----END${name}-----`);
    if (found === undefined || found === '' || !BASE64.test(found)) return fault('printed-part', PARTS[part]);
    binary[part] = found;
  }
  const { site = '', entry = '', hash = '', signer = '', algorithm = '' } = head;
  const { key = '', signature = '', signed = '' } = binary;
  return { block: { site, entry: Number(entry), hash, signer, algorithm, key, signature, signed } };
}
