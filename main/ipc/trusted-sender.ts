/** The one origin that the window is served from. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'suimon';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/** The frame a message came from, as Electron tells it: null once the frame has gone. */
export interface SenderFrame {
  readonly url: string;
  readonly parent: SenderFrame | null;
  readonly top: SenderFrame | null;
}

/** Whether a URL is of our own origin: exactly our scheme and host, no port, no user. */
export function isOwnUrl(url: string): boolean {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return false;
  }
  return (
    parsed.protocol === `${APP_SCHEME}:` &&
    parsed.host === APP_HOST &&
    parsed.username === '' &&
    parsed.password === ''
  );
}

/**
 * Whether a message may be listened to: it comes from the main frame of our own window, showing our own origin. A frame
 * that has gone (null), a frame within another, another window and another origin are not.
 */
export function isTrustedSender(
  frame: SenderFrame | null | undefined,
  ownFrame: SenderFrame | undefined,
): boolean {
  if (frame === null || frame === undefined || ownFrame === undefined) return false;
  return frame === ownFrame && frame.parent === null && isOwnUrl(frame.url);
}
