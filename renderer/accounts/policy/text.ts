import { defineText } from '../../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of the common rules. */
export const usePolicyText = defineText('accounts-policy', ja, en);
