import { defineText } from '../../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of what happens to media at the door. */
export const useDoorText = defineText('media-door', ja, en);
