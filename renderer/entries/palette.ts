import type { PaletteAction } from '../app/palette-model.ts';
import { useText } from './text.ts';

/** What of the entry log can be found by its name with Ctrl+K. */
export function useEntriesActions(): readonly PaletteAction[] {
  const t = useText();
  return [
    { id: 'entries.door', label: t('palette.door'), channel: 'entries.enter', to: '/entries', keys: 'F4' },
    {
      id: 'entries.expect',
      label: t('palette.expect'),
      channel: 'entries.expect',
      to: '/entries?form=expect',
      keys: 'F7',
    },
    { id: 'entries.log', label: t('palette.log'), channel: 'entries.history', to: '/entries?tab=history' },
    {
      id: 'entries.board',
      label: t('palette.board'),
      channel: 'entries.board',
      to: '/entries/board',
      keys: 'F2',
    },
    { id: 'entries.areas', label: t('palette.areas'), channel: 'entries.areas', to: '/entries/areas' },
    {
      id: 'entries.import',
      label: t('palette.import'),
      channel: 'entries.chooseImport',
      to: '/entries/import',
    },
  ];
}
