import { rmSync } from 'node:fs';
import { makeViewsAnew } from '../trail/replay.ts';
import { backupConnection } from './backup.ts';
import { type Connection, inTransaction } from './connection.ts';
import { VaultFault } from './fault.ts';
import { writeHandle } from './handles.ts';
import { accountsTables } from './migrations/1-door/accounts.ts';
import { chainTables } from './migrations/1-door/chain.ts';
import { entriesTables } from './migrations/1-door/entries.ts';
import { importTables } from './migrations/1-door/import.ts';
import { vaultTables } from './migrations/1-door/vault.ts';

import { accountsTables as accounts2 } from './migrations/2-people/accounts.ts';
import { retentionTables as retention2 } from './migrations/2-people/retention.ts';
import { trailTables as trail2 } from './migrations/2-people/trail.ts';
import { vaultTables as vault2 } from './migrations/2-people/vault.ts';

import { entriesTables as entries3 } from './migrations/3-waiting/entries.ts';
import { trailTables as trail3 } from './migrations/3-waiting/trail.ts';
import { inspectionTables as mediaInspection4 } from './migrations/4-media/inspection.ts';
import { listTables as mediaLists4 } from './migrations/4-media/lists.ts';
import { policyTables as mediaPolicy4 } from './migrations/4-media/policy.ts';
import { quarantineTables as mediaQuarantine4 } from './migrations/4-media/quarantine.ts';
import { registerTables as mediaRegister4 } from './migrations/4-media/register.ts';
import { reminderTables as mediaReminders4 } from './migrations/4-media/reminders.ts';
import { reportTables as mediaReport4 } from './migrations/4-media/report.ts';
import { mediaRetentionTables as mediaRetention4 } from './migrations/4-media/retention.ts';
import { requestTables as mediaRequests4 } from './migrations/4-media/requests.ts';
import { templateTables as mediaTemplates4 } from './migrations/4-media/templates.ts';

/** One step of the ledger's schema. Never edited once released. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
  /** What its views hold changes: afterwards all views are made anew from the chain. */
  readonly viewsAnew?: true;
}

/** All migrations, numbered from 1 without gaps. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, sql: [vaultTables, chainTables, accountsTables, entriesTables, importTables].join('\n') },
  { version: 2, sql: [vault2, accounts2, trail2, retention2].join('\n'), viewsAnew: true },
  { version: 3, sql: [trail3, entries3].join('\n'), viewsAnew: true },
  {
    version: 4,
    sql: [
      mediaPolicy4,
      mediaRegister4,
      mediaTemplates4,
      mediaRequests4,
      mediaInspection4,
      mediaQuarantine4,
      mediaReminders4,
      mediaReport4,
      mediaRetention4,
      mediaLists4,
    ].join('\n'),
  },
];

/** `SUIM` in ASCII: SQLite's application id of a ledger. */
export const APPLICATION_ID = 0x53_55_49_4d;

/**
 * Brings a ledger to the newest version: all pending migrations in one transaction, after a verified backup beside the file if
 * it held anything (`<file>.before-<version>`). Throws a {@link VaultFault}: `ledger-newer` if the file is of a later version,
 * `ledger-damaged` if it is no ledger; any other error leaves the file as it was.
 */
export function migrate(
  db: Connection,
  key: Uint8Array,
  migrations: readonly Migration[] = MIGRATIONS,
): void {
  const latest = migrations.length;
  if (migrations.some(({ version }, index) => version !== index + 1))
    throw new TypeError('migrations: not numbered from 1');
  const empty = db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
  const version = Number(db.pragma('user_version', { simple: true }));
  if (!empty && db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new VaultFault('ledger-damaged', db.name);
  }
  if (version > latest) throw new VaultFault('ledger-newer', db.name);
  if (version === latest) return;
  if (!empty) {
    const copy = `${db.name}.before-${latest}`;
    rmSync(copy, { force: true });
    backupConnection(db, key, copy);
  }
  inTransaction(db, () => {
    const pending = migrations.slice(version);
    for (const migration of pending) db.exec(migration.sql);
    if (!empty && pending.some(({ viewsAnew }) => viewsAnew === true)) makeViewsAnew(writeHandle(db));
    db.pragma(`user_version = ${latest}`);
    db.pragma(`application_id = ${APPLICATION_ID}`);
  });
}
