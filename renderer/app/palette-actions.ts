import { useNavigate } from 'react-router';
import { useCommand } from '../api/queries.ts';
import { useText } from './i18n.ts';
import { usePreferences } from './preferences.ts';
import { useSession } from './session.ts';

export interface ShellAction {
  readonly id: string;
  readonly label: string;
  readonly keys?: string;
  readonly act: () => void;
}

/** What can be done from anywhere and belongs to no ledger, for those who may. */
export function useShellActions(onLock: () => void, onManual: () => void): readonly ShellAction[] {
  const t = useText();
  const { may } = useSession();
  const navigate = useNavigate();
  const { language, theme, era, set } = usePreferences();
  const signOut = useCommand('accounts', 'signOut');
  const to = (path: string) => () => void navigate(path);
  return [
    { id: 'home', label: t('nav.home'), act: to('/') },
    ...(may('trail.status') ? [{ id: 'trail', label: t('nav.trail'), act: to('/trail') }] : []),
    ...(may('vault.backups') ? [{ id: 'backups', label: t('nav.backups'), act: to('/backups') }] : []),
    { id: 'manual', label: t('palette.manual'), keys: 'F1', act: onManual },
    { id: 'lock', label: t('palette.lock'), keys: 'Ctrl+L', act: onLock },
    { id: 'password', label: t('bar.password'), act: to('/password') },
    {
      id: 'language',
      label: t('palette.language'),
      act: () => set({ language: language === 'ja' ? 'en' : 'ja' }),
    },
    {
      id: 'theme',
      label: t('palette.theme'),
      act: () => set({ theme: theme === 'dark' ? 'light' : 'dark' }),
    },
    { id: 'era', label: t('palette.era'), act: () => set({ era: !era }) },
    { id: 'sign-out', label: t('bar.signOut'), act: () => signOut.mutate({}) },
  ];
}
