/**
 * What an erasure of media records asks: requests by the day they came to an end, or else their period did; since when a medium of the register is destroyed
 * or lost; requests by where they went, to count that word anew.
 */
export const mediaRetentionTables = `
  CREATE INDEX media_request_year ON media_request (coalesce(ended_at, until_at), no);
  CREATE INDEX media_request_destination ON media_request_details (details ->> '$.destination')
    WHERE details ->> '$.destination' <> '';

  CREATE INDEX media_listing_unended ON media_listing (no) WHERE place IS NULL;

  CREATE TABLE media_retired (
    medium TEXT PRIMARY KEY,
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX media_retired_at ON media_retired (at);
`;
