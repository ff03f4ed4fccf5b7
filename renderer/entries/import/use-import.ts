import type { ImportOutcome, ImportPreview } from '../../../shared/entries/import-model.ts';
import { call } from '../../api/client.ts';
import { refresh, usePush } from '../../api/queries.ts';
import { type FileImportCalls, type FileImportState, useFileImport } from '../../api/use-file-import.ts';

export type ImportState = FileImportState<ImportPreview, ImportOutcome>;

const calls: FileImportCalls<ImportPreview, ImportOutcome, []> = {
  choose: () => call('entries', 'chooseImport', {}),
  look: (file, mapping) => call('entries', 'previewImport', { file, mapping }),
  run: async ({ file, mapping }) => {
    const outcome = await call('entries', 'runImport', { file, mapping });
    refresh('entries');
    return outcome;
  },
  cancel: () => call('entries', 'cancelImport', {}),
};

/** Taking the records of an access-control system in: the import's state and what can be done in it. */
export function useImport() {
  const { told, ...importing } = useFileImport(calls);
  usePush('entries', 'importProgress', told);
  return importing;
}
