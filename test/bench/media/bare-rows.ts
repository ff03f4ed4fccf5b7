import { openBare } from '../ledgers/bare.ts';
import { timed } from '../measure.ts';

/** Rows of one table, every column of them, ready to be inserted bare. */
export interface TableRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** The rows of a table in a ledger's folder, those of a condition. */
export function tableRows(
  folder: string,
  key: string,
  table: string,
  where: string,
  ...values: readonly unknown[]
): TableRows {
  const bare = openBare(folder, key, 'read');
  const statement = bare.prepare(`SELECT * FROM ${table} WHERE ${where}`);
  const columns = statement.columns().map(({ name }) => name);
  const rows = statement.raw().all(...values) as unknown[][];
  bare.close();
  return { table, columns, rows };
}

/** Inserts them into the same table of another folder, its indexes being the same, in one bare durable transaction; ms. */
export async function insertBare(
  folder: string,
  key: string,
  { table, columns, rows }: TableRows,
): Promise<number> {
  const bare = openBare(folder, key, 'write');
  const insert = bare.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const all = bare.transaction(() => {
    for (const row of rows) insert.run(...row);
  });
  const ms = await timed(() => all.immediate());
  bare.close();
  return ms;
}
