import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Reply } from '../../../shared/kernel/result.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { SessionContext } from '../../context.ts';
import { ownHead } from '../../trail/append.ts';
import { lastCheckpoint } from '../../trail/checkpoints.ts';
import { syncFolder, writeFileSynced } from '../atomic-file.ts';
import type { CopyProgress } from '../copy-ledger.ts';
import { freeBytes } from '../disk.ts';
import { errorCode } from '../fault.ts';
import { sha256 } from '../keys.ts';
import { BackupProblem } from './fault.ts';
import {
  backupName,
  backupsIn,
  KEYS,
  LEDGER,
  MANIFEST,
  type Manifest,
  manifestBytes,
  removeBackup,
  removeUnfinished,
  unfinishedName,
} from './folder.ts';

/** Bytes that have to be left over beside the copy. */
const MARGIN = 16 * 1024 * 1024;
const CHUNK = 1024 * 1024;

export interface Made {
  readonly name: string;
  readonly manifest: Manifest;
  readonly kept: number;
  readonly removed: number;
}

export interface MakeOptions {
  /** The folder in which the backup's own is made. */
  readonly folder: string;
  /** How many of this site's backups stay there, the new one included; undefined: all. */
  readonly keep: number | undefined;
  readonly progress: CopyProgress;
  readonly cancelled: () => boolean;
}

/**
 * Makes a backup of the open ledger: copied, checked and reopened under a name that says that it is not whole, brought to the
 * disk, and then given its name. Then older ones beside it go. Refused as `copyLedger`. Throws a {@link BackupProblem} or the
 * system's error; nothing is left of the new one then, and the older ones stand.
 */
export async function makeBackup(
  context: Pick<SessionContext, 'copy' | 'read' | 'paths' | 'now'>,
  { folder, keep, progress, cancelled }: MakeOptions,
): Promise<Reply<Made>> {
  const site = ownHead(context.read)?.site;
  if (site === undefined) throw new Error('backup: the ledger has no site');
  const madeAt = context.now();
  const name = backupName(site, madeAt);
  const temporary = join(folder, unfinishedName(name));
  removeUnfinished(folder, site);
  await assertRoom(folder, statSync(context.paths.ledger).size);
  mkdirSync(temporary, { mode: 0o700 });
  try {
    const copied = await context.copy({
      target: join(temporary, LEDGER),
      progress,
      cancelled,
      whenWhole: async () => stateOf(context, madeAt),
    });
    if (!copied.ok) return copied;
    const { keys, ...rest } = copied.value;
    writeFileSynced(join(temporary, KEYS), keys);
    const ledger = await digest(join(temporary, LEDGER));
    const manifest: Manifest = {
      format: 'suimon-backup-1',
      site,
      ...rest,
      ledger,
      keys: { bytes: keys.length, sha256: sha256(keys).toString('hex') },
    };
    writeFileSynced(join(temporary, MANIFEST), manifestBytes(manifest));
    syncFolder(temporary);
    renameSync(temporary, join(folder, name));
    syncFolder(folder);
    return ok({ name, manifest, ...prune(folder, site, keep) });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** What belongs to the copy: asked for while nobody writes. */
function stateOf({ read, paths }: Pick<SessionContext, 'read' | 'paths'>, madeAt: Instant) {
  const head = ownHead(read);
  if (head === undefined) throw new Error('backup: the ledger has no site');
  return {
    madeAt,
    size: head.seq,
    head: head.hash.toString('hex'),
    checkpoint: lastCheckpoint(read)?.note ?? null,
    keys: readFileSync(paths.keys),
  };
}

async function assertRoom(folder: string, bytes: number): Promise<void> {
  const free = await freeBytes(folder);
  const needed = bytes + MARGIN;
  if (free !== undefined && free < needed) {
    throw new BackupProblem('no-room', { needed: mebibytes(needed), free: mebibytes(free) });
  }
}

function mebibytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}

/** Length and SHA-256 of a file, read in pieces. */
async function digest(file: string): Promise<Manifest['ledger']> {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(CHUNK);
  const handle = await open(file, 'r');
  let bytes = 0;
  try {
    for (;;) {
      const { bytesRead } = await handle.read(piece, 0, CHUNK, bytes);
      if (bytesRead === 0) return { bytes, sha256: hash.digest('hex') };
      hash.update(piece.subarray(0, bytesRead));
      bytes += bytesRead;
    }
  } finally {
    await handle.close();
  }
}

/** An old one that cannot be removed does not make the new one worth less: it is counted as kept. */
function prune(folder: string, site: string, keep: number | undefined): Pick<Made, 'kept' | 'removed'> {
  const all = backupsIn(folder, site);
  const removed = all.slice(keep ?? all.length).filter(({ path }) => isRemoved(path)).length;
  return { kept: all.length - removed, removed };
}

function isRemoved(path: string): boolean {
  try {
    return removeBackup(path);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return false;
  }
}
