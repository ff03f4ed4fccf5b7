import { HardDrive } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { ChosenFolder } from '../../../shared/media/inspection/contract.ts';
import type { InspectionProgress, Way } from '../../../shared/media/inspection/model.ts';
import { useCommand, usePush } from '../../api/queries.ts';
import { useRefusalText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { ProgressBar } from '../../ui/progress.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { FileName } from './parts.tsx';
import { useInspectionText } from './text.ts';

/** How far the scan or list under way is; forgotten by `begin`. */
export function useProgress(): {
  readonly progress: InspectionProgress | undefined;
  readonly begin: () => void;
} {
  const [progress, setProgress] = useState<InspectionProgress>();
  const heard = useCallback((message: InspectionProgress) => setProgress(message), []);
  usePush('media', 'inspecting', heard);
  return { progress, begin: () => setProgress(undefined) };
}

/** A scan or list going on: how many files, which is in hand, and a way to stop it. */
export function WorkProgress({
  label,
  progress,
}: {
  readonly label: string;
  readonly progress: InspectionProgress | undefined;
}) {
  const t = useInspectionText();
  const { number, bytes } = useFormat();
  const cancel = useCommand('media', 'cancelInspection');
  const n = number(progress?.files ?? 0);
  const read = progress?.bytes ?? 0;
  return (
    <div className="flex flex-col gap-1">
      <ProgressBar label={label} value={0} max={0} onCancel={() => cancel.mutate({})} />
      <p className="flex min-w-0 gap-3 text-sm">
        <span className="shrink-0 tabular-nums">
          {read === 0 ? t('work.files', { n }) : t('work.filesBytes', { n, bytes: bytes(read) })}
        </span>
        <span className="min-w-0 truncate text-ink-soft">
          <FileName path={progress?.path ?? ''} />
        </span>
      </p>
    </div>
  );
}

/** Chooses the drive in the system's dialog; main keeps its path. */
export function DriveField({
  chosen,
  onChoose,
  isDisabled,
}: {
  readonly chosen: ChosenFolder | null;
  readonly onChoose: (folder: ChosenFolder) => void;
  readonly isDisabled: boolean;
}) {
  const t = useInspectionText();
  const words = useRefusalText();
  const choose = useCommand('media', 'chooseDrive');
  const problem = words(choose.error);
  return (
    <div>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          icon={HardDrive}
          isDisabled={isDisabled}
          pending={choose.isPending}
          onPress={() =>
            choose.mutate(
              {},
              {
                onSuccess: (folder) => {
                  if (folder !== null) onChoose(folder);
                },
              },
            )
          }
        >
          {t('scan.choose')}
        </Button>
        {chosen === null ? null : (
          <span className="min-w-0 text-sm">
            <span className="mr-2 text-ink-soft">{t('scan.chosen')}</span>
            <FileName path={chosen.path} />
          </span>
        )}
      </div>
      {problem === undefined ? null : <ErrorText>{problem}</ErrorText>}
    </div>
  );
}

/** For which way something is recorded, where there is more than one. */
export function WayField({
  ways,
  value,
  onChange,
}: {
  readonly ways: readonly Way[];
  readonly value: Way;
  readonly onChange: (way: Way) => void;
}) {
  const t = useInspectionText();
  if (ways.length < 2) return <p className="text-sm font-bold">{t(`way.${value}`)}</p>;
  return (
    <RadioGroup
      label={t('way.label')}
      value={value}
      onChange={onChange}
      options={ways.map((way) => ({ id: way, label: t(`way.${way}`) }))}
    />
  );
}
