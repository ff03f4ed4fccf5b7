import { defineText } from '../../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of media in quarantine. */
export const useQuarantineText = defineText('media-quarantine', ja, en);

/** What all parts of the media ledger say, its refusals among them: they are there once this is imported. */
export { useText as useMediaText } from '../text.ts';
