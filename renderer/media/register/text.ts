import { defineText } from '../../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of the register of media. */
export const useRegisterText = defineText('media-register', ja, en);
