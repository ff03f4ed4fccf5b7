/** Views of the accounts' events, and what of the sign-in stands outside the chain. */
export const accountsTables = `
CREATE TABLE accounts_site (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  room TEXT NOT NULL,
  signing_key TEXT NOT NULL,
  signature_algorithm TEXT NOT NULL
) STRICT;

CREATE TABLE accounts_account (
  id TEXT PRIMARY KEY,
  identifier TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  reading TEXT NOT NULL,
  roles TEXT NOT NULL,
  signing_key TEXT,
  signature_algorithm TEXT,
  must_change_password INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  last_sign_in INTEGER,
  previous_sign_in INTEGER,
  failed_since INTEGER NOT NULL DEFAULT 0,
  failed_new INTEGER NOT NULL DEFAULT 0
) STRICT;
`;
