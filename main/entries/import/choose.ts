/**
 * Asks for a file with the system's own dialog; undefined when none was chosen. Electron is loaded here alone, so that
 * everything else of the import runs without it.
 */
export async function chooseFile(): Promise<string | undefined> {
  const { BrowserWindow, dialog } = await import('electron');
  const window = BrowserWindow.getFocusedWindow();
  const options = {
    properties: ['openFile' as const],
    filters: [
      { name: 'CSV', extensions: ['csv', 'tsv', 'txt'] },
      { name: '*', extensions: ['*'] },
    ],
  };
  const chosen = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return chosen.canceled ? undefined : chosen.filePaths[0];
}
