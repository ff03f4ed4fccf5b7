import { app, type Session } from 'electron';
import { APP_SCHEME } from './ipc/trusted-sender.ts';

/** Where the system's printing service listens on this machine itself (libcups' own default under FHS 3). */
const PRINTING_SOCKET = '/run/cups/cups.sock';

/**
 * Before the app is ready: no name is ever resolved, nothing in the background calls home, no proxy is looked for, and printers
 * are asked for over the machine's own socket alone (without one libcups would try TCP port 631).
 */
export function closeNetwork(): void {
  if (process.platform === 'linux') process.env['CUPS_SERVER'] = PRINTING_SOCKET;
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('no-proxy-server');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('disable-sync');
  app.commandLine.appendSwitch('disable-quic');
  app.commandLine.appendSwitch('no-pings');
  app.commandLine.appendSwitch('webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  // A hint to look up a name makes Chromium probe for IPv6 with a UDP connect, though no name is ever looked up.
  app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false');
  app.commandLine.appendSwitch(
    'disable-features',
    'WebRtcHideLocalIpsWithMdns,MediaRouter,NetworkTimeServiceQuerying,OptimizationHints,AutofillServerCommunication,CertificateTransparencyComponentUpdater,DialMediaRouteProvider',
  );
}

/** Denies everything a page could ask of the system, and every request that is not for our own scheme. */
export function denyEverything(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = details.url.startsWith(`${APP_SCHEME}://`) || details.url.startsWith('data:image/');
    answer({ cancel: !allowed });
  });
}
