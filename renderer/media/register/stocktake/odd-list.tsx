import { X } from 'lucide-react';
import { Link } from 'react-router';
import type { Scan } from '../../../../shared/media/register/rules.ts';
import { IconButton } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useRegisterText } from '../text.ts';
import { useScanWords } from './scan-field.tsx';

/** What was read and ought not to be here: strangers, media that are out, lost, or of another place. */
export function OddList({
  odd,
  onDrop,
}: {
  readonly odd: readonly (Scan & { readonly read: string })[];
  readonly onDrop: (read: string) => void;
}) {
  const t = useRegisterText();
  const words = useScanWords();
  if (odd.length === 0) return <EmptyState title={t('stocktake.noOdd')} />;
  return (
    <ul className="min-h-0 flex-1 overflow-y-auto">
      {odd.map((scan) => (
        <li key={scan.read} className="flex items-center gap-3 border-b border-line px-4 py-1.5">
          <span className="min-w-0 flex-1 break-words">{words(scan)}</span>
          {'row' in scan ? (
            <Link to={`/media/register/${scan.row.id}`} className="focus-ring text-sm text-accent underline">
              {t('stocktake.open')}
            </Link>
          ) : null}
          <IconButton
            icon={X}
            label={t('stocktake.drop', { read: scan.read })}
            onPress={() => onDrop(scan.read)}
          />
        </li>
      ))}
    </ul>
  );
}
