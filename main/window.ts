import { join } from 'node:path';
import { BrowserWindow, type Session, type WebContents } from 'electron';
import { APP_ORIGIN, isOwnUrl } from './ipc/trusted-sender.ts';

/** Opens the program's one window. It shows itself once painted, and goes nowhere but to our own pages. */
export function openWindow(folder: string, session: Session): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Suimon',
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    webPreferences: {
      session,
      preload: join(folder, 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      enableWebSQL: false,
      safeDialogs: true,
      v8CacheOptions: 'code',
    },
  });
  window.once('ready-to-show', () => window.show());
  window.removeMenu();
  void window.loadURL(`${APP_ORIGIN}/`);
  return window;
}

/** Closes the ways out of a page, for every page there will ever be: navigation, new windows, webviews, redirects, WebRTC. */
export function confine(contents: WebContents): void {
  // Electron does not read the switch of the same name: without this call WebRTC would send from here.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => {
    if (!isOwnUrl(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOwnUrl(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnUrl(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
