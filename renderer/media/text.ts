import { defineText } from '../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts that all parts of the media ledger share. */
export const useText = defineText('media', ja, en);
