/**
 * Views of the vault's events. `vault_backup`: what was done with backups, one row an entry; what does not apply to a kind is null.
 */
export const vaultTables = `
CREATE TABLE vault_backup (
  place INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('made', 'failed', 'drilled', 'restored')),
  name TEXT,
  folder TEXT,
  bytes INTEGER,
  size INTEGER,
  head TEXT,
  result TEXT,
  missing INTEGER
) STRICT;
CREATE INDEX vault_backup_kind ON vault_backup (kind, place);

CREATE TABLE vault_schedule (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  folder TEXT NOT NULL,
  every_hours INTEGER NOT NULL,
  keep INTEGER NOT NULL
) STRICT;
`;
