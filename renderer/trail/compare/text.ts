import { defineText } from '../../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of the trail's compare panel. */
export const useCompareText = defineText('trail-compare', ja, en);
