import type { Page } from '@playwright/test';

/** Opens a page of the portal and signs in as its guest. */
export async function signIn(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const enter = page.getByRole('button', { name: 'Enter' });
  await enter.click();
  await enter.waitFor({ state: 'hidden' });
}
