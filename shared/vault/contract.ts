import { TypedPassword } from '../accounts/model.ts';
import type { Gate, Me } from '../accounts/model.ts';
import { command, defineContract, openCommand, push, query } from '../kernel/contract.ts';
import { Id } from '../kernel/ids.ts';
import { z } from '../kernel/zod.ts';
import {
  type BackupRow,
  type BackupsView,
  type ChosenFolder,
  EveryHours,
  type ExaminedBackup,
  type FoundBackup,
  type Health,
  Keep,
  TypedHead,
  type VaultProgress,
} from './model.ts';

const nothing = z.strictObject({});

export const vaultContract = defineContract(
  'vault',
  {
    backups: query<BackupsView>()(nothing),
    /** Asks for a folder with the system's dialog; null if none was chosen. */
    chooseFolder: command<ChosenFolder | null>()(nothing),
    /** Makes a backup now, into the chosen folder or the schedule's (null). Null if it was cancelled. */
    backup: command<Extract<BackupRow, { kind: 'made' }> | null>()(z.strictObject({ folder: Id.nullable() })),
    /** `folder` null keeps the present one; without `everyHours` there is no schedule any more. */
    schedule: command<BackupsView>()(
      z.strictObject({
        folder: Id.nullable(),
        times: z.strictObject({ everyHours: EveryHours, keep: Keep }).nullable(),
      }),
    ),
    /**
     * Restores a chosen backup, or the newest (null), to a folder of its own, verifies it and removes it. Null if it was
     * cancelled.
     */
    drill: command<Extract<BackupRow, { kind: 'drilled' }> | null>()(
      z.strictObject({ source: Id.nullable(), password: TypedPassword }),
    ),
    /** Asks for the folder of a backup, for a drill. */
    chooseDrill: command<FoundBackup | null>()(nothing),
    cancel: command<null>()(nothing),
    health: query<Health>()(nothing),
    /** Tries whether the trail can be written again, and leaves the read-only state if so. */
    lookAgain: command<Me>()(nothing),

    /** Asks for the folder of a backup, to be put in the ledger's place. */
    chooseBackup: openCommand<FoundBackup | null>()(nothing),
    /**
     * Signs in to a chosen backup, copies it beside the ledger's place and verifies the whole of it. Null if it was cancelled.
     */
    examineBackup: openCommand<ExaminedBackup | null>()(
      z.strictObject({
        source: Id,
        identifier: z.string().max(64),
        password: TypedPassword,
        checkpoint: z.strictObject({ size: z.int().min(1), head: TypedHead }).nullable(),
      }),
    ),
    /** Puts the examined backup in the ledger's place. */
    restore: openCommand<Gate>()(z.strictObject({ source: Id, acknowledged: z.boolean() })),
    cancelRestore: openCommand<null>()(nothing),
  },
  {
    progress: push<VaultProgress>(),
    /** A backup was made or failed, on the schedule or at will. */
    changed: push<null>(),
  },
);
