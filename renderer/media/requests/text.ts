import { defineText } from '../../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of the lists of requests and of a request. */
export const useRequestsText = defineText('media-requests', ja, en);
