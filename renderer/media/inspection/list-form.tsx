import { ListChecks } from 'lucide-react';
import { useState } from 'react';
import type { ChosenFolder } from '../../../shared/media/inspection/contract.ts';
import type { Inspection, Way } from '../../../shared/media/inspection/model.ts';
import { useCommand } from '../../api/queries.ts';
import { useRefusalText } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { openWays } from './parts.tsx';
import { useInspectionText } from './text.ts';
import { DriveField, useProgress, WayField, WorkProgress } from './work.tsx';

/** Takes a content list of a drive. */
export function ListForm({
  requestId,
  inspection,
}: {
  readonly requestId: string;
  readonly inspection: Inspection;
}) {
  const t = useInspectionText();
  const words = useRefusalText();
  const { number } = useFormat();
  const { canWrite } = useSession();
  const list = useCommand('media', 'listContents');
  const { progress, begin } = useProgress();
  const ways = openWays(inspection);
  const [chosenWay, setWay] = useState<Way>();
  const [folder, setFolder] = useState<ChosenFolder | null>(null);
  // The medium may have been moved meanwhile.
  const way = chosenWay !== undefined && ways.includes(chosenWay) ? chosenWay : (ways[0] ?? 'entry');
  const { data } = list;
  const problem = words(list.error);
  return (
    <div className="flex flex-col gap-3">
      <WayField ways={ways} value={way} onChange={setWay} />
      <DriveField
        chosen={folder}
        isDisabled={list.isPending || !canWrite}
        onChoose={(chosen) => {
          list.reset();
          setFolder(chosen);
        }}
      />
      {list.isPending ? (
        <WorkProgress label={t('contents.going')} progress={progress} />
      ) : (
        <div>
          <Button
            variant="solid"
            icon={ListChecks}
            isDisabled={folder === null || !canWrite}
            onPress={() => {
              if (folder === null) return;
              begin();
              list.mutate({ requestId, way, folder: folder.id });
            }}
          >
            {t('contents.make')}
          </Button>
        </div>
      )}
      <div aria-live="polite" className="text-sm font-bold">
        {list.isPending || data === undefined
          ? null
          : data === null
            ? t('scan.cancelled')
            : t('contents.done', { n: number(data.files) })}
        {problem === undefined ? null : <ErrorText>{problem}</ErrorText>}
      </div>
    </div>
  );
}
