/** How lists with the same headers were last taken into the register, so that the mapping need not be made twice. Stands outside the chain. */
export const listTables = `
  CREATE TABLE media_list_mapping (
    headers BLOB PRIMARY KEY CHECK (length(headers) = 32),
    mapping TEXT NOT NULL,
    used_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;
