import {
  CalendarDays,
  ChevronDown,
  KeyRound,
  Languages,
  LogOut,
  type LucideIcon,
  Moon,
  Sun,
  User,
} from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useNavigate } from 'react-router';
import { useCommand } from '../api/queries.ts';
import { useText } from './i18n.ts';
import { usePreferences } from './preferences.ts';
import { useSession } from './session.ts';

interface Entry {
  readonly id: string;
  readonly icon: LucideIcon;
  readonly label: string;
  readonly act: () => void;
}

/** Who is signed in and in which role; behind it what this person may set for themselves. */
export function UserMenu() {
  const t = useText();
  const { me } = useSession();
  const { language, theme, era, set } = usePreferences();
  const navigate = useNavigate();
  const signOut = useCommand('accounts', 'signOut');
  const entries: readonly Entry[] = [
    {
      id: 'language',
      icon: Languages,
      label: t('bar.language'),
      act: () => set({ language: language === 'ja' ? 'en' : 'ja' }),
    },
    {
      id: 'theme',
      icon: theme === 'dark' ? Sun : Moon,
      label: t(theme === 'dark' ? 'bar.light' : 'bar.dark'),
      act: () => set({ theme: theme === 'dark' ? 'light' : 'dark' }),
    },
    {
      id: 'era',
      icon: CalendarDays,
      label: t(era ? 'bar.eraOff' : 'bar.eraOn'),
      act: () => set({ era: !era }),
    },
    { id: 'password', icon: KeyRound, label: t('bar.password'), act: () => void navigate('/password') },
    { id: 'sign-out', icon: LogOut, label: t('bar.signOut'), act: () => signOut.mutate({}) },
  ];
  return (
    <MenuTrigger>
      <Button
        aria-label={`${me.name} ${me.roles.map((role) => t(`role.${role}`)).join(' ')} ${t('bar.menu', { name: me.name })}`}
        className="focus-ring inline-flex min-h-9 items-center gap-1.5 rounded-6 px-2 text-left hover:bg-hover"
      >
        <User aria-hidden size={18} />
        <span className="leading-tight">
          <span className="block font-bold">{me.name}</span>
          <span className="block text-xs text-ink-soft">
            {me.roles.map((role) => t(`role.${role}`)).join('・')}
          </span>
        </span>
        <ChevronDown aria-hidden size={16} />
      </Button>
      <Popover placement="bottom end" className="rounded-8 border border-line bg-surface text-ink shadow-2">
        <Menu
          className="min-w-60 py-1 outline-none"
          onAction={(key) => entries.find((entry) => entry.id === key)?.act()}
          aria-label={t('bar.menu', { name: me.name })}
        >
          {entries.map(({ id, icon: Icon, label }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={label}
              className="flex cursor-pointer items-center gap-3 px-4 py-2 outline-none data-[focused]:bg-selected"
            >
              <Icon aria-hidden size={18} />
              {label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
