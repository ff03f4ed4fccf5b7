/**
 * What the monthly report counts. `media_report_count` holds every number by month (yyyymm in Japan), line, part and area, so that a
 * report reads a few hundred rows however long the ledger is. The other tables say what of a request, a difference or a stocktake is
 * counted at present, so that it can be counted anew when it changes.
 */
export const reportTables = `
  CREATE TABLE media_report_count (
    month INTEGER NOT NULL,
    line TEXT NOT NULL,
    part TEXT NOT NULL,
    area TEXT NOT NULL,
    n INTEGER NOT NULL CHECK (n > 0),
    PRIMARY KEY (month, line, part, area)
  ) STRICT, WITHOUT ROWID;

  -- no: as in media_request. decided_at: when an emergency was no longer undecided.
  CREATE TABLE media_report_request (
    no INTEGER PRIMARY KEY,
    month INTEGER NOT NULL,
    area TEXT NOT NULL,
    kind TEXT NOT NULL,
    rule TEXT NOT NULL,
    state TEXT NOT NULL,
    decide_by INTEGER,
    decided_at INTEGER
  ) STRICT;
  CREATE INDEX media_report_request_list ON media_report_request (kind, rule, state, month);
  CREATE INDEX media_report_request_emergency ON media_report_request (month) WHERE decide_by IS NOT NULL;
  CREATE INDEX media_report_request_endorsed ON media_report_request (no) WHERE state = 'endorsed';

  CREATE TABLE media_report_difference (
    listing TEXT PRIMARY KEY,
    month INTEGER NOT NULL,
    area TEXT NOT NULL,
    settled INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE media_report_stocktake (
    stocktake TEXT PRIMARY KEY
  ) STRICT, WITHOUT ROWID;
`;
