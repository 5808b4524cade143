import type { Page } from '@playwright/test';

/** Asks for an exception of a month, on the page of a person that is open. */
export async function askForException(
  page: Page,
  reason: string,
): Promise<void> {
  await page.getByRole('button', { name: 'Ask for an exception' }).click();
  await page.getByLabel('Reason').fill(reason);
  const lastDay = new Date(Date.now() + 30 * 86_400_000);
  for (const [part, value] of [
    [/^day/, lastDay.getDate()],
    [/^month/, lastDay.getMonth() + 1],
    [/^year/, lastDay.getFullYear()],
  ] as const) {
    await page
      .getByRole('dialog')
      .getByRole('spinbutton', { name: part })
      .click();
    await page.keyboard.type(String(value).padStart(2, '0'));
  }
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
}
