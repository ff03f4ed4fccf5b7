import { ok } from '../../shared/kernel/result.ts';
import type { vaultContract } from '../../shared/vault/contract.ts';
import type { Desk } from '../accounts/desk.ts';
import type { OpenHandlers, SessionHandlers } from '../context.ts';
import { health } from './health.ts';

/** Restoring a backup, while nobody is signed in. */
export function openVaultHandlers(desk: Desk): OpenHandlers<typeof vaultContract> {
  return {
    chooseBackup: () => desk.withoutSession(() => desk.restores.choose()),
    examineBackup: (input) => desk.withoutSession(() => desk.restores.examine(input)),
    restore: ({ source, acknowledged }) =>
      desk.withoutSession(async () => {
        const restored = await desk.restores.restore(source, acknowledged);
        return restored.ok ? ok(desk.gate()) : restored;
      }),
    cancelRestore() {
      desk.restores.cancel();
      return ok(null);
    },
  };
}

/** Backups, and how the ledger's place is. */
export function vaultHandlers(desk: Desk): SessionHandlers<typeof vaultContract> {
  const { backups } = desk;
  return {
    health: async (_, context) => ok(await health(context)),
    lookAgain: () => desk.lookAgain(),
    backups: (_, context) => ok(backups.view(context)),
    chooseFolder: (_, context) => backups.chooseFolder(context),
    backup: ({ folder }, context) => backups.backup(folder, context),
    schedule: ({ folder, times }, context) => backups.schedule(folder, times, context),
    chooseDrill: (_, context) => backups.chooseDrill(context),
    drill: ({ source, password }, context) => backups.drill(source, password, context),
    cancel() {
      backups.cancel();
      return ok(null);
    },
  };
}
