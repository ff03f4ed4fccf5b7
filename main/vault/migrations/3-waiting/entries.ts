/**
 * New visits whose people and words are remembered together with those of their block (`main/entries/projection/recent.ts`):
 * remembered alone, a visit costs nine pages of the file. `at` is when the person was at the door.
 */
export const entriesTables = `
CREATE TABLE entries_recent (
  no INTEGER PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT;
`;
