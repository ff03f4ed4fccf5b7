/**
 * Retention and erasure (guideline 3.5 (4) 保存期間). What an erasure takes away must leave no trace in the numbers of what
 * stays, so a visit's number becomes the place of the entry it began with, and a person is known by a digest of kind, name and
 * organisation instead of a running number. The views are made anew from the chain after this.
 *
 * `trail_erased` holds the stretches of places whose payloads were erased; the trigger lets those payloads go and no others.
 * `trail_residue`, outside the chain, says that the file is to be written anew when it is opened next.
 */
export const retentionTables = `
DROP TABLE entries_visit;
CREATE TABLE entries_visit (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  area INTEGER NOT NULL,
  person TEXT NOT NULL,
  sort_at INTEGER NOT NULL,
  expected_from INTEGER,
  expected_until INTEGER,
  entered_at INTEGER,
  exited_at INTEGER,
  badge INTEGER,
  badge_open INTEGER NOT NULL,
  group_id TEXT,
  corrected INTEGER NOT NULL,
  imported INTEGER NOT NULL,
  identity TEXT NOT NULL,
  name TEXT NOT NULL,
  reading TEXT NOT NULL,
  organisation TEXT NOT NULL,
  purpose TEXT NOT NULL,
  host TEXT NOT NULL,
  escort TEXT NOT NULL,
  belongings TEXT NOT NULL,
  work_reference TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX entries_visit_time ON entries_visit (sort_at);
CREATE INDEX entries_visit_inside ON entries_visit (person, expected_until) WHERE state = 'inside';
CREATE INDEX entries_visit_expected ON entries_visit (person, sort_at) WHERE state = 'expected';
CREATE INDEX entries_visit_unknown ON entries_visit (sort_at) WHERE state = 'unknown';
CREATE INDEX entries_visit_group ON entries_visit (group_id) WHERE group_id IS NOT NULL;

DROP TABLE entries_known;
CREATE TABLE entries_known (
  person TEXT PRIMARY KEY,
  name_fold TEXT NOT NULL,
  kind TEXT NOT NULL,
  reading_key TEXT NOT NULL,
  organisation_key TEXT NOT NULL,
  name TEXT NOT NULL,
  reading TEXT NOT NULL,
  organisation TEXT NOT NULL,
  purpose TEXT NOT NULL,
  host TEXT NOT NULL,
  escort TEXT NOT NULL,
  identity TEXT NOT NULL,
  area INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  visits INTEGER NOT NULL CHECK (visits > 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX entries_known_name ON entries_known (name_fold);
CREATE INDEX entries_known_reading ON entries_known (reading_key);
CREATE INDEX entries_known_organisation ON entries_known (organisation_key);

CREATE TABLE trail_period (
  ledger TEXT NOT NULL,
  kind TEXT NOT NULL,
  years INTEGER CHECK (years > 0),
  at INTEGER NOT NULL,
  proposal TEXT NOT NULL,
  confirmed_by TEXT NOT NULL,
  PRIMARY KEY (ledger, kind)
) STRICT, WITHOUT ROWID;
CREATE TABLE trail_erasure (
  place INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  ledger TEXT NOT NULL,
  kind TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  subjects INTEGER NOT NULL,
  entries INTEGER NOT NULL,
  proposal TEXT NOT NULL,
  confirmed_by TEXT NOT NULL
) STRICT;
CREATE TABLE trail_erased (
  first INTEGER PRIMARY KEY,
  last INTEGER NOT NULL,
  erasure INTEGER NOT NULL,
  CHECK (first <= last AND last < erasure)
) STRICT;
CREATE TABLE trail_residue (one INTEGER PRIMARY KEY CHECK (one = 1)) STRICT;

DROP TRIGGER chain_payload_no_delete;
CREATE TRIGGER chain_payload_no_delete BEFORE DELETE ON chain_payload
WHEN coalesce((SELECT last FROM trail_erased WHERE first <= OLD.place ORDER BY first DESC LIMIT 1), 0) < OLD.place
BEGIN SELECT raise(ABORT, 'chain: delete'); END;
CREATE TRIGGER chain_payload_no_return BEFORE INSERT ON chain_payload
WHEN coalesce((SELECT last FROM trail_erased WHERE first <= NEW.place ORDER BY first DESC LIMIT 1), 0) >= NEW.place
BEGIN SELECT raise(ABORT, 'chain: erased'); END;
`;
