import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { inject, onTestFinished } from 'vitest';
import { attach } from '../../resources/tooling/attach.mjs';
import { copySite } from '../../resources/tooling/demo/site-folder.mjs';
import { accountFolder, launcher } from '../../resources/tooling/electron.mjs';

/** The program, started on a site folder. */
export interface Program {
  readonly electron: ElectronApplication;
  readonly page: Page;
  /** Ends it as a person does. */
  close(): Promise<void>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

/** An empty folder for a site, removed at the end of the test. */
export function emptySite(): string {
  const folder = accountFolder('suimon-e2e-');
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20 }));
  return folder;
}

/** A copy of the tests' site, removed at the end of the test. */
export function someSite(): string {
  const folder = copySite(inject('site'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20 }));
  return folder;
}

export const ledgerOf = (folder: string): string => join(folder, 'ledger', 'ledger.suimon');

/**
 * Starts the program on a site folder and waits for its first screen; it ends with the test if it has not before. `copy` is a
 * folder with a changed copy of the program.
 */
export async function start(folder: string, args: readonly string[] = [], copy?: string): Promise<Program> {
  const { executablePath, app } = await launcher();
  const electron = await attach({
    executablePath,
    args: [copy ?? app, `--site-folder=${folder}`, ...args],
    chromiumSandbox: true,
  });
  const child = electron.process();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  let over = false;
  child.once('exit', () => {
    over = true;
  });
  // As a person ends it: after a kill its helper processes would go on writing to the folder for a while.
  onTestFinished(async () => {
    if (!over) await electron.close();
    await ended;
  }, 30_000);
  const page = await electron.firstWindow();
  page.setDefaultTimeout(10_000);
  await page.locator('h1').first().waitFor({ state: 'attached', timeout: 20_000 });
  return {
    electron,
    page,
    close: async () => {
      await electron.close();
      await ended;
    },
    kill,
  };
}

/** Answers the system's file dialog, which no test can reach: the one thing that is put in the place of the real one. */
export async function chooseNext({ electron }: Pick<Program, 'electron'>, path: string): Promise<void> {
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
}
