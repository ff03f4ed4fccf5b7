/**
 * Where entries wait until those of their block (`main/trail/waiting.ts`) go together into what the trail is filtered by: an
 * entry that goes alone costs a page of the file in each of those tables. `trail_about` answers the places of a subject, those
 * that wait as well. The views are made anew from the chain after this.
 */
export const trailTables = `
CREATE TABLE trail_wait (
  place INTEGER PRIMARY KEY,
  grp INTEGER NOT NULL,
  actor BLOB NOT NULL,
  subject TEXT NOT NULL
) STRICT;
CREATE VIEW trail_about (subject, place) AS
  SELECT subject, place FROM trail_subject UNION ALL SELECT subject, place FROM trail_wait;
`;
