/**
 * Templates of routine work. What `media_template` says is of the version in force, or of the last one where none is; `draft` waits for
 * an officer, and was begun with version `draft_from`. Numbers are compared folded, over every version of every template.
 */
export const templateTables = `
  CREATE TABLE media_template (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    number TEXT NOT NULL,
    number_key TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    in_force INTEGER,
    draft INTEGER,
    draft_from INTEGER,
    latest INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX media_template_number ON media_template (number_key);

  CREATE TABLE media_template_version (
    template TEXT NOT NULL,
    version INTEGER NOT NULL,
    number_fold TEXT NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    reason TEXT NOT NULL,
    content TEXT NOT NULL,
    digest TEXT NOT NULL,
    enforced_place INTEGER,
    enforced_at INTEGER,
    enforced_by TEXT,
    PRIMARY KEY (template, version)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX media_template_version_number ON media_template_version (number_fold);
`;
