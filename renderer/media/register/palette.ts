import type { PaletteAction } from '../../app/palette-model.ts';
import { useListText } from '../lists/text.ts';
import { useRegisterText } from './text.ts';

/** What of the register and of the rules for media can be found by its name with Ctrl+K. */
export function useRegisterActions(): readonly PaletteAction[] {
  const t = useRegisterText();
  const lists = useListText();
  return [
    {
      id: 'media.register',
      label: t('palette.register'),
      channel: 'media.media',
      to: '/media/register',
    },
    {
      id: 'media.stocktake',
      label: t('palette.stocktake'),
      channel: 'media.stocktake',
      to: '/media/register/stocktake',
    },
    {
      id: 'media.import',
      label: lists('in.title'),
      channel: 'media.chooseList',
      to: '/media/register/import',
    },
    { id: 'media.policy', label: t('palette.policy'), channel: 'media.policy', to: '/media/policy' },
  ];
}
