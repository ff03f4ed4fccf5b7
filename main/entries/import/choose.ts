import { askForPath } from '../../system-dialog.ts';

/** Asks for the file to take in; undefined when none was chosen. */
export function chooseFile(): Promise<string | undefined> {
  return askForPath({
    properties: ['openFile'],
    filters: [
      { name: 'CSV', extensions: ['csv', 'tsv', 'txt'] },
      { name: '*', extensions: ['*'] },
    ],
  });
}
