import { assertNever } from './assert-never.ts';

/** Where an algorithm stands: used for new objects, only read in old ones, or refused. */
export type AlgorithmStatus = 'live' | 'read-only' | 'refused';

export interface Algorithm {
  readonly id: string;
  readonly use:
    | 'signature'
    | 'key-derivation'
    | 'key-wrapping'
    | 'key-agreement'
    | 'encryption'
    | 'digest'
    | 'message-authentication';
  /** The category of the CRYPTREC e-Government recommended ciphers list, LS-0001-2022. */
  readonly cryptrec: string;
  readonly status: AlgorithmStatus;
}

/**
 * The one inventory of algorithms (security.md). Code names an algorithm by its id from here; every stored object says which
 * ids it used; an id that is not here is refused.
 */
export const ALGORITHMS = {
  ed25519: { id: 'ed25519', use: 'signature', cryptrec: '公開鍵暗号 署名 EdDSA', status: 'live' },
  'ecdsa-p256-sha256': {
    id: 'ecdsa-p256-sha256',
    use: 'signature',
    cryptrec: '公開鍵暗号 署名 ECDSA',
    status: 'live',
  },
  'pbkdf2-hmac-sha512': {
    id: 'pbkdf2-hmac-sha512',
    use: 'key-derivation',
    cryptrec: 'メッセージ認証コード HMAC (SHA-512)',
    status: 'live',
  },
  'hkdf-sha256': {
    id: 'hkdf-sha256',
    use: 'key-derivation',
    cryptrec: 'メッセージ認証コード HMAC (SHA-256)',
    status: 'live',
  },
  'aes-256-gcm': {
    id: 'aes-256-gcm',
    use: 'key-wrapping',
    cryptrec: '共通鍵暗号 AES / 認証付き秘匿モード GCM',
    status: 'live',
  },
  'ecdh-p256': {
    id: 'ecdh-p256',
    use: 'key-agreement',
    cryptrec: '公開鍵暗号 鍵共有 ECDH',
    status: 'live',
  },
  'rsa-3072-oaep-sha256': {
    id: 'rsa-3072-oaep-sha256',
    use: 'key-wrapping',
    cryptrec: '公開鍵暗号 守秘 RSA-OAEP',
    status: 'live',
  },
  'sqlcipher-4-aes-256-cbc-hmac-sha512': {
    id: 'sqlcipher-4-aes-256-cbc-hmac-sha512',
    use: 'encryption',
    cryptrec: '共通鍵暗号 AES / 秘匿モード CBC, HMAC (SHA-512)',
    status: 'live',
  },
  'sqlcipher-4-aes-256-cbc-hmac-sha256': {
    id: 'sqlcipher-4-aes-256-cbc-hmac-sha256',
    use: 'encryption',
    cryptrec: '共通鍵暗号 AES / 秘匿モード CBC, HMAC (SHA-256)',
    status: 'live',
  },
  sha256: { id: 'sha256', use: 'digest', cryptrec: 'ハッシュ関数 SHA-256', status: 'live' },
  'hmac-sha256': {
    id: 'hmac-sha256',
    use: 'message-authentication',
    cryptrec: 'メッセージ認証コード HMAC',
    status: 'live',
  },
} as const satisfies Record<string, Algorithm>;

export type AlgorithmId = keyof typeof ALGORITHMS;

/**
 * Looks an id found in a stored object up. `write` asks for an algorithm that new objects may use, `read` for one that old
 * objects may still be opened with. Answers undefined for an id that is unknown, refused, or of another use.
 */
export function algorithm(
  id: string,
  use: Algorithm['use'],
  purpose: 'read' | 'write',
): AlgorithmId | undefined {
  const found = Object.values(ALGORITHMS).find((candidate) => candidate.id === id);
  if (found === undefined || found.use !== use) return undefined;
  return permits(found, purpose) ? found.id : undefined;
}

function permits({ status }: Algorithm, purpose: 'read' | 'write'): boolean {
  switch (status) {
    case 'live':
      return true;
    case 'read-only':
      return purpose === 'read';
    case 'refused':
      return false;
    default:
      return assertNever(status);
  }
}
