/**
 * What the trail is filtered by, and its reviews. `grp` is the group of an entry's type (`shared/trail/groups.ts`), `actor` the
 * 16 bytes of an account's id, or the text of an actor that is no account. Nothing is numbered by its first appearance: when a
 * payload is erased, what stands beside it stays the same as a replay makes it. Times need no index: the chain is in their order,
 * and `trail_anomaly` says where it is not.
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

INSERT INTO trail_group (grp, place)
SELECT CASE
    WHEN type IN ('session.opened', 'session.closed', 'session.refused') THEN 1
    WHEN type IN ('site.founded', 'account.created', 'account.passwordChanged') THEN 2
    WHEN type LIKE 'visit.%' THEN 3
    WHEN type LIKE 'area.%' OR type LIKE 'badge.%' THEN 4
    WHEN type = 'trail.verified' THEN 5
    ELSE 6
  END, place
FROM (SELECT place, CAST(bytes AS TEXT) ->> '$.type' AS type FROM chain_payload)
ORDER BY 1, 2;
INSERT INTO trail_actor (actor, grp, place)
SELECT coalesce(unhex(actor, '-'), CAST(actor AS BLOB)), grp, place
FROM (
  SELECT p.place, CAST(p.bytes AS TEXT) ->> '$.actor' AS actor, g.grp
  FROM trail_group g JOIN chain_payload p ON p.place = g.place
)
ORDER BY 1, 2, 3;
INSERT INTO trail_notable (place, type)
SELECT place, type
FROM (
  SELECT place, CAST(bytes AS TEXT) ->> '$.type' AS type, CAST(bytes AS TEXT) ->> '$.data.result' AS result FROM chain_payload
)
WHERE type IN
    ('session.refused', 'clock.anomaly', 'trail.shortfall', 'account.created', 'badge.lost', 'visit.exitUnknown', 'visit.corrected')
  OR (type = 'trail.verified' AND result = 'broken')
ORDER BY 1;
`;
