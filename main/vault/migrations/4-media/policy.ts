/** What an officer has settled for media. */
export const policyTables = `
  CREATE TABLE media_policy (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    policy TEXT NOT NULL
  ) STRICT;
`;
