/** What people and keys add to the views of accounts. */
export const accountsTables = `
ALTER TABLE accounts_account ADD COLUMN state TEXT NOT NULL DEFAULT 'active';
ALTER TABLE accounts_account ADD COLUMN state_since INTEGER NOT NULL DEFAULT 0;
ALTER TABLE accounts_account ADD COLUMN hours TEXT;
ALTER TABLE accounts_account ADD COLUMN password_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE accounts_account ADD COLUMN key_wanted INTEGER NOT NULL DEFAULT 0;
UPDATE accounts_account SET state_since = created_at, password_at = created_at;

CREATE TABLE accounts_key (
  place INTEGER PRIMARY KEY,
  account TEXT NOT NULL,
  algorithm TEXT NOT NULL,
  key TEXT NOT NULL
) STRICT;
CREATE INDEX accounts_key_account ON accounts_key (account, place);
INSERT INTO accounts_key (place, account, algorithm, key)
  SELECT (SELECT min(place) FROM trail_subject WHERE subject = 'account:' || id), id, signature_algorithm, signing_key
  FROM accounts_account WHERE signing_key IS NOT NULL;

CREATE TABLE accounts_site_key (
  place INTEGER PRIMARY KEY,
  algorithm TEXT NOT NULL,
  key TEXT NOT NULL
) STRICT;
INSERT INTO accounts_site_key (place, algorithm, key)
  SELECT (SELECT min(place) FROM trail_subject WHERE subject = 'site:' || code), signature_algorithm, signing_key FROM accounts_site;

CREATE TABLE accounts_proposal (
  id TEXT PRIMARY KEY,
  place INTEGER NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  content TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  decided_by TEXT,
  decided_at INTEGER,
  reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX accounts_proposal_open ON accounts_proposal (place) WHERE state = 'open';

CREATE TABLE accounts_policy (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  policy TEXT NOT NULL,
  place INTEGER NOT NULL
) STRICT;

CREATE TABLE accounts_check (
  place INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  account TEXT NOT NULL
) STRICT;

CREATE TABLE accounts_recovery (
  pair INTEGER PRIMARY KEY,
  generation INTEGER NOT NULL,
  custodian_a TEXT NOT NULL,
  custodian_b TEXT NOT NULL,
  issued_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  drilled_at INTEGER,
  drill_result TEXT
) STRICT;

CREATE TABLE accounts_rotation (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  epoch INTEGER NOT NULL,
  rotated_at INTEGER,
  due_since INTEGER,
  due_why TEXT
) STRICT;
`;
