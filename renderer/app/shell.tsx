import '@fontsource-variable/noto-sans-jp/index.css';
import { lazy, Suspense, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { HashRouter, Navigate, Route, Routes, useLocation, useNavigate } from 'react-router';
import type { Me } from '../../shared/accounts/model.ts';
import { useHandover } from '../accounts/proposals/handover-store.ts';
import { useChanges } from '../api/queries.ts';
import { chapterFor } from '../manual/chapters.ts';
import { LoadingState, ReadOnlyBanner } from '../ui/states.tsx';
import { notify, ToastArea } from '../ui/toast.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useShortcut } from '../ui/use-shortcut.ts';
import { LookAgain } from '../vault/look-again.tsx';
import { For } from './for-channel.tsx';
import { Guard } from './guard.tsx';
import { Home } from './home.tsx';
import { useText } from './i18n.ts';
import { Rail } from './rail.tsx';
import { SessionContext, useSession } from './session.ts';
import { TopBar } from './top-bar.tsx';
import { useAttendance } from './use-attendance.ts';
import { useLock } from './use-lock.ts';

const Entries = lazy(() => import('../entries/routes.tsx'));
const Media = lazy(() => import('../media/routes.tsx'));
const Trail = lazy(() => import('../trail/trail-page.tsx'));
const Backups = lazy(() => import('../vault/backups-page.tsx'));
const Accounts = lazy(() => import('../accounts/routes.tsx'));
const Handover = lazy(() => import('../accounts/proposals/handover.tsx'));
const RotationLine = lazy(() => import('../accounts/keys/rotation.tsx'));
const OwnPassword = lazy(() => import('../accounts/own-password-page.tsx'));
const Manual = lazy(() => import('../manual/manual.tsx'));
const Palette = lazy(() => import('./palette.tsx'));

/** Everything that is seen within a session: rail, bar, page. */
export default function Shell({ me }: { readonly me: Me }) {
  const session = useMemo(() => ({ me }), [me]);
  return (
    <SessionContext value={session}>
      <HashRouter>
        <Frame />
      </HashRouter>
    </SessionContext>
  );
}

function Frame() {
  const t = useText();
  const { me, may } = useSession();
  const navigate = useNavigate();
  const lock = useLock();
  const [searching, setSearching] = useState(false);
  const [chapter, setChapter] = useState<string>();
  const { pathname, search } = useLocation();
  const help = (): void => setChapter(chapterFor(`${pathname}${search}`));
  const handing = useHandover(({ waiting }) => waiting.length > 0);
  useAttendance();
  useSignInNotice(me);
  useChanges();
  useShortcut('Ctrl+K', () => setSearching(true));
  useShortcut('Ctrl+L', lock, { inDialog: true });
  useShortcut('F1', help);
  useShortcut('F2', () => void navigate('/entries/board'), { enabled: may('entries.board') });

  return (
    <div className="flex min-h-full flex-col min-[48rem]:h-full min-[48rem]:flex-row">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:p-2"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        {t('app.skip')}
      </a>
      <Rail />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <TopBar onSearch={() => setSearching(true)} onLock={lock} />
        <Suspense fallback={null}>
          <RotationLine />
        </Suspense>
        {me.readOnly === undefined ? null : (
          <ReadOnlyBanner reason={me.readOnly}>
            {me.readOnly === 'damaged' ? null : <LookAgain />}
          </ReadOnlyBanner>
        )}
        <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col overflow-auto outline-none">
          <Guard>
            <Suspense fallback={<LoadingState />}>
              <Pages />
            </Suspense>
          </Guard>
        </main>
      </div>
      <Suspense fallback={null}>
        {searching ? <Palette onClose={() => setSearching(false)} onLock={lock} onManual={help} /> : null}
        {chapter === undefined ? null : <Manual chapter={chapter} onClose={() => setChapter(undefined)} />}
      </Suspense>
      <Suspense fallback={null}>{handing ? <Handover /> : null}</Suspense>
      <ToastArea />
    </div>
  );
}

function Pages() {
  return (
    <Routes>
      <Route path="/" element={<Home />} />
      <Route path="/entries/*" element={<For channel="entries.board" page={<Entries />} />} />
      <Route path="/media/*" element={<For channel="media.requests" page={<Media />} />} />
      <Route path="/trail" element={<For channel="trail.status" page={<Trail />} />} />
      <Route path="/backups" element={<For channel="vault.backups" page={<Backups />} />} />
      <Route path="/accounts/*" element={<For channel="accounts.list" page={<Accounts />} />} />
      <Route path="/password" element={<OwnPassword />} />
      <Route path="*" element={<Navigate to="/" replace />} />
    </Routes>
  );
}

/** Says once after sign-in when the person signed in before, and what was tried under their identifier since. */
function useSignInNotice(me: Me): void {
  const t = useText();
  const format = useFormat();
  const say = useEffectEvent(() => {
    notify(
      me.lastSignIn === undefined
        ? t('session.first')
        : t('session.last', { at: format.dateTime(me.lastSignIn) }),
      'info',
    );
    if (me.failedSince > 0) notify(t('session.failed', { n: me.failedSince }), 'warn');
  });
  useEffect(() => say(), []);
}
