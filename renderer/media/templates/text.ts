import { defineText } from '../../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of templates for routine work. */
export const useTemplatesText = defineText('media-templates', ja, en);
