import { defineConfig } from 'vitest/config';

/** Tests in the real Electron window: two files at a time, with time for a cold start of Electron on a slow machine. */
export default defineConfig({
  test: {
    name: 'e2e',
    environment: 'node',
    include: ['test/**/*.e2e.ts'],
    setupFiles: ['test/setup/own-display.ts'],
    globalSetup: ['resources/tooling/test/e2e-setup.mjs', 'test/e2e/site.ts'],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
