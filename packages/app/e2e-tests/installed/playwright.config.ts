import { defineConfig } from '@playwright/test';
import { browserPath } from '../support/browser';

const minute = 60_000;

/** A portal that `npm run install:try` has made and started, in the browser of the other tests. */
export default defineConfig({
  globalSetup: '../support/browser.ts',
  outputDir: '../../../../.cache/e2e-test-results/installed',
  // A development server compiles the pages while they are opened, and the first sync goes on beside it.
  timeout: 8 * minute,
  expect: { timeout: 2 * minute },
  workers: 1,
  reporter: [['list']],
  use: {
    baseURL: process.env.INSTALLED_PORTAL_URL,
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      executablePath: browserPath,
      args: [
        '--headless=shell',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
      ],
    },
  },
});
