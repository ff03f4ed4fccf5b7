import { Lock, Search, ShieldAlert, ShieldCheck, Users } from 'lucide-react';
import { Link } from 'react-router';
import { useQueryOf } from '../api/queries.ts';
import { Kbd } from '../ui/kbd.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useNow } from '../ui/use-now.ts';
import { HealthLights } from '../vault/health-lights.tsx';
import { useText } from './i18n.ts';
import { useSession } from './session.ts';
import { useCounts } from './use-counts.ts';
import { UserMenu } from './user-menu.tsx';

const item =
  'focus-ring inline-flex min-h-9 items-center gap-1.5 rounded-6 px-1.5 whitespace-nowrap hover:bg-hover';

/** Always the same: where, when, how many are inside, whether all is well, who. */
export function TopBar({ onSearch, onLock }: { readonly onSearch: () => void; readonly onLock: () => void }) {
  const t = useText();
  const { me, may } = useSession();
  return (
    <header
      className={`flex flex-wrap items-center gap-x-2.5 gap-y-1 border-b px-3 py-1 text-sm ${
        me.demo ? 'border-b-4 border-warn bg-warn-soft' : 'border-line bg-surface'
      }`}
    >
      {me.demo ? (
        <span className="rounded-4 bg-warn px-2 font-bold text-surface">{t('app.demo')}</span>
      ) : null}
      <p className="leading-tight">
        <span className="block font-bold">{me.site.name}</span>
        <span className="block text-xs text-ink-soft">{me.site.room}</span>
      </p>
      <Clock />
      <div className="ml-auto flex flex-wrap items-center gap-0.5">
        <Inside />
        <ChainLight />
        <HealthLights withTrail={!may('trail.status') && me.readOnly === undefined} />
        <button
          type="button"
          className={item}
          onClick={onSearch}
          aria-label={t('bar.search')}
          aria-keyshortcuts="Control+K"
        >
          <Search aria-hidden size={18} />
          <Keys>Ctrl+K</Keys>
        </button>
        <UserMenu />
        <button
          type="button"
          className={item}
          onClick={onLock}
          aria-label={t('bar.lock')}
          aria-keyshortcuts="Control+L"
        >
          <Lock aria-hidden size={18} />
          <span className="max-[88rem]:hidden">{t('bar.lock')}</span>
          <Keys>Ctrl+L</Keys>
        </button>
      </div>
    </header>
  );
}

/** The key beside its action; left out where there is no room. */
function Keys({ children }: { readonly children: string }) {
  return (
    <span aria-hidden className="max-[56rem]:hidden">
      <Kbd>{children}</Kbd>
    </span>
  );
}

function Clock() {
  const t = useText();
  const format = useFormat();
  const now = useNow(1_000);
  return (
    <p role="timer" aria-label={t('bar.clock')} className="flex items-center gap-2">
      <span className="text-3xl leading-none font-bold tabular-nums">{format.time(now)}</span>
      <span className="text-xs leading-tight">
        <span className="block whitespace-nowrap">
          {format.date(now)} ({format.weekday(now)})
        </span>
        <span className="block text-ink-soft">{format.fiscalYear(now)}</span>
      </span>
    </p>
  );
}

function Inside() {
  const t = useText();
  const counts = useCounts();
  if (counts === undefined) return null;
  const late = counts.overdue > 0;
  return (
    <Link
      to="/entries/board"
      aria-keyshortcuts="F2"
      className={`${item} font-bold ${late ? 'bg-danger-soft text-danger' : ''}`}
    >
      <Users aria-hidden size={18} />
      {late
        ? t('bar.insideOverdue', { n: counts.inside, overdue: counts.overdue })
        : t('bar.inside', { n: counts.inside })}
      <Keys>F2</Keys>
    </Link>
  );
}

/** Whether the trail can be written and, for those who may see it, how it stands. */
function ChainLight() {
  const t = useText();
  const format = useFormat();
  const { me, may } = useSession();
  const seesTrail = may('trail.status');
  const { data, error } = useQueryOf('trail', 'status', {}, { enabled: seesTrail, every: 300_000 });
  if (me.readOnly !== undefined) {
    return (
      <span className={`${item} bg-danger-soft font-bold text-danger`}>
        <ShieldAlert aria-hidden size={18} />
        {t('bar.notWritable')}
      </span>
    );
  }
  if (!seesTrail || (data === undefined && error === null)) return null;
  if (data === undefined) {
    return (
      <span className={`${item} text-danger`}>
        <ShieldAlert aria-hidden size={18} />
        {t('bar.trailUnread')}
      </span>
    );
  }
  const { shortfalls, clockAnomalies } = data;
  const [tone, Icon, word] =
    shortfalls > 0
      ? ([
          'bg-danger-soft font-bold text-danger',
          ShieldAlert,
          t('bar.trailShort', { n: shortfalls }),
        ] as const)
      : clockAnomalies > 0
        ? (['text-warn', ShieldAlert, t('bar.trailClock', { n: clockAnomalies })] as const)
        : (['text-good', ShieldCheck, t('bar.trail')] as const);
  const n = format.number(data.size);
  const last = data.lastCheckpoint;
  return (
    <Link
      to="/trail"
      className={`${item} ${tone}`}
      title={
        last === undefined
          ? t('bar.trailNoCheckpoint', { n })
          : t('bar.trailGood', { n, at: format.dateTime(last.at) })
      }
    >
      <Icon aria-hidden size={18} />
      {word}
    </Link>
  );
}
