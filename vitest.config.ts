import { configDefaults, defineConfig } from 'vitest/config';

const e2e = 'test/**/*.e2e.ts';

/** Unit and integration tests; what runs in a real Electron window has vitest.e2e.config.ts. */
export default defineConfig({
  test: {
    // Most of the time goes into deriving keys: a worker for each core, not for each but one.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          globalSetup: ['test/setup/run-folder.ts'],
          include: ['test/{shared,main,tooling,security,faults}/**/*.test.{ts,mjs}'],
          exclude: [...configDefaults.exclude, e2e],
        },
      },
      {
        test: {
          name: 'renderer',
          environment: 'happy-dom',
          globalSetup: ['test/setup/run-folder.ts'],
          include: ['test/renderer/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
