import type { ReadDb, WriteDb } from './db.ts';

/** A handle of its own that has to be closed. */
export interface Borrowed {
  readonly db: WriteDb;
  close(): void;
}

/** The open ledger file: one connection that writes, one that reads beside it without waiting for it (WAL). */
export interface Ledger {
  readonly write: WriteDb;
  readonly read: ReadDb;
  /** Folder the file stands in. */
  readonly folder: string;
  readonly file: string;
  /**
   * A connection of its own on which a read transaction is open: it sees the ledger as it was at this moment, however long
   * it is kept, while others go on writing. It can make temporary tables, and is not to write anything else.
   */
  snapshot(): Borrowed;
  /** An empty ledger file with the same tables, under a key of its own that nobody keeps; gone when it is closed. */
  scratch(): Borrowed;
  /** Closes both connections. Using a handle afterwards throws. */
  close(): void;
}
