import { contextBridge, ipcRenderer } from 'electron';

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

contextBridge.exposeInMainWorld('suimon', { ...Object.fromEntries(features), on });
