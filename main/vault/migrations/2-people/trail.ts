/**
 * What the trail is filtered by, and its reviews. `grp` is the group of an entry's type (`shared/trail/groups.ts`), `actor` the
 * 16 bytes of an account's id, or the text of an actor that is no account. Nothing is numbered by its first appearance: when a
 * payload is erased, what stands beside it stays the same as a replay makes it. Times need no index: the chain is in their order,
 * and `trail_anomaly` says where it is not. The views are made anew from the chain after this.
 */
export const trailTables = `
CREATE TABLE trail_group (
  grp INTEGER NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (grp, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE trail_actor (
  actor BLOB NOT NULL,
  grp INTEGER NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (actor, grp, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE trail_notable (
  place INTEGER PRIMARY KEY,
  type TEXT NOT NULL
) STRICT;
CREATE TABLE trail_review (
  place INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL
) STRICT;
`;
