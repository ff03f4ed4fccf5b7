import { FIRST_POLICY, type LedgerEncryption } from '../../shared/accounts/policy.ts';
import { algorithm } from '../../shared/kernel/algorithms.ts';

/** The encryption of a ledger that is founded, until two administrators settle another. */
export const FIRST_ENCRYPTION: LedgerEncryption = FIRST_POLICY.ledgerEncryption;

/** What sets one encryption of the ledger file apart from another. */
interface Parameters {
  /** The digest of a page's HMAC, and of the PBKDF2 that derives its key. */
  readonly digest: 'sha512' | 'sha256';
  /** Bytes of a page's HMAC. */
  readonly mac: number;
  /** How SQLite3 Multiple Ciphers calls the digest (pragmas kdf_algorithm and hmac_algorithm). */
  readonly pragma: number;
}

const parameters: Readonly<Record<LedgerEncryption, Parameters>> = {
  'sqlcipher-4-aes-256-cbc-hmac-sha512': { digest: 'sha512', mac: 64, pragma: 2 },
  'sqlcipher-4-aes-256-cbc-hmac-sha256': { digest: 'sha256', mac: 32, pragma: 1 },
};

/** The parameters of an encryption, for the library and for the page codec. */
export function parametersOf(encryption: LedgerEncryption): Parameters {
  return parameters[encryption];
}

/** The encryption of that id, to be read or written; undefined for an id that is unknown, refused or of another use. */
export function ledgerEncryption(id: string, purpose: 'read' | 'write'): LedgerEncryption | undefined {
  const found = algorithm(id, 'encryption', purpose);
  return found !== undefined && isOfLedger(found) ? found : undefined;
}

/** The encryption that has its HMAC from this digest, as {@link Parameters.pragma} counts; undefined for any other. */
export function encryptionByPragma(pragma: number): LedgerEncryption | undefined {
  return Object.keys(parameters)
    .filter(isOfLedger)
    .find((id) => parameters[id].pragma === pragma);
}

function isOfLedger(id: string): id is LedgerEncryption {
  return Object.hasOwn(parameters, id);
}
