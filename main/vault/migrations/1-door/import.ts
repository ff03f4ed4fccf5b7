/** How files with the same headers were last taken in, so that the mapping need not be made twice. Stands outside the chain. */
export const importTables = `
CREATE TABLE entries_import_mapping (
  headers BLOB PRIMARY KEY CHECK (length(headers) = 32),
  mapping TEXT NOT NULL,
  used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
