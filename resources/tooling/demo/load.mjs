// @ts-check
import { createServer } from 'vite';
import { root } from '../paths.mjs';

/**
 * Loads TypeScript modules of this checkout into this process (Node 20 cannot by itself) for as long as `work` goes on,
 * since modules may import others later. Opens no port.
 * @template T
 * @param {(load: (path: string) => Promise<any>) => Promise<T>} work gets a loader of paths below the checkout
 */
export async function withTs(work) {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'warn',
    appType: 'custom',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
  });
  try {
    return await work((path) => server.ssrLoadModule(`/${path}`));
  } finally {
    await server.close();
  }
}
