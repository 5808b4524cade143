import { defineConfig } from '@playwright/test';
import { people, type Choice } from './packages/app/e2e-tests/support/test';

/** The portal of `npm run demo` in a browser that an npm package carries. */
export default defineConfig<object, Choice>({
  globalSetup: './packages/app/e2e-tests/support/browser.ts',
  testDir: 'packages/app/e2e-tests',
  outputDir: '.cache/e2e-test-results',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.CI ? [['list'], ['json']] : [['list']],
  use: {
    screenshot: 'only-on-failure',
    // With what the page was made of, but no film of each test: drawing it takes a good part of a core.
    // In CI not at all: keeping it costs every test, and what failed has its picture and its page in words.
    trace: process.env.CI
      ? 'off'
      : { mode: 'retain-on-failure', screenshots: false },
    viewport: { width: 1280, height: 900 },
  },
  projects: [
    {
      name: 'lead',
      testMatch: /lead\/.*\.test\.ts/,
      use: { user: people.lead },
    },
    {
      name: 'security',
      testMatch: /security\/.*\.test\.ts/,
      use: { user: people.security, database: 'postgres' },
    },
  ],
});
