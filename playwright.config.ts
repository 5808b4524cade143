import { defineConfig } from '@playwright/test';

/** The portal of `npm run demo`, on a port and in a folder of its own. */
const port = Number(process.env.E2E_PORT ?? 7117);

export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  outputDir: '.cache/e2e-test-results',
  timeout: 90_000,
  expect: { timeout: 20_000 },
  workers: 1,
  forbidOnly: !!process.env.CI,
  reporter: process.env.CI ? [['list'], ['json']] : [['list']],
  globalSetup: './packages/app/e2e-tests/support/globalSetup.ts',
  use: {
    baseURL: process.env.PLAYWRIGHT_URL ?? `http://localhost:${port}`,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
});
