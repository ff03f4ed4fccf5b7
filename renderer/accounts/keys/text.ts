import { defineText } from '../../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of keys, recovery and drills. */
export const useKeysText = defineText('accounts-keys', ja, en);
