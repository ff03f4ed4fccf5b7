import type Database from 'better-sqlite3';

declare const MODE: unique symbol;

/** A prepared statement, as better-sqlite3 makes it. */
export type Statement = Database.Statement;

/** A handle that only reads: queries take this one. Its connection has `query_only` on. */
export interface ReadDb {
  readonly [MODE]?: 'read' | 'write';
  prepare(sql: string): Statement;
}

/** The one handle that writes: only `main/trail/change.ts` opens transactions on it, and commands and projections get it. */
export interface WriteDb extends ReadDb {
  readonly [MODE]?: 'write';
  exec(sql: string): unknown;
  readonly inTransaction: boolean;
}

const prepared = new WeakMap<ReadDb, Map<string, Statement>>();

/** The prepared statement for this SQL on this handle, prepared once and kept as long as the handle lives. */
export function sql(db: ReadDb, text: string): Statement {
  let statements = prepared.get(db);
  if (statements === undefined) {
    statements = new Map();
    prepared.set(db, statements);
  }
  let statement = statements.get(text);
  if (statement === undefined) {
    statement = db.prepare(text);
    statements.set(text, statement);
  }
  return statement;
}

/** Runs a statement that answers at most one row. The row's shape is the caller's promise about its own SQL. */
export function row<R>(db: ReadDb, text: string, ...values: readonly unknown[]): R | undefined {
  return sql(db, text).get(...values) as R | undefined;
}

/** Runs a statement that answers rows. Never ask for thousands: page. */
export function rows<R>(db: ReadDb, text: string, ...values: readonly unknown[]): R[] {
  return sql(db, text).all(...values) as R[];
}

/** Runs a statement that writes. */
export function run(db: WriteDb, text: string, ...values: readonly unknown[]): void {
  sql(db, text).run(...values);
}
