import { useNavigate } from 'react-router';
import { useSession } from '../app/session.ts';
import { Card, Page } from '../ui/list-detail.tsx';
import { notify } from '../ui/toast.tsx';
import { PasswordForm } from './password-form.tsx';
import { useAccountsText } from './text.ts';

/** Replaces one's own password within the session. */
export default function OwnPasswordPage() {
  const t = useAccountsText();
  const { me } = useSession();
  const navigate = useNavigate();
  return (
    <Page title={t('password.title')}>
      <div className="max-w-xl p-4">
        <Card>
          <PasswordForm
            me={me}
            onChanged={() => {
              notify(t('password.done'));
              void navigate('/');
            }}
          />
        </Card>
      </div>
    </Page>
  );
}
