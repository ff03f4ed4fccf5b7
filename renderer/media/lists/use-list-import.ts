import type { ListOutcome, ListPreview } from '../../../shared/media/lists/model.ts';
import { call } from '../../api/client.ts';
import { refresh, usePush } from '../../api/queries.ts';
import { type FileImportCalls, type FileImportState, useFileImport } from '../../api/use-file-import.ts';

export type ListState = FileImportState<ListPreview, ListOutcome>;

const calls: FileImportCalls<ListPreview, ListOutcome, [reason: string]> = {
  choose: () => call('media', 'chooseList', {}),
  look: (file, mapping) => call('media', 'previewList', { file, mapping }),
  run: async ({ file, mapping }, reason) => {
    const outcome = await call('media', 'importList', { file, mapping, reason });
    refresh('media');
    return outcome;
  },
  cancel: () => call('media', 'cancelList', {}),
};

/** Taking a list of media in: its state and what can be done in it. */
export function useListImport() {
  const { told, ...list } = useFileImport(calls);
  usePush('media', 'listProgress', told);
  return list;
}
