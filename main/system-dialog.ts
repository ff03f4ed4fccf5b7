import { join } from 'node:path';
import type { FileFilter, OpenDialogOptions } from 'electron';

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

/**
 * Asks where to save a file, proposing its name in the documents' folder; the dialog asks before a file is replaced. Undefined
 * when nowhere was chosen.
 */
export async function askWhereToSave(name: string, filters: FileFilter[]): Promise<string | undefined> {
  const { app, BrowserWindow, dialog } = await import('electron');
  const options = {
    defaultPath: join(app.getPath('documents'), name),
    filters,
    properties: ['showOverwriteConfirmation', 'createDirectory', 'dontAddToRecent'] as const,
  };
  const asked = { ...options, properties: [...options.properties] };
  const window = BrowserWindow.getFocusedWindow();
  const chosen = await (window === null
    ? dialog.showSaveDialog(asked)
    : dialog.showSaveDialog(window, asked));
  return chosen.canceled || chosen.filePath === '' ? undefined : chosen.filePath;
}
