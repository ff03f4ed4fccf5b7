import { FolderOpen } from 'lucide-react';
import type { FoundBackup } from '../../../shared/vault/model.ts';
import { useCommand } from '../../api/queries.ts';
import { useRefusalText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useVaultText } from '../text.ts';

/** Asks for the folder of a backup. */
export function ChooseStep({ onFound }: { readonly onFound: (found: FoundBackup) => void }) {
  const t = useVaultText();
  const words = useRefusalText();
  const choose = useCommand('vault', 'chooseBackup');
  const problem = words(choose.error);
  return (
    <div className="flex flex-col gap-4">
      <p>{t('restore.chooseAbout')}</p>
      {problem === undefined ? null : (
        <div role="alert">
          <ErrorText>{problem}</ErrorText>
        </div>
      )}
      <div>
        <Button
          variant="solid"
          icon={FolderOpen}
          autoFocus
          pending={choose.isPending}
          onPress={() =>
            choose.mutate(
              {},
              {
                onSuccess: (found) => {
                  if (found !== null) onFound(found);
                },
              },
            )
          }
        >
          {t('restore.choose')}
        </Button>
      </div>
    </div>
  );
}

/** What a backup says of itself. */
export function FoundFacts({ found }: { readonly found: FoundBackup }) {
  const t = useVaultText();
  const format = useFormat();
  return (
    <FactList
      columns={2}
      facts={[
        { label: t('restore.path'), value: found.path, wide: true },
        { label: t('restore.madeAt'), value: format.dateTime(found.madeAt) },
        { label: t('restore.site'), value: found.site },
        { label: t('restore.entries'), value: t('restore.entriesValue', { n: format.number(found.size) }) },
        { label: t('restore.bytes'), value: format.bytes(found.bytes) },
      ]}
    />
  );
}
