import { defineText } from '../../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of the periodic check of accounts. */
export const useCheckText = defineText('accounts-check', ja, en);
