import { defineText } from '../../../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of the form of requests. */
export const useFormText = defineText('media-form', ja, en);
