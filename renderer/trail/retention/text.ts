import { defineText } from '../../app/i18n.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

/** The texts of retention and erasure. */
export const useRetentionText = defineText('trail-retention', ja, en);
