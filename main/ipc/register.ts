import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { Reply } from '../../shared/kernel/result.ts';
import type { PushTo } from '../context.ts';
import { channelNames } from '../features.ts';
import { isTrustedSender } from './trusted-sender.ts';

/** The alone one to touch ipcMain: every channel of the contracts, each call checked for its sender first. */
export function registerChannels(
  ownContents: () => WebContents | undefined,
  dispatch: (name: string, args: readonly unknown[]) => Promise<Reply<unknown>>,
  rejected: (name: string) => void,
): void {
  for (const name of channelNames()) {
    ipcMain.handle(name, async (event: IpcMainInvokeEvent, ...args: unknown[]) => {
      if (!isTrustedSender(event.senderFrame, ownContents()?.mainFrame)) {
        rejected(name);
        throw new Error('suimon: sender not trusted');
      }
      return dispatch(name, args);
    });
  }
}

/** Sends a message of the contracts to the window, if there is one. */
export function pushTo(ownContents: () => WebContents | undefined): PushTo {
  return (feature, name, message) => {
    const contents = ownContents();
    if (contents !== undefined && !contents.isDestroyed()) contents.send(`${feature}.${name}`, message);
  };
}
