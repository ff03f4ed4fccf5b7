import type { PaletteAction } from '../app/palette-model.ts';
import { useRequestsText } from './requests/text.ts';

/** What of the media ledger can be found by its name with Ctrl+K. */
export function useMediaActions(): readonly PaletteAction[] {
  const t = useRequestsText();
  return [
    { id: 'media', label: t('page.title'), channel: 'media.requests', to: '/media?tab=all' },
    { id: 'media.new', label: t('palette.new'), channel: 'media.submit', to: '/media/new' },
    { id: 'media.inbox', label: t('palette.inbox'), channel: 'media.inbox', to: '/media?tab=inbox' },
    { id: 'media.carried', label: t('palette.carried'), channel: 'media.carried', to: '/media?tab=carried' },
    { id: 'media.report', label: t('page.report'), channel: 'media.report', to: '/media/report' },
    {
      id: 'media.templates',
      label: t('palette.templates'),
      channel: 'media.templates',
      to: '/media/templates',
    },
    {
      id: 'media.emergency',
      label: t('palette.emergency'),
      channel: 'media.emergency',
      to: '/media/new?emergency',
    },
  ];
}
