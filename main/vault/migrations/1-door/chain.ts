/**
 * The chain (security.md). `place` orders entries of all sites in one key: site * 2^40 + seq, so that the rows of one chain
 * lie together and each table needs no second index.
 */
export const chainTables = `
CREATE TABLE chain_site (
  no INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  own INTEGER NOT NULL CHECK (own IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX chain_site_own ON chain_site (own) WHERE own = 1;

CREATE TABLE chain_entry (
  place INTEGER PRIMARY KEY,
  site INTEGER NOT NULL REFERENCES chain_site (no),
  seq INTEGER NOT NULL CHECK (seq > 0),
  prev BLOB NOT NULL CHECK (length(prev) = 32),
  payload BLOB NOT NULL CHECK (length(payload) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  CHECK (place = site * 1099511627776 + seq)
) STRICT;

CREATE TABLE chain_payload (
  place INTEGER PRIMARY KEY REFERENCES chain_entry (place),
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE chain_checkpoint (
  size INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TRIGGER chain_entry_follows BEFORE INSERT ON chain_entry
WHEN NEW.seq <> coalesce((SELECT seq FROM chain_entry WHERE place > NEW.site * 1099511627776 AND place < (NEW.site + 1) * 1099511627776 ORDER BY place DESC LIMIT 1), 0) + 1
BEGIN SELECT raise(ABORT, 'chain: sequence'); END;
CREATE TRIGGER chain_site_no_update BEFORE UPDATE ON chain_site BEGIN SELECT raise(ABORT, 'chain: update'); END;
CREATE TRIGGER chain_site_no_delete BEFORE DELETE ON chain_site BEGIN SELECT raise(ABORT, 'chain: delete'); END;
CREATE TRIGGER chain_entry_no_update BEFORE UPDATE ON chain_entry BEGIN SELECT raise(ABORT, 'chain: update'); END;
CREATE TRIGGER chain_entry_no_delete BEFORE DELETE ON chain_entry BEGIN SELECT raise(ABORT, 'chain: delete'); END;
CREATE TRIGGER chain_payload_no_update BEFORE UPDATE ON chain_payload BEGIN SELECT raise(ABORT, 'chain: update'); END;
CREATE TRIGGER chain_payload_no_delete BEFORE DELETE ON chain_payload BEGIN SELECT raise(ABORT, 'chain: delete'); END;
CREATE TRIGGER chain_checkpoint_no_update BEFORE UPDATE ON chain_checkpoint BEGIN SELECT raise(ABORT, 'chain: update'); END;
CREATE TRIGGER chain_checkpoint_no_delete BEFORE DELETE ON chain_checkpoint BEGIN SELECT raise(ABORT, 'chain: delete'); END;

CREATE TABLE trail_subject (
  subject TEXT NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (subject, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE trail_anomaly (
  place INTEGER PRIMARY KEY,
  previous INTEGER NOT NULL,
  now INTEGER NOT NULL
) STRICT;
CREATE TABLE trail_shortfall (
  place INTEGER PRIMARY KEY,
  expected INTEGER NOT NULL,
  found INTEGER NOT NULL
) STRICT;
`;
