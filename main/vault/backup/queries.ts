import type { Instant } from '../../../shared/kernel/time.ts';
import { BackupFault, type BackupRow, type Schedule } from '../../../shared/vault/model.ts';
import { actorNames } from '../../accounts/queries.ts';
import { seqOf } from '../../trail/place.ts';
import { type ReadDb, row, rows } from '../db.ts';

const SHOWN = 200;

interface Stored {
  readonly place: number;
  readonly at: Instant;
  readonly actor: string;
  readonly kind: BackupRow['kind'];
  readonly name: string | null;
  readonly folder: string | null;
  readonly bytes: number | null;
  readonly size: number | null;
  readonly head: string | null;
  readonly result: string | null;
  readonly missing: number | null;
}

function toRow(stored: Stored, nameOf: (actor: string) => string): BackupRow {
  const common = { seq: seqOf(stored.place), at: stored.at, actorName: nameOf(stored.actor) };
  const name = stored.name ?? '';
  const folder = stored.folder ?? '';
  switch (stored.kind) {
    case 'made':
      return {
        ...common,
        kind: 'made',
        name,
        folder,
        bytes: stored.bytes ?? 0,
        size: stored.size ?? 0,
        head: stored.head ?? '',
      };
    case 'failed':
      return { ...common, kind: 'failed', folder, why: BackupFault.parse(stored.result) };
    case 'drilled':
      return {
        ...common,
        kind: 'drilled',
        name,
        result: stored.result === 'verified' ? 'verified' : BackupFault.parse(stored.result),
      };
    case 'restored':
      return { ...common, kind: 'restored', name, missing: stored.missing ?? 0 };
  }
}

/** The newest lines of the story of backups, newest first. */
export function backupRows(db: ReadDb): readonly BackupRow[] {
  const nameOf = actorNames(db);
  return rows<Stored>(db, 'SELECT * FROM vault_backup ORDER BY place DESC LIMIT ?', SHOWN).map((stored) =>
    toRow(stored, nameOf),
  );
}

/** The newest line of a kind. */
export function newest<K extends BackupRow['kind']>(
  db: ReadDb,
  kind: K,
): Extract<BackupRow, { kind: K }> | undefined {
  const stored = row<Stored>(
    db,
    'SELECT * FROM vault_backup WHERE kind = ? ORDER BY place DESC LIMIT 1',
    kind,
  );
  // The statement asks for this kind and no other.
  return stored && (toRow(stored, actorNames(db)) as Extract<BackupRow, { kind: K }>);
}

/** When backups are made by themselves. */
export function schedule(db: ReadDb): Schedule | undefined {
  return row<Schedule>(db, 'SELECT folder, every_hours AS everyHours, keep FROM vault_schedule');
}

/** When the newest backup in a folder was made. */
export function lastMadeIn(db: ReadDb, folder: string): Instant | undefined {
  return row<{ at: Instant }>(
    db,
    "SELECT at FROM vault_backup WHERE kind = 'made' AND folder = ? ORDER BY place DESC LIMIT 1",
    folder,
  )?.at;
}
