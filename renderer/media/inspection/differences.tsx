import { FileMinus, FilePen, FilePlus, Gavel } from 'lucide-react';
import { useState } from 'react';
import type { Compared, Difference } from '../../../shared/media/inspection/model.ts';
import { usePaged } from '../../api/pages.ts';
import { useCommand } from '../../api/queries.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { notify } from '../../ui/toast.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { FileFacts } from './files-list.tsx';
import { FileName, SignatureMark } from './parts.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { useInspectionText } from './text.ts';

const ROW = 76;
const kinds = {
  added: { tone: 'warn', icon: FilePlus },
  removed: { tone: 'info', icon: FileMinus },
  changed: { tone: 'danger', icon: FilePen },
} as const;

function Side({ label, file }: { readonly label: string; readonly file: Difference['before'] }) {
  return (
    <span className="flex min-w-0 gap-2 text-xs">
      <span className="w-16 shrink-0 text-ink-soft">{label}</span>
      {file === null ? '－' : <FileFacts file={file} />}
    </span>
  );
}

/** What differs on the way out from the way in, and an officer's decision on it. */
export function Differences({
  requestId,
  compared,
}: {
  readonly requestId: string;
  readonly compared: Compared;
}) {
  const t = useInspectionText();
  const { number, dateTime } = useFormat();
  const { may } = useSession();
  const [selected, setSelected] = useState<number | null>(null);
  const [deciding, setDeciding] = useState(false);
  const paged = usePaged('media', 'differences', { requestId });
  const { added, removed, changed, settled, before, after } = compared;
  if (compared.erased) return <p className="text-sm">{t('difference.erased')}</p>;
  if (added + removed + changed === 0)
    return <p className="text-sm font-bold text-good">{t('difference.same')}</p>;
  const counts = t('difference.counts', {
    added: number(added),
    removed: number(removed),
    changed: number(changed),
  });
  return (
    <div className="flex flex-col gap-2">
      <p className={`font-bold ${settled === null ? 'text-danger' : ''}`}>{counts}</p>
      {before === null ? <p className="text-sm">{t('difference.noBefore')}</p> : null}
      {settled === null ? (
        <p className="text-sm">{t('difference.open')}</p>
      ) : (
        <div className="text-sm">
          <p className="whitespace-pre-line">{t('difference.settled', { reason: settled.reason })}</p>
          <p className="flex flex-wrap items-center gap-2 text-ink-soft">
            {t('findings.decided', { name: settled.officerName, at: dateTime(settled.at), seq: settled.seq })}
            <SignatureMark holds={settled.signatureHolds} />
          </p>
        </div>
      )}
      <div className="flex h-80 rounded-8 border border-line">
        <VirtualList
          label={t('difference.list')}
          total={paged.total ?? 0}
          rowAt={paged.rowAt}
          onRange={paged.onRange}
          rowHeight={ROW}
          selectedIndex={selected}
          onSelect={setSelected}
          renderRow={({ kind, path, before: old, after: now }) => (
            <div className="flex min-w-0 flex-col gap-0.5 px-3 py-1">
              <span className="flex min-w-0 items-center gap-2">
                <StateBadge {...kinds[kind]}>{t(`difference.${kind}`)}</StateBadge>
                <span className="truncate" title={path}>
                  <FileName path={path} />
                </span>
              </span>
              <Side label={t('difference.before')} file={old} />
              <Side label={t('difference.after')} file={now} />
            </div>
          )}
        />
      </div>
      {settled === null && may('media.settleDifference') ? (
        <div>
          <Button icon={Gavel} onPress={() => setDeciding(true)}>
            {t('difference.decide')}
          </Button>
        </div>
      ) : null}
      {deciding ? (
        <SettleDifference
          requestId={requestId}
          after={after.id}
          counts={counts}
          onClose={() => setDeciding(false)}
        />
      ) : null}
    </div>
  );
}

function SettleDifference({
  requestId,
  after,
  counts,
  onClose,
}: {
  readonly requestId: string;
  readonly after: string;
  readonly counts: string;
  readonly onClose: () => void;
}) {
  const t = useInspectionText();
  const settle = useCommand('media', 'settleDifference');
  return (
    <SignDialog
      title={t('difference.settleTitle')}
      pending={settle.isPending}
      error={settle.error}
      onClose={onClose}
      onSign={(reason, password, done) =>
        settle.mutate(
          { requestId, after, reason, password },
          {
            onSuccess: () => {
              notify(t('difference.done'));
              onClose();
            },
            onSettled: done,
          },
        )
      }
    >
      <p>{t('difference.settleMeans')}</p>
      <p className="font-bold">{counts}</p>
    </SignDialog>
  );
}
