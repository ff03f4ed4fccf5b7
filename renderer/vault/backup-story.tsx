import {
  CircleCheck,
  CircleX,
  FlaskConical,
  HardDriveDownload,
  type LucideIcon,
  RotateCcw,
} from 'lucide-react';
import type { BackupRow } from '../../shared/vault/model.ts';
import { type Tone, StateBadge } from '../ui/state-badge.tsx';
import { EmptyState } from '../ui/states.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useVaultText } from './text.ts';

interface Told {
  readonly tone: Tone;
  readonly icon: LucideIcon;
  readonly word: string;
  readonly what: string;
}

function useTold(): (row: BackupRow) => Told {
  const t = useVaultText();
  const format = useFormat();
  return (row) => {
    switch (row.kind) {
      case 'made':
        return {
          tone: 'good',
          icon: HardDriveDownload,
          word: t('story.made'),
          what: `${row.name} — ${row.folder} — ${t('last.sizeValue', { n: format.number(row.size) })}, ${format.bytes(row.bytes)}`,
        };
      case 'failed':
        return {
          tone: 'danger',
          icon: CircleX,
          word: t('story.failed'),
          what: `${t(`fault.${row.why}`)} — ${row.folder}`,
        };
      case 'drilled':
        return row.result === 'verified'
          ? { tone: 'info', icon: FlaskConical, word: t('story.drilled'), what: row.name }
          : {
              tone: 'danger',
              icon: FlaskConical,
              word: t('story.drilledBad'),
              what: `${t(`fault.${row.result}`)} — ${row.name}`,
            };
      case 'restored':
        return {
          tone: 'warn',
          icon: RotateCcw,
          word: t('story.restored'),
          what: `${row.name} — ${row.missing === 0 ? t('story.restoredWhole') : t('story.restoredMissing', { n: format.number(row.missing) })}`,
        };
    }
  };
}

/** What was done with backups, newest first. */
export function BackupStory({ rows }: { readonly rows: readonly BackupRow[] }) {
  const t = useVaultText();
  const format = useFormat();
  const told = useTold();
  if (rows.length === 0) return <EmptyState title={t('story.none')}>{t('story.noneDo')}</EmptyState>;
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <p className="border-b border-line px-4 py-2 text-sm text-ink-soft">
        {t('story.count', { n: format.number(rows.length) })}
      </p>
      <ul aria-label={t('story.title')}>
        {rows.map((row) => {
          const { tone, icon, word, what } = told(row);
          return (
            <li
              key={row.seq}
              className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-line px-4 py-2"
            >
              <span className="whitespace-nowrap tabular-nums">{format.dateTime(row.at)}</span>
              <StateBadge tone={tone} icon={icon}>
                {word}
              </StateBadge>
              <span className="ml-auto text-sm text-ink-soft">
                {row.actorName === 'system' ? t('story.system') : row.actorName}
              </span>
              <span className="w-full text-sm wrap-anywhere">{what}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** A line that says that something went well. */
export function Well({ children }: { readonly children: string }) {
  return (
    <p className="flex items-start gap-2 rounded-8 border border-good bg-good-soft p-3 text-sm font-bold text-good">
      <CircleCheck aria-hidden size={20} className="shrink-0" />
      <span className="min-w-0 break-words">{children}</span>
    </p>
  );
}
