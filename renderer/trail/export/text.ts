import { defineText } from '../../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of the trail's export panel. */
export const useExportText = defineText('trail-export', ja, en);
