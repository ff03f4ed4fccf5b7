import { createHash } from 'node:crypto';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import type { SignatureAlgorithm } from '../vault/signatures.ts';
import type { Head } from './append.ts';

/** Makes a signature with the site's key over these bytes. */
export type SiteSigner = (bytes: Uint8Array) => { readonly algorithm: string; readonly value: string };
/** Checks such a signature. */
export type SiteVerifier = (bytes: Uint8Array, signature: Uint8Array) => boolean;

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly head: Buffer;
}

/** The signature algorithms that a site's key may be of. */
export type SiteAlgorithm = SignatureAlgorithm;

/**
 * How a signed note names the kind of a key (c2sp.org/signed-note): 0x01 is Ed25519; for ECDSA its own kind is for old logs
 * alone, so the open one, 0xFF with a name, is used.
 */
function kindOf(algorithm: SiteAlgorithm): Buffer {
  switch (algorithm) {
    case 'ed25519':
      return Buffer.of(0x01);
    case 'ecdsa-p256-sha256':
      return Buffer.concat([Buffer.of(0xff), Buffer.from('suimon-ecdsa-p256-sha256')]);
    default:
      return assertNever(algorithm);
  }
}

/** The key as a signed note's key id hashes it: the 32 raw bytes for Ed25519, the SPKI for ECDSA. */
function keyBytes(algorithm: SiteAlgorithm, spki: Buffer): Buffer {
  return algorithm === 'ed25519' ? spki.subarray(spki.length - 32) : spki;
}

/** First four bytes of SHA-256(name ‖ 0x0A ‖ kind ‖ key): tells a verifier which key a signature line belongs to. */
export function keyId(name: string, algorithm: SiteAlgorithm, spki: Buffer): Buffer {
  return createHash('sha256')
    .update(Buffer.concat([Buffer.from(`${name}\n`), kindOf(algorithm), keyBytes(algorithm, spki)]))
    .digest()
    .subarray(0, 4);
}

/** The origin line, and the key's name, of a site's checkpoints. */
export function originOf(site: string): string {
  return `suimon/${site}`;
}

/** Writes a checkpoint (c2sp.org/tlog-checkpoint) of a chain's head as a signed note. */
export function writeCheckpoint(
  head: Head,
  algorithm: SiteAlgorithm,
  spki: Buffer,
  sign: SiteSigner,
): string {
  const origin = originOf(head.site);
  const text = `${origin}\n${head.seq}\n${head.hash.toString('base64')}\n`;
  const signature = Buffer.from(sign(Buffer.from(text)).value, 'base64');
  const line = Buffer.concat([keyId(origin, algorithm, spki), signature]).toString('base64');
  return `${text}\n— ${origin} ${line}\n`;
}

/** A signed note taken apart; nothing of it has been checked. */
export interface Note extends Checkpoint {
  /** What the signature is made over. */
  readonly text: string;
  readonly keyId: Buffer;
  readonly signature: Buffer;
}

const NOTE =
  /(?<text>(?<origin>[^\n]+)\n(?<size>\d{1,15})\n(?<head>[A-Za-z0-9+/]{43}=)\n)\n— (?<name>\S+) (?<line>[A-Za-z0-9+/]+=*)\n/gu;

/** Every signed note of a checkpoint's form in a text, in its order, and what stands between them. */
export function notesIn(text: string): { readonly notes: readonly Note[]; readonly rest: string } {
  const notes: Note[] = [];
  const rest = text.replaceAll(NOTE, (...found: readonly unknown[]) => {
    const { text: signed, origin, size, head, name, line } = found.at(-1) as Readonly<Record<string, string>>;
    const whole = String(found[0]);
    if (signed === undefined || origin === undefined || head === undefined || name !== origin) return whole;
    const bytes = Buffer.from(line ?? '', 'base64');
    notes.push({
      origin,
      size: Number(size),
      head: Buffer.from(head, 'base64'),
      text: signed,
      keyId: bytes.subarray(0, 4),
      signature: bytes.subarray(4),
    });
    return '';
  });
  return { notes, rest };
}

/** Whether a note was signed by this key: `other-key` if it names another. */
export function checkNote(
  note: Note,
  algorithm: SiteAlgorithm,
  spki: Buffer,
  verify: SiteVerifier,
): 'holds' | 'fails' | 'other-key' {
  if (!note.keyId.equals(keyId(note.origin, algorithm, spki))) return 'other-key';
  return verify(Buffer.from(note.text), note.signature) ? 'holds' : 'fails';
}

/**
 * Reads a checkpoint back and checks its signature. Answers undefined for anything that is not exactly such a note, signed
 * by this key.
 */
export function readCheckpoint(
  note: string,
  algorithm: SiteAlgorithm,
  spki: Buffer,
  verify: SiteVerifier,
): Checkpoint | undefined {
  const { notes, rest } = notesIn(note);
  const [only] = notes;
  if (only === undefined || notes.length > 1 || rest !== '') return undefined;
  if (checkNote(only, algorithm, spki, verify) !== 'holds') return undefined;
  return { origin: only.origin, size: only.size, head: only.head };
}
