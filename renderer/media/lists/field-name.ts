import { useCallback } from 'react';
import type { ListField } from '../../../shared/media/lists/model.ts';
import { useRegisterText } from '../register/text.ts';
import { useListText } from './text.ts';

/** The words for what a column can fill: those of the register's form. */
export function useFieldName(): (field: ListField) => string {
  const t = useListText();
  const words = useRegisterText();
  return useCallback((field) => (field === 'state' ? t('in.state') : words(`field.${field}`)), [t, words]);
}
