import { defineText } from '../../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of the import. They stand with the entry log's, so that its refusals find their words. */
export const useImportText = defineText('entries', ja, en);
