import type { Page } from '@playwright/test';

/** Whom the sign-in page of the demo offers. Which user the guest is, the project chooses. */
const titles = {
  guest: /^Enter as (Maya Oduya|Guest)/,
  security: /^Enter as Jonas Lindqvist/,
  member: /^Enter as Tom Okonjo/,
  auditor: /^Enter as Ruth Amari/,
};

/** Opens a page of the portal and signs in, as its guest if nobody else is asked for. */
export async function signIn(
  page: Page,
  path: string,
  who: keyof typeof titles = 'guest',
): Promise<void> {
  await page.goto(path);
  const enter = page.getByRole('button', { name: titles[who] });
  await enter.click();
  await enter.waitFor({ state: 'hidden' });
}
