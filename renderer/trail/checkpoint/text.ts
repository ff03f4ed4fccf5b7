import { defineText } from '../../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of the checkpoint slip. */
export const useCheckpointText = defineText('trail-checkpoint', ja, en);
