import { defineText } from '../../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of reminders and of due times that are put off. */
export const useReminderText = defineText('media-reminders', ja, en);

/** What all parts of the media ledger say, its refusals among them: they are there once this is imported. */
export { useText as useMediaText } from '../text.ts';
