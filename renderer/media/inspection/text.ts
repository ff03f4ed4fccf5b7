import { defineText } from '../../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of what is looked at on a medium. */
export const useInspectionText = defineText('media-inspection', ja, en);
