/**
 * Asks for a folder with the system's own dialog; undefined when none was chosen. Electron is loaded here alone, so that
 * everything else of the backups runs without it.
 */
export async function chooseFolder(): Promise<string | undefined> {
  const { BrowserWindow, dialog } = await import('electron');
  const window = BrowserWindow.getFocusedWindow();
  const options = { properties: ['openDirectory' as const, 'createDirectory' as const] };
  const chosen = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return chosen.canceled ? undefined : chosen.filePaths[0];
}
