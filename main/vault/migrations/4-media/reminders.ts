/** Reminders of media that are due, and due times that were put off. `place` is of their entries of the chain, `request` an id. */
export const reminderTables = `
  CREATE TABLE media_reminder (
    place INTEGER PRIMARY KEY,
    request TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    whom TEXT NOT NULL,
    how TEXT NOT NULL,
    said TEXT NOT NULL,
    next INTEGER
  ) STRICT;
  CREATE INDEX media_reminder_request ON media_reminder (request, place);

  CREATE TABLE media_put_off (
    place INTEGER PRIMARY KEY,
    request TEXT NOT NULL,
    at INTEGER NOT NULL,
    officer TEXT NOT NULL,
    before INTEGER NOT NULL,
    due INTEGER NOT NULL,
    reason TEXT NOT NULL
  ) STRICT;
  CREATE INDEX media_put_off_request ON media_put_off (request, place);
`;
