import { defineText } from '../../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of the panel that verifies printed forms. */
export const usePrintedText = defineText('trail-printed', ja, en);
