import type { KeysOverview } from '../../shared/accounts/model.ts';
import { ALGORITHMS } from '../../shared/kernel/algorithms.ts';
import type { SessionContext } from '../context.ts';
import { ownHead } from '../trail/append.ts';
import {
  actorNames,
  personKeys,
  policyOf,
  recoveryPairs,
  rotationDue,
  rotationOf,
  siteKeys,
} from './queries.ts';

/** What the keyslot file and the ledger tell of the site's keys and of the algorithms in use. */
export function keysOverview({ read, keys }: Pick<SessionContext, 'read' | 'keys'>): KeysOverview {
  const { epoch, encryption, site, slots, recovery } = keys();
  const { rotatedAt } = rotationOf(read);
  const nameOf = actorNames(read);
  const { ledgerEncryption, signatureSuite } = policyOf(read);
  const holders = slots.length + recovery.length;
  const keysOf = (id: string) =>
    [...personKeys(read), ...siteKeys(read)].filter(({ algorithm }) => algorithm === id).length;
  const objects = (id: keyof typeof ALGORITHMS): number => {
    switch (id) {
      case 'ed25519':
      case 'ecdsa-p256-sha256':
        return keysOf(id);
      case 'pbkdf2-hmac-sha512':
        return slots.length;
      case 'hkdf-sha256':
      case 'aes-256-gcm':
      case 'ecdh-p256':
        return holders;
      case 'sqlcipher-4-aes-256-cbc-hmac-sha512':
      case 'sqlcipher-4-aes-256-cbc-hmac-sha256':
        return id === encryption ? 1 : 0;
      case 'rsa-3072-oaep-sha256':
      case 'hmac-sha256':
        return 1;
      case 'sha256':
        return ownHead(read)?.seq ?? 0;
    }
  };
  return {
    epoch,
    rotatedAt,
    rotationDue: rotationDue(read, encryption),
    ledgerEncryption: { inUse: encryption, settled: ledgerEncryption },
    siteSuite: site.algorithm,
    slots: slots.map(({ accountId, ...slot }) => ({ accountId, name: nameOf(accountId), ...slot })),
    pairs: recoveryPairs(read),
    algorithms: Object.values(ALGORITHMS).map((algorithm) => ({
      ...algorithm,
      settled: algorithm.id === ledgerEncryption || algorithm.id === signatureSuite,
      objects: objects(algorithm.id),
    })),
  };
}
