/**
 * Media in quarantine, and those that were. `place` and `end_place` are of entries of the chain, `medium` is what the request was about as
 * `media_inspected` has it, `ending` the JSON of how it ended.
 */
export const quarantineTables = `
  CREATE TABLE media_quarantine (
    place INTEGER PRIMARY KEY,
    request TEXT NOT NULL,
    medium TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('entry', 'exit')),
    check_seq INTEGER NOT NULL,
    kept_at TEXT NOT NULL,
    seal TEXT NOT NULL,
    taken_from TEXT NOT NULL,
    keeper TEXT NOT NULL,
    end_place INTEGER,
    end_at INTEGER,
    end_actor TEXT,
    end_check INTEGER,
    ending TEXT,
    reason TEXT
  ) STRICT;
  CREATE INDEX media_quarantine_request ON media_quarantine (request, place);
  CREATE INDEX media_quarantine_held ON media_quarantine (place) WHERE end_place IS NULL;
  CREATE INDEX media_quarantine_medium ON media_quarantine (medium) WHERE end_place IS NULL;
`;
