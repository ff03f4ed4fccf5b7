/**
 * Views of requests, decisions and movements. `media_request.no` is the place of the entry that a request began with; `area`,
 * `requester`, `officer` are ids; what a list does not show stands in `media_request_details`. `media_request_count` holds how many
 * requests there are by what they are looked for (`dim`, see projection/counts.ts), `media_request_block` how many began in each
 * stretch of the chain, so that any page is found and any total said without counting requests.
 */
export const requestTables = `
  CREATE TABLE media_request (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    whereabouts TEXT NOT NULL,
    revision INTEGER NOT NULL,
    digest TEXT NOT NULL,
    rule_by TEXT NOT NULL,
    rule_officers INTEGER NOT NULL,
    rule_reasons TEXT NOT NULL,
    medium_id TEXT,
    medium_kind TEXT,
    medium_name TEXT,
    purpose TEXT NOT NULL,
    bearer TEXT NOT NULL,
    organisation TEXT NOT NULL,
    asset TEXT NOT NULL,
    area TEXT NOT NULL,
    confidentiality INTEGER NOT NULL,
    from_at INTEGER NOT NULL,
    until_at INTEGER NOT NULL,
    due INTEGER NOT NULL,
    requester TEXT NOT NULL,
    requested_at INTEGER NOT NULL,
    decide_by INTEGER,
    visit_id TEXT,
    handed INTEGER NOT NULL,
    quarantined INTEGER NOT NULL,
    carried_at INTEGER,
    ended_at INTEGER,
    holder TEXT NOT NULL,
    seal TEXT NOT NULL,
    template TEXT,
    template_version INTEGER
  ) STRICT;
  CREATE INDEX media_request_state ON media_request (state);
  CREATE INDEX media_request_state_kind ON media_request (state, kind);
  CREATE INDEX media_request_state_from ON media_request (state, from_at);
  CREATE INDEX media_request_kind ON media_request (kind);
  CREATE INDEX media_request_medium ON media_request (medium_id) WHERE medium_id IS NOT NULL;
  CREATE INDEX media_request_bearer ON media_request (bearer);
  CREATE INDEX media_request_organisation ON media_request (organisation);
  CREATE INDEX media_request_asset ON media_request (asset);
  CREATE INDEX media_request_requester ON media_request (requester);
  CREATE INDEX media_request_template ON media_request (template) WHERE template IS NOT NULL;
  CREATE INDEX media_request_visit ON media_request (visit_id) WHERE visit_id IS NOT NULL;
  CREATE INDEX media_request_inside ON media_request (due) WHERE whereabouts = 'inside';
  CREATE INDEX media_request_outside ON media_request (due) WHERE whereabouts = 'outside';
  CREATE INDEX media_request_not_yet ON media_request (until_at) WHERE whereabouts = 'not-yet';

  CREATE TABLE media_request_details (
    no INTEGER PRIMARY KEY,
    details TEXT NOT NULL,
    emergency_reason TEXT,
    allowed_by TEXT
  ) STRICT;

  CREATE TABLE media_decision (
    place INTEGER PRIMARY KEY,
    request INTEGER NOT NULL,
    officer TEXT NOT NULL,
    at INTEGER NOT NULL,
    decision TEXT NOT NULL,
    conditions TEXT NOT NULL,
    reason TEXT NOT NULL,
    revision INTEGER NOT NULL,
    digest TEXT NOT NULL,
    counts INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX media_decision_request ON media_decision (request);

  CREATE TABLE media_request_officer (
    officer TEXT NOT NULL,
    request INTEGER NOT NULL,
    PRIMARY KEY (officer, request)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX media_request_officer_request ON media_request_officer (request);

  CREATE TABLE media_request_count (
    dim INTEGER NOT NULL,
    value TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    n INTEGER NOT NULL CHECK (n > 0),
    PRIMARY KEY (dim, value, kind, state)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE media_request_block (
    block INTEGER PRIMARY KEY,
    n INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE media_request_word (
    field TEXT NOT NULL,
    key TEXT NOT NULL,
    text TEXT NOT NULL,
    n INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (field, key, text)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE media_request_draft (
    account TEXT NOT NULL,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    form TEXT NOT NULL,
    PRIMARY KEY (account, id)
  ) STRICT, WITHOUT ROWID;
`;
