import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol, type Session } from 'electron';
import { APP_SCHEME } from './ipc/trusted-sender.ts';
import { contentSecurityPolicy, fileOf, TYPES } from './protocol-policy.ts';

/** Has to be called before the app is ready: our scheme is standard and secure, and its code may be cached compiled. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/** Serves the built window from `folder` over our own scheme, and nothing else. */
export function serve(session: Session, folder: string): void {
  session.protocol.handle(APP_SCHEME, async (request) => {
    const file = request.method === 'GET' ? fileOf(folder, request.url) : undefined;
    if (file === undefined) return new Response(null, { status: 404 });
    let bytes: Buffer;
    try {
      bytes = await readFile(file);
    } catch {
      return new Response(null, { status: 404 });
    }
    const nonce = randomBytes(16).toString('base64');
    const body = file.endsWith('.html')
      ? bytes.toString('utf8').replaceAll('__NONCE__', nonce)
      : new Uint8Array(bytes);
    return new Response(body, {
      headers: {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': contentSecurityPolicy(nonce),
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': file.endsWith('.html') ? 'no-store' : 'max-age=31536000, immutable',
      },
    });
  });
}
