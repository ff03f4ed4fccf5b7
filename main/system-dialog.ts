import type { OpenDialogOptions } from 'electron';

/**
 * Asks for a file or folder with the system's own dialog; undefined when none was chosen. Electron is loaded here alone, so
 * that everything else runs without it.
 */
export async function askForPath(options: OpenDialogOptions): Promise<string | undefined> {
  const { BrowserWindow, dialog } = await import('electron');
  const window = BrowserWindow.getFocusedWindow();
  const chosen = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return chosen.canceled ? undefined : chosen.filePaths[0];
}
