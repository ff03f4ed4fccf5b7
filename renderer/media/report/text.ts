import { defineText } from '../../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of the monthly report of media. */
export const useReportText = defineText('media-report', ja, en);
