import { useQueryOf } from '../../api/queries.ts';
import { useFormat } from '../../ui/use-format.ts';
import { useRetentionText } from './text.ts';

/** Says that backups made before entry `erasure` still hold what it erased, and which those are as far as the trail knows. */
export function BackupsNote({ erasure }: { readonly erasure: number }) {
  const t = useRetentionText();
  const format = useFormat();
  const backups = useQueryOf('vault', 'backups', {});
  const before = (backups.data?.rows ?? []).flatMap((row) =>
    row.kind === 'made' && row.size < erasure ? [row] : [],
  );
  return (
    <div className="mb-3 border-l-4 border-warn pl-3 text-sm">
      <p>{t('erased.backups')}</p>
      {before.length === 0 ? null : (
        <ul className="mt-1 list-disc pl-5">
          {before.map(({ seq, name, at, folder }) => (
            <li key={seq} className="break-all">
              {t('erased.backupsWhich', { name, at: format.dateTime(at), folder })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
