import { useCallback } from 'react';
import type { MediumDetails } from '../../../shared/media/register/model.ts';
import { useText } from '../text.ts';
import { useRegisterText } from './text.ts';

/** What the register says of a medium in one field, in words. */
export function useValueWords(): (details: MediumDetails, field: keyof MediumDetails) => string {
  const t = useRegisterText();
  const words = useText();
  return useCallback(
    (details, field) => {
      switch (field) {
        case 'kind':
          return words(`kind.${details.kind}`);
        case 'encryption':
          return words(`encryption.${details.encryption}`);
        case 'upTo':
          return t('upTo.value', { level: words(`confidentiality.${details.upTo}`) });
        default:
          return details[field];
      }
    },
    [t, words],
  );
}
