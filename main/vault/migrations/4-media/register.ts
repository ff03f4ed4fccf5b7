/**
 * The register of media. `number_fold` makes numbers unique, `number_key` sorts them as people count, `folded` is what the search
 * looks through: each field folded, between separators that no text holds. `request` is that under which a medium is out, or was
 * when it was lost. `media_register_request` says which medium of the register a request is about. `media_register_count` says how many there are of each state and kind, keeper and place.
 */
export const registerTables = `
  CREATE TABLE media_register (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    number TEXT NOT NULL,
    number_fold TEXT NOT NULL UNIQUE,
    number_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    maker TEXT NOT NULL,
    model TEXT NOT NULL,
    serial TEXT NOT NULL,
    capacity TEXT NOT NULL,
    encryption TEXT NOT NULL,
    keeper TEXT NOT NULL,
    place TEXT NOT NULL,
    seal TEXT NOT NULL,
    up_to INTEGER NOT NULL,
    note TEXT NOT NULL,
    folded TEXT NOT NULL,
    state TEXT NOT NULL,
    registered_at INTEGER NOT NULL,
    stocktaken_at INTEGER,
    missed_at INTEGER,
    erased_at INTEGER,
    request TEXT
  ) STRICT;
  CREATE INDEX media_register_number ON media_register (number_key);
  CREATE INDEX media_register_state ON media_register (state, number_key);
  CREATE INDEX media_register_kind ON media_register (kind, number_key);
  CREATE INDEX media_register_both ON media_register (state, kind, number_key);
  CREATE INDEX media_register_place ON media_register (place, number_key) WHERE state <> 'destroyed';

  CREATE TABLE media_register_count (
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    n INTEGER NOT NULL CHECK (n > 0),
    PRIMARY KEY (field, value)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE media_register_request (
    request TEXT PRIMARY KEY,
    medium TEXT NOT NULL,
    destination TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX media_register_request_medium ON media_register_request (medium);

  CREATE TABLE media_stocktake_draft (
    account TEXT PRIMARY KEY,
    draft TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;
