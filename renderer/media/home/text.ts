import { defineText } from '../../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of the media ledger on the first page. */
export const useHomeText = defineText('media-home', ja, en);
