import { defineText } from '../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of backups, restoring and the health of the ledger's place. */
export const useVaultText = defineText('vault', ja, en);
