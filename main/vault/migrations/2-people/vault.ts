/** Backups, rotation, recovery. */
export const vaultTables = '';
