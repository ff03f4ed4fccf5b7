/**
 * Views of the entry log. `entries_visit.no` is the running number, in the order of recording; `sort_at` is the time in, or
 * the time announced. `entries_count` holds how many visits there are per day (span 0) and per 32 days (span 1) so that any
 * page of the history is found, and any total said, without counting visits. Full-text index: see `main/search/index.ts`.
 */
export const entriesTables = `
CREATE TABLE entries_area (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  reading TEXT NOT NULL,
  level INTEGER NOT NULL,
  escort TEXT NOT NULL,
  badge INTEGER NOT NULL,
  identity INTEGER NOT NULL,
  guidance TEXT NOT NULL,
  retired INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE entries_badge (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  level INTEGER NOT NULL,
  state TEXT NOT NULL,
  visit INTEGER
) STRICT;

CREATE TABLE entries_visit (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  area INTEGER NOT NULL,
  person INTEGER NOT NULL,
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

CREATE TABLE entries_count (
  span INTEGER NOT NULL,
  bucket INTEGER NOT NULL,
  area INTEGER NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n > 0),
  PRIMARY KEY (span, bucket, area, kind, state)
) STRICT, WITHOUT ROWID;

CREATE TABLE entries_known (
  no INTEGER PRIMARY KEY,
  name_fold TEXT NOT NULL,
  organisation_fold TEXT NOT NULL,
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
) STRICT;
CREATE UNIQUE INDEX entries_known_person ON entries_known (name_fold, organisation_fold, kind);
CREATE INDEX entries_known_reading ON entries_known (reading_key);
CREATE INDEX entries_known_organisation ON entries_known (organisation_key);

CREATE TABLE entries_word (
  field TEXT NOT NULL,
  key TEXT NOT NULL,
  text TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n > 0),
  last_at INTEGER NOT NULL,
  PRIMARY KEY (field, key, text)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE entries_search USING fts5(
  folded, exact, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1'
);
INSERT INTO entries_search (entries_search, rank) VALUES ('pgsz', 3900);
CREATE TABLE entries_search_wait (
  doc INTEGER PRIMARY KEY,
  fields TEXT NOT NULL,
  indexed INTEGER NOT NULL
) STRICT;

CREATE TABLE entries_draft (
  account TEXT PRIMARY KEY,
  draft TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
