import { defineText } from '../../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of printed forms of requests. */
export const usePaperText = defineText('media-paper', ja, en);
