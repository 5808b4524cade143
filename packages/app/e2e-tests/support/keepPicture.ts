import type { Page } from '@playwright/test';

/** Keeps a picture of the whole page for who wants to look at it. No test does, so that CI takes none. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (!process.env.CI) {
    await page.screenshot({
      path: `.cache/screenshots/${name}.png`,
      fullPage: true,
    });
  }
}
