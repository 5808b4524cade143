import type { Page } from '@playwright/test';

/** Asks for an exception of a month, on the page of a person that is open. */
export async function askForException(
  page: Page,
  reason: string,
): Promise<void> {
  await page.getByRole('button', { name: 'Ask for an exception' }).click();
  await page.getByLabel('Reason').fill(reason);
  const lastDay = new Date(Date.now() + 30 * 86_400_000);
  await page
    .getByRole('dialog')
    .getByRole('spinbutton', { name: /^month/ })
    .click();
  await page.keyboard.type(
    [
      String(lastDay.getMonth() + 1).padStart(2, '0'),
      String(lastDay.getDate()).padStart(2, '0'),
      lastDay.getFullYear(),
    ].join(''),
  );
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
}
