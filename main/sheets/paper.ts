import { join } from 'node:path';
import type { BrowserWindow } from 'electron';

/** What a sheet needs of the system: a place to save to, its pages as a PDF, a printer. */
export interface Paper {
  /** Asks for a file to save to, proposing a name; undefined when none was chosen. */
  choose(name: string): Promise<string | undefined>;
  /** The sheet that is shown, as the bytes of a PDF. */
  pdf(): Promise<Uint8Array>;
  hasPrinter(): Promise<boolean>;
  /** Prints the sheet that is shown by way of the system's dialog. */
  print(): Promise<'sent' | 'cancelled' | 'failed'>;
}

async function ownWindow(): Promise<BrowserWindow> {
  const { BrowserWindow: Windows } = await import('electron');
  const [window] = Windows.getAllWindows();
  if (window === undefined) throw new Error('there is no window to print from');
  return window;
}

/**
 * The system's own dialogs and printers. Electron is loaded here alone, so that everything else of the sheets runs without it.
 * The PDF is made in memory; what the system's spooler keeps of a printed sheet is the system's.
 */
export const systemPaper: Paper = {
  async choose(name) {
    const { app, dialog } = await import('electron');
    const { canceled, filePath } = await dialog.showSaveDialog(await ownWindow(), {
      defaultPath: join(app.getPath('documents'), name),
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
      properties: ['showOverwriteConfirmation', 'createDirectory', 'dontAddToRecent'],
    });
    return canceled || filePath === '' ? undefined : filePath;
  },

  async pdf() {
    const { webContents } = await ownWindow();
    return webContents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
    });
  },

  async hasPrinter() {
    const { webContents } = await ownWindow();
    return (await webContents.getPrintersAsync()).length > 0;
  },

  async print() {
    const { webContents } = await ownWindow();
    return new Promise((resolve) => {
      webContents.print(
        { pageSize: 'A4', printBackground: true, margins: { marginType: 'none' } },
        (sent, reason) => {
          if (sent) resolve('sent');
          else resolve(/cancel/iu.test(reason) ? 'cancelled' : 'failed');
        },
      );
    });
  },
};
