import { useCallback } from 'react';
import { CONNECTION_CHECKS } from '../../../../shared/media/requests/model.ts';
import { useRequestsText } from '../text.ts';
import { ja } from './messages.ja.ts';
import { useFormText } from './text.ts';

const isKey = (key: string): key is keyof typeof ja => key in ja;

/** Where the last part of a path alone does not say which field it is. */
const CALLED: Readonly<Record<string, keyof typeof ja>> = {
  'details.medium.kind': 'field.mediumKind',
  'details.medium.name': 'field.mediumName',
  'details.medium.mediumId': 'field.medium',
  'details.connection.note': 'field.connectionNote',
  'details.connection': 'field.connecting',
  'details.quoted': 'quoted.title',
};

/** What a field of the command is called in the form, by its dot path. */
export function useFieldName(): (path: string) => string {
  const t = useFormText();
  const words = useRequestsText();
  return useCallback(
    (path: string) => {
      const called = CALLED[path];
      if (called !== undefined) return t(called);
      const parts = path.split('.');
      const last = parts.at(-1) ?? '';
      const check = CONNECTION_CHECKS.find((one) => one === last);
      if (check !== undefined) return words(`check.${check}`);
      if (parts[1] === 'quoted' && parts.length > 2) {
        const n = Number(parts[2]) + 1;
        const key = last === 'title' ? 'quoted.name' : `quoted.${last}`;
        return isKey(key) ? t(key, { n }) : t('quoted.title');
      }
      const key = `field.${last}`;
      return isKey(key) ? t(key) : '';
    },
    [t, words],
  );
}
