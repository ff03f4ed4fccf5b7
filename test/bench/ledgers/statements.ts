import type { Connection } from '../../../main/vault/connection.ts';
import type { ReadDb } from '../../../main/vault/db.ts';

/** One statement as it was run: its SQL, how it was read, and its values. */
export interface Statement {
  readonly sql: string;
  readonly how: 'get' | 'all';
  readonly values: readonly unknown[];
}

/** The handle with every statement that it reads told, values and all. */
export function listen(db: ReadDb, tell: (statement: Statement) => void): ReadDb {
  return {
    prepare(sql) {
      const statement = db.prepare(sql);
      const read =
        (how: 'get' | 'all') =>
        (...values: unknown[]) => {
          tell({ sql, how, values });
          return how === 'get' ? statement.get(...values) : statement.all(...values);
        };
      return Object.assign(Object.create(statement), { get: read('get'), all: read('all') });
    },
  };
}

/** A function that runs the same statements bare, prepared beforehand. */
export function replayer(db: Connection, statements: readonly Statement[]): () => void {
  const prepared = statements.map(({ sql, how, values }) => {
    const statement = db.prepare(sql);
    return how === 'get' ? () => statement.get(...values) : () => statement.all(...values);
  });
  return () => {
    for (const read of prepared) read();
  };
}
