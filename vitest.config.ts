import { defineConfig } from 'vitest/config';

/** One project a kind of test; `npm test` runs them in this order. `suites` starts its own; the last three share one. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{model,functions,emulator,scripts,e2e,bench}/**/*.unit.test.ts',
            '{model,emulator}/**/*.test.ts',
            'functions/src/domain/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/dist/**', '**/*.suite.test.ts'],
          environment: 'node',
        },
      },
      './web/vitest.config.ts',
      {
        test: {
          name: 'suites',
          include: ['scripts/own-suites/**/*.suite.test.ts'],
          globalSetup: 'scripts/own-suites/small-project.setup.ts',
          environment: 'node',
          fileParallelism: false,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'rules',
          include: ['rules/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'functions',
          include: ['functions/src/**/*.suite.test.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['e2e/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 5_000 } },
        },
      },
    ],
  },
});
