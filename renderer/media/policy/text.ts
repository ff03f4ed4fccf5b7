import { defineText } from '../../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of the rules for media. */
export const useMediaPolicyText = defineText('media-policy', ja, en);
