import { statSync } from 'node:fs';
import type { Health } from '../../shared/vault/model.ts';
import { judgeBackup, judgeClock, judgeDisk, judgeTrail } from '../../shared/vault/rules.ts';
import type { SessionContext } from '../context.ts';
import { ownHead } from '../trail/append.ts';
import { lastAnomalyAt } from '../trail/queries.ts';
import { entryAt, lastEntryAt } from '../trail/read.ts';
import { newest, schedule } from './backup/queries.ts';
import { freeBytes } from './disk.ts';

function bytesOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** How the ledger's place is: the trail, the last backup, the clock and the disk, each judged. */
export async function health({
  me,
  read,
  paths,
  now,
}: Pick<SessionContext, 'me' | 'read' | 'paths' | 'now'>): Promise<Health> {
  const at = now();
  const head = ownHead(read);
  const last = head && lastEntryAt(read, head);
  const made = newest(read, 'made');
  const planned = schedule(read);
  const free = await freeBytes(paths.ledgerFolder);
  const ledgerBytes = bytesOf(paths.ledger);
  const walBytes = bytesOf(`${paths.ledger}-wal`);
  const foundedAt = (head && entryAt(read, head, 1)) ?? at;
  const backup = judgeBackup(
    { madeAt: made?.at, failedAt: newest(read, 'failed')?.at, schedule: planned, foundedAt },
    at,
  );
  return {
    trail: { ...judgeTrail(me.readOnly, me.shortfall !== undefined), size: head?.seq ?? 0 },
    backup: {
      ...backup,
      at: made?.at ?? null,
      folder: made?.folder ?? null,
      everyHours: planned?.everyHours ?? null,
    },
    clock: { ...judgeClock(last, lastAnomalyAt(read), at), now: at, lastEntryAt: last ?? null },
    disk: { ...judgeDisk(free, ledgerBytes + walBytes), free: free ?? null, ledgerBytes, walBytes },
  };
}
