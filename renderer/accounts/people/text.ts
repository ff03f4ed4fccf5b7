import { defineText } from '../../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of who has an account, and of the forms about them. */
export const usePeopleText = defineText('accounts-people', ja, en);
