const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('empty', {
  nothing: () => ipcRenderer.invoke('nothing'),
  insert: (/** @type {string} */ id) => ipcRenderer.invoke('insert', id),
});
