import { contextBridge, ipcRenderer, webFrame } from 'electron';

/** Written in at build time from `shared/contracts.ts`: the names of every feature's channels and pushes, nothing else. */
declare const __BRIDGE__: Readonly<
  Record<string, { channels: readonly string[]; pushes: readonly string[] }>
>;

type Call = (input: unknown) => Promise<unknown>;

const features = Object.entries(__BRIDGE__).map(([feature, { channels }]): [string, Record<string, Call>] => [
  feature,
  Object.fromEntries(
    channels.map((channel): [string, Call] => [
      channel,
      (input) => ipcRenderer.invoke(`${feature}.${channel}`, input),
    ]),
  ),
]);

/** Listens to a message of the contracts; any other name is refused. Answers how to stop. */
function on(feature: string, name: string, callback: (message: unknown) => void): () => void {
  if (__BRIDGE__[feature]?.pushes.includes(name) !== true) throw new Error('suimon: no such message');
  const listener = (_event: unknown, message: unknown) => callback(message);
  ipcRenderer.on(`${feature}.${name}`, listener);
  return () => {
    ipcRenderer.removeListener(`${feature}.${name}`, listener);
  };
}

// WebRTC looks for its own addresses (UDP connect and bind) even under the strictest policy, and no policy of the page stops
// it: the page is left without it.
void webFrame.executeJavaScript(
  'for (const name of Object.getOwnPropertyNames(globalThis)) if (/^(webkit)?RTC/u.test(name)) delete globalThis[name];',
);

contextBridge.exposeInMainWorld('suimon', { ...Object.fromEntries(features), on });
