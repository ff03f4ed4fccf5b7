import { dirname } from 'node:path';
import { type Connection, pagesAreSound } from './connection.ts';
import type { ReadDb, WriteDb } from './db.ts';
import { wipe } from './keys.ts';
import type { Borrowed, Ledger } from './ledger.ts';

interface Connections {
  readonly writer: Connection;
  readonly reader: Connection;
  readonly key: Buffer;
}

const connections = new WeakMap<Ledger, Connections>();

/** How a ledger opens connections beside its two. */
export interface Lender {
  snapshot(): Connection;
  scratch(): Borrowed;
}

/** Narrows two open connections to the handles that other rooms get. Takes the key over and wipes it on closing. */
export function ledgerOf(file: string, own: Connections, lender: Lender): Ledger {
  const lent = new Set<Borrowed>();
  const lend = (db: WriteDb, close: () => void): Borrowed => {
    const borrowed: Borrowed = {
      db,
      close() {
        if (lent.delete(borrowed)) close();
      },
    };
    lent.add(borrowed);
    return borrowed;
  };
  const ledger: Ledger = {
    write: writeHandle(own.writer),
    read: readHandle(own.reader),
    folder: dirname(file),
    file,
    snapshot() {
      connectionsOf(ledger);
      const connection = lender.snapshot();
      return lend(writeHandle(connection), () => void connection.close());
    },
    scratch() {
      connectionsOf(ledger);
      const scratch = lender.scratch();
      return lend(scratch.db, () => scratch.close());
    },
    close() {
      if (!connections.delete(ledger)) return;
      try {
        for (const borrowed of lent) borrowed.close();
        // The connection closed last empties the WAL into the file, and the reader cannot.
        own.reader.close();
        own.writer.close();
      } finally {
        wipe(own.key);
      }
    },
  };
  connections.set(ledger, own);
  return ledger;
}

/** The connections and the key behind an open ledger: for the vault alone. Throws once it is closed. */
export function connectionsOf(ledger: Ledger): Connections {
  const found = connections.get(ledger);
  if (found === undefined) throw new TypeError('ledger: closed');
  return found;
}

/** Whether a ledger has not been closed. */
export function isOpen(ledger: Ledger): boolean {
  return connections.has(ledger);
}

/** Whether every page of the ledger in use is sound. Reads the whole file beside the writer: seconds for a large one. */
export function checkPages(ledger: Ledger): boolean {
  return pagesAreSound(connectionsOf(ledger).reader);
}

// Not the connections themselves, whose `serialize()` hands out plaintext.
function readHandle(db: Connection): ReadDb {
  return { prepare: (sql) => db.prepare(sql) };
}

/** The narrow handle of a connection that writes. */
export function writeHandle(db: Connection): WriteDb {
  return {
    prepare: (sql) => db.prepare(sql),
    exec: (sql) => {
      db.exec(sql);
    },
    get inTransaction() {
      return db.inTransaction;
    },
  };
}
