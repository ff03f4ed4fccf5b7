import { extname, join, normalize, sep } from 'node:path';
import { APP_HOST } from './ipc/trusted-sender.ts';

/** The kinds of file that the window is made of. */
export const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** The policy of every page: our own files alone, no inline code, no connection, markup only through Trusted Types. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default dompurify',
  ].join('; ');
}

/** The file a URL of ours stands for, or undefined when it is none of the built files: no way leads out of the folder. */
export function fileOf(folder: string, url: string): string | undefined {
  const { host, pathname } = new URL(url);
  if (host !== APP_HOST) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (path.includes('\0') || path.includes('\\')) return undefined;
  const file = normalize(join(folder, path === '/' ? 'index.html' : path));
  return file.startsWith(folder + sep) && extname(file) in TYPES ? file : undefined;
}
