import type { ListedFile } from '../../../shared/media/inspection/model.ts';
import { usePaged } from '../../api/pages.ts';
import { FailedState, LoadingState } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { useState } from 'react';
import { FileName } from './parts.tsx';
import { useInspectionText } from './text.ts';

const ROW = 52;

/** What is known of a file on one line. */
export function FileFacts({ file }: { readonly file: ListedFile }) {
  const t = useInspectionText();
  const { dateTime, bytes } = useFormat();
  return (
    <span className="flex min-w-0 gap-3 text-xs text-ink-soft tabular-nums">
      <span className="shrink-0">{bytes(file.size)}</span>
      <span className="shrink-0">{dateTime(file.modifiedAt)}</span>
      {file.problem === null ? (
        <span className="min-w-0 truncate font-mono" title={file.sha256 ?? ''}>
          {file.sha256}
        </span>
      ) : (
        <span className="font-bold text-warn">{t(`problem.${file.problem}`)}</span>
      )}
    </span>
  );
}

/** The files of a content list, however many: only what is in sight is read. */
export function FilesList({ listingId }: { readonly listingId: string }) {
  const t = useInspectionText();
  const [selected, setSelected] = useState<number | null>(null);
  const paged = usePaged('media', 'listing', { listingId });
  if (paged.error !== null) return <FailedState error={paged.error} onRetry={paged.retry} />;
  if (paged.total === undefined) return <LoadingState />;
  if (paged.total === 0) return <p className="text-sm">{t('contents.empty')}</p>;
  return (
    <div className="flex h-80 rounded-8 border border-line">
      <VirtualList
        label={t('contents.list')}
        total={paged.total}
        rowAt={paged.rowAt}
        onRange={paged.onRange}
        rowHeight={ROW}
        selectedIndex={selected}
        onSelect={setSelected}
        renderRow={(file) => (
          <div className="flex min-w-0 flex-col px-3 py-1">
            <span className="truncate" title={file.path}>
              <FileName path={file.path} />
            </span>
            <FileFacts file={file} />
          </div>
        )}
      />
    </div>
  );
}
