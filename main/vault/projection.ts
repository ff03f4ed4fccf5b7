import type { SuimonEvent } from '../../shared/events.ts';
import type { PlacedEvent } from '../../shared/kernel/event.ts';
import type { Projection } from '../projection.ts';
import { run, type WriteDb } from './db.ts';

interface Told {
  readonly name?: string;
  readonly folder?: string;
  readonly bytes?: number;
  readonly size?: number;
  readonly head?: string;
  readonly result?: string;
  readonly missing?: number;
}

function tell(db: WriteDb, { event }: PlacedEvent<SuimonEvent>, key: number, kind: string, told: Told): void {
  run(
    db,
    `INSERT INTO vault_backup (place, at, actor, kind, name, folder, bytes, size, head, result, missing)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    key,
    event.at,
    event.actor,
    kind,
    told.name ?? null,
    told.folder ?? null,
    told.bytes ?? null,
    told.size ?? null,
    told.head ?? null,
    told.result ?? null,
    told.missing ?? null,
  );
}

/** What was done with backups, and when they are made by themselves. */
export const vaultProjection: Projection = {
  tables: ['vault_backup', 'vault_schedule'],
  indexes: [],
  apply(db, placed, key) {
    const { event } = placed;
    switch (event.type) {
      case 'backup.made':
        tell(db, placed, key, 'made', event.data);
        return;
      case 'backup.failed':
        tell(db, placed, key, 'failed', { folder: event.data.folder, result: event.data.why });
        return;
      case 'backup.drilled':
        tell(db, placed, key, 'drilled', event.data);
        return;
      case 'ledger.restored': {
        const { name, foundSize, foundHead, missing } = event.data;
        tell(db, placed, key, 'restored', { name, size: foundSize, head: foundHead, missing });
        return;
      }
      case 'backup.scheduled': {
        const { schedule } = event.data;
        run(db, 'DELETE FROM vault_schedule');
        if (schedule === null) return;
        run(
          db,
          'INSERT INTO vault_schedule (one, folder, every_hours, keep) VALUES (1, ?, ?, ?)',
          schedule.folder,
          schedule.everyHours,
          schedule.keep,
        );
        return;
      }
      default:
    }
  },
};
