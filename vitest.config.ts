import { configDefaults, defineConfig } from 'vitest/config';

const e2e = 'test/**/*.e2e.ts';

/** Passwords are stretched as in the program, but less long: see test/setup/stretching.ts. */
const resolve = {
  alias: [
    {
      find: /^(\.{1,2}\/)+([a-z]+\/)*stretching\.ts$/,
      replacement: `${import.meta.dirname}/test/setup/stretching.ts`,
    },
  ],
};

/** A slow machine is no fault: what hangs ends, what is slow is told by the bench. */
const limits = { testTimeout: 30_000, hookTimeout: 30_000 };

/** Unit and integration tests; what runs in a real Electron window has vitest.e2e.config.ts. */
export default defineConfig({
  test: {
    // Most of the time goes into deriving keys: a worker for each core, not for each but one.
    maxWorkers: '100%',
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          environment: 'node',
          ...limits,
          globalSetup: ['test/setup/run-folder.ts'],
          include: ['test/{shared,main,tooling,security,faults}/**/*.test.{ts,mjs}'],
          exclude: [...configDefaults.exclude, e2e],
        },
      },
      {
        resolve,
        test: {
          name: 'renderer',
          environment: 'happy-dom',
          ...limits,
          globalSetup: ['test/setup/run-folder.ts'],
          include: ['test/renderer/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
