import { Eye } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Me } from '../../shared/accounts/model.ts';
import { call, RefusalError } from '../api/client.ts';
import { takeEnding } from '../app/end-session.ts';
import { useRefusalText, useText } from '../app/i18n.ts';
import { Outside } from '../app/outside.tsx';
import { Form } from '../ui/form.tsx';
import { useAccountsText } from './text.ts';
import { useCountdown } from './use-countdown.ts';

const ENDINGS = ['locked', 'idle', 'signed-out', 'failed', 'suspended', 'hours'] as const;

export interface LoginProps {
  readonly site: Me['site'];
  readonly lastIdentifier: string;
  readonly demo: boolean;
  readonly onSignedIn: (me: Me) => void;
  /** The files turned out to be at fault: where the program stands has to be asked again. */
  readonly onFault: () => void;
  readonly onRestore: () => void;
  readonly onRecover: () => void;
}

/** The first screen. Its fields are plain inputs, so that the window takes keys before anything larger is loaded. */
export function Login({ site, lastIdentifier, demo, onSignedIn, onFault, onRestore, onRecover }: LoginProps) {
  const t = useAccountsText();
  const app = useText();
  const words = useRefusalText();
  const [identifier, setIdentifier] = useState(lastIdentifier);
  const [password, setPassword] = useState('');
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error>();
  const [why] = useState(() => {
    const ended = takeEnding();
    return ENDINGS.find((one) => one === ended);
  });
  const wait = useCountdown();
  const name = useRef<HTMLInputElement>(null);
  const secret = useRef<HTMLInputElement>(null);

  useEffect(() => name.current?.select(), []);

  const submit = async (): Promise<void> => {
    if (pending || wait.seconds > 0) return;
    if (identifier === '') return name.current?.focus();
    if (password === '') return secret.current?.focus();
    setPending(true);
    setError(undefined);
    try {
      onSignedIn(await call('accounts', 'signIn', { identifier, password }));
    } catch (thrown) {
      setPassword('');
      setError(thrown instanceof Error ? thrown : new Error(String(thrown)));
      if (thrown instanceof RefusalError) {
        if (thrown.code === 'sign-in-fault') onFault();
        if (thrown.code === 'sign-in-wait') wait.from(Number(thrown.refusal.detail?.['seconds'] ?? 0));
      }
      secret.current?.focus();
    } finally {
      setPending(false);
    }
  };

  const waiting = error instanceof RefusalError && error.code === 'sign-in-wait';
  const problem = waiting && wait.seconds === 0 ? undefined : words(error);
  const input = 'field-box focus-ring';
  return (
    <Outside>
      {demo ? (
        <p className="mb-4 rounded-4 bg-warn-soft px-3 py-1 text-center font-bold text-warn">
          {app('app.demo')}
        </p>
      ) : null}
      <p className="text-ink-soft">{site.room}</p>
      <p className="mb-5 text-2xl leading-snug font-bold">{site.name}</p>
      {why === undefined ? null : (
        <p className="mb-4 border-l-4 border-accent pl-3 text-sm">{t(`login.ended.${why}`)}</p>
      )}
      <Form label={t('login.title')} onSubmit={() => void submit()} className="flex flex-col gap-4">
        <h1 className="sr-only">{t('login.title')}</h1>
        <div>
          <label htmlFor="identifier" className="mb-1 block text-sm font-bold">
            {t('login.identifier')}
          </label>
          <input
            id="identifier"
            ref={name}
            className={input}
            value={identifier}
            onChange={(event) => setIdentifier(event.target.value)}
            autoFocus
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={64}
          />
        </div>
        <div>
          <label htmlFor="password" className="mb-1 block text-sm font-bold">
            {t('login.password')}
          </label>
          <input
            id="password"
            ref={secret}
            type="password"
            className={input}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            autoComplete="off"
            maxLength={256}
            aria-describedby="login-problem"
          />
        </div>
        <div id="login-problem" role="alert" className="text-sm text-danger empty:hidden">
          {problem === undefined ? null : <p>{problem}</p>}
        </div>
        {wait.seconds > 0 ? (
          <p className="text-sm font-bold tabular-nums">{t('login.wait', { seconds: wait.seconds })}</p>
        ) : null}
        <button
          type="submit"
          aria-disabled={pending || wait.seconds > 0}
          className="focus-ring min-h-12 rounded-8 bg-accent px-4 text-base font-bold text-on-accent hover:bg-accent-hover aria-disabled:opacity-60"
        >
          {t(pending ? 'login.pending' : 'login.submit')}
        </button>
        <p className="flex items-start gap-2 text-sm text-ink-soft">
          <Eye aria-hidden size={18} className="mt-0.5 shrink-0" />
          {t('login.recorded')}
        </p>
      </Form>
      <p className="mt-5 flex flex-wrap gap-x-5 gap-y-2 border-t border-line pt-3">
        <button
          type="button"
          className="focus-ring rounded-4 text-sm text-accent underline underline-offset-4"
          onClick={onRestore}
        >
          {t('login.restore')}
        </button>
        <button
          type="button"
          className="focus-ring rounded-4 text-sm text-accent underline underline-offset-4"
          onClick={onRecover}
        >
          {t('login.recover')}
        </button>
      </p>
    </Outside>
  );
}
