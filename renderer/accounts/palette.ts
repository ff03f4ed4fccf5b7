import type { PaletteAction } from '../app/palette-model.ts';
import { usePeopleText } from './people/text.ts';

/** What of account work can be found by its name with Ctrl+K. */
export function useAccountsActions(): readonly PaletteAction[] {
  const t = usePeopleText();
  return [
    { id: 'accounts.list', label: t('palette.list'), channel: 'accounts.list', to: '/accounts' },
    {
      id: 'accounts.proposals',
      label: t('palette.proposals'),
      channel: 'accounts.proposals',
      to: '/accounts/proposals',
    },
    // Proposing a person is an administrator's, as signing the check is.
    { id: 'accounts.create', label: t('palette.create'), channel: 'accounts.check', to: '/accounts/new' },
    { id: 'accounts.close', label: t('palette.close'), channel: 'accounts.check', to: '/accounts/close' },
    { id: 'accounts.policy', label: t('palette.policy'), channel: 'accounts.policy', to: '/accounts/policy' },
    { id: 'accounts.keys', label: t('palette.keys'), channel: 'accounts.keys', to: '/accounts/keys' },
    { id: 'accounts.check', label: t('palette.check'), channel: 'accounts.toCheck', to: '/accounts/check' },
  ];
}
