import type { Locator, Page } from '@playwright/test';
import { signIn } from '../support/signIn';
import { expect, test } from '../support/test';

test('by keyboard alone: to the people who are not registered, and to one of them', async ({
  page,
}) => {
  await signIn(page, '/entra-mfa');
  const link = page.getByRole('link', { name: 'not registered', exact: true });
  await expect(link).toBeVisible();
  await tabTo(page, link);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/state=uncovered/);

  const person = page.getByRole('rowheader').first().getByRole('link');
  await expect(person).toBeVisible();
  await tabTo(page, person);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/entra-mfa\/people\/.+\/.+/);
  await expect(page.getByText('Why counted so')).toBeVisible();
});

test('by keyboard alone: through the tabs and into a team', async ({
  page,
}) => {
  await signIn(page, '/entra-mfa');
  await tabTo(page, page.getByRole('tab', { name: 'Overview' }));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/entra-mfa\/teams/);
  await tabTo(page, page.getByRole('searchbox', { name: 'Find a team' }));
  await page.keyboard.type('payments');
  const team = page
    .getByRole('rowheader')
    .getByRole('link', { name: 'Payments', exact: true });
  await expect(team).toBeVisible();
  await tabTo(page, team);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/catalog\/default\/group\/payments/);
});

/** Presses Tab until the element or something in it has the focus; the page has far fewer stops. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stops = 0; stops < 150; stops += 1) {
    const reached = await target.evaluate(element =>
      element.contains(document.activeElement),
    );
    if (reached) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error('150 times Tab did not reach it');
}
