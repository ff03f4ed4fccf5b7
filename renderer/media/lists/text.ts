import { defineText } from '../../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of lists that come in and go out. */
export const useListText = defineText('media-lists', ja, en);
