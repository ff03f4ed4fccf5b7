import { defineText } from '../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of sign-in, accounts and the first-run wizard's refusals. */
export const useAccountsText = defineText('accounts', ja, en);
