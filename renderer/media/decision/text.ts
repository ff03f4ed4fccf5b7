import { defineText } from '../../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of a decision on a request. */
export const useDecisionText = defineText('media-decision', ja, en);
