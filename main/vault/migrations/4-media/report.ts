/**
 * What the monthly report counts. `media_report_count` holds every number by month (yyyymm in Japan), line, part and area, so that a
 * report reads a few hundred rows however long the ledger is. The other tables say what of a request, a medium, a difference or a stocktake is
 * counted at present, so that it can be counted anew when it changes, and no longer once it is erased.
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

  -- What was counted of a request or a medium of the register (subject: its id) beside what follows from the other tables.
  CREATE TABLE media_report_tally (
    subject TEXT NOT NULL,
    month INTEGER NOT NULL,
    line TEXT NOT NULL,
    part TEXT NOT NULL,
    area TEXT NOT NULL,
    n INTEGER NOT NULL CHECK (n > 0),
    PRIMARY KEY (subject, month, line, part, area)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE media_report_difference (
    listing TEXT PRIMARY KEY,
    request TEXT NOT NULL,
    month INTEGER NOT NULL,
    area TEXT NOT NULL,
    settled INTEGER NOT NULL,
    added INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    changed INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX media_report_difference_request ON media_report_difference (request);

  -- A stocktake counts while a line of it stands: n of them, in media_report_stocktaken.
  CREATE TABLE media_report_stocktake (
    stocktake TEXT PRIMARY KEY,
    month INTEGER NOT NULL,
    n INTEGER NOT NULL CHECK (n > 0)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE media_report_stocktaken (
    medium TEXT NOT NULL,
    stocktake TEXT NOT NULL,
    n INTEGER NOT NULL CHECK (n > 0),
    PRIMARY KEY (medium, stocktake)
  ) STRICT, WITHOUT ROWID;
`;
