/** What was looked at on media: checks against malware, content lists, what officers decided on both. */
export const inspectionTables = `
  -- Since which entry a request is about this medium: what was looked at before was another.
  CREATE TABLE media_inspected (
    request TEXT PRIMARY KEY,
    medium TEXT NOT NULL,
    since INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX media_inspected_medium ON media_inspected (medium);

  -- place: of the entry of the chain.
  CREATE TABLE media_check (
    place INTEGER PRIMARY KEY,
    request TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('here', 'elsewhere')),
    files INTEGER,
    more INTEGER NOT NULL,
    record TEXT NOT NULL
  ) STRICT;
  CREATE INDEX media_check_request ON media_check (request, place);

  CREATE TABLE media_findings (
    place INTEGER PRIMARY KEY,
    request TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('entry', 'exit')),
    check_seq INTEGER NOT NULL,
    decision TEXT NOT NULL,
    reason TEXT NOT NULL
  ) STRICT;
  CREATE INDEX media_findings_request ON media_findings (request, place);

  -- no: place of the entry with its first part. place and what follows from source on is null until all parts are there. dropped: they never will be.
  CREATE TABLE media_listing (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    place INTEGER,
    request TEXT,
    at INTEGER,
    actor TEXT,
    way TEXT CHECK (way IN ('entry', 'exit')),
    source TEXT,
    files INTEGER,
    bytes INTEGER,
    problems INTEGER,
    digest TEXT,
    dropped INTEGER NOT NULL DEFAULT 0 CHECK (dropped IN (0, 1)),
    -- Its files are gone: they were erased under retention.
    erased INTEGER NOT NULL DEFAULT 0 CHECK (erased IN (0, 1)),
    -- On the way out: the list it was compared with (null: none), and how many files differ.
    before INTEGER,
    added INTEGER,
    removed INTEGER,
    changed INTEGER
  ) STRICT;
  CREATE INDEX media_listing_request ON media_listing (request, place);
  CREATE INDEX media_listing_before ON media_listing (before) WHERE before IS NOT NULL;

  CREATE TABLE media_listed_file (
    listing INTEGER NOT NULL,
    n INTEGER NOT NULL,
    path TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 BLOB,
    modified INTEGER NOT NULL,
    problem TEXT,
    PRIMARY KEY (listing, n)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX media_listed_file_path ON media_listed_file (listing, path);

  -- What differs on the way out from the way in: the numbers of the file in each list.
  CREATE TABLE media_difference (
    listing INTEGER NOT NULL,
    n INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('added', 'removed', 'changed')),
    before_n INTEGER,
    after_n INTEGER,
    PRIMARY KEY (listing, n)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE media_difference_settled (
    listing INTEGER PRIMARY KEY,
    place INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL
  ) STRICT;
`;
