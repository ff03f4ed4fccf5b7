import { KeyRound } from 'lucide-react';
import type { Me } from '../../shared/accounts/model.ts';
import { useCommand } from '../api/queries.ts';
import { useText } from '../app/i18n.ts';
import { Outside } from '../app/outside.tsx';
import { useAttendance } from '../app/use-attendance.ts';
import { Button } from '../ui/button.tsx';
import { PasswordForm } from './password-form.tsx';
import { useAccountsText } from './text.ts';

/** Nothing else can be done before a password that was handed out, or has reached its age, has been replaced. */
export default function MustChange({ me, onChanged }: { readonly me: Me; readonly onChanged: () => void }) {
  const t = useAccountsText();
  const app = useText();
  const signOut = useCommand('accounts', 'signOut');
  // Whoever has never signed in can only have a password that was handed over.
  const first = me.lastSignIn === undefined;
  useAttendance();
  return (
    <Outside>
      <h1 className="flex items-center gap-2 text-2xl font-bold">
        <KeyRound aria-hidden size={26} />
        {t('password.title')}
      </h1>
      <p className="mt-1 font-bold">{me.name}</p>
      <p className="mt-2 mb-5 text-sm">{t(first ? 'password.first' : 'password.must')}</p>
      <PasswordForm me={me} handed={first} onChanged={onChanged} />
      <div className="mt-4 border-t border-line pt-3">
        <Button variant="text" size="sm" onPress={() => signOut.mutate({})}>
          {app('bar.signOut')}
        </Button>
      </div>
    </Outside>
  );
}
