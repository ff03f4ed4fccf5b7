/**
 * What ties the ledger to its keyslot file: the digest of the file that belongs to it, so that an older one put back is seen,
 * and, while the file is being replaced, the bytes of the new one.
 */
export const vaultTables = `
CREATE TABLE vault_keys (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  next BLOB
) STRICT;
`;
