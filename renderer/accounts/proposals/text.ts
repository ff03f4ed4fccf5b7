import { defineText } from '../../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of what takes two people. */
export const useProposalsText = defineText('accounts-proposals', ja, en);
