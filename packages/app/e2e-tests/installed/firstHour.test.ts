import { expect, test, type Page } from '@playwright/test';
import { join } from 'node:path';

/** Who has not registered in the simulated tenant, and the team that they are on. */
const person = 'Tom Okonjo';
const team = '/catalog/default/group/checkout';

async function keepPicture(page: Page, name: string) {
  const folder = process.env.INSTALLED_PICTURES;
  if (folder) {
    await page.screenshot({ path: join(folder, `${name}.png`) });
  }
}

/** A new portal has a guest; of the old frontend system, it signs them in by itself. */
async function enter(page: Page) {
  await page.goto('/');
  const guest = page.getByRole('button', { name: 'Enter' });
  const sidebar = page.getByRole('link', { name: 'MFA', exact: true });
  await expect(guest.or(sidebar).first()).toBeVisible();
  if (await guest.isVisible()) await guest.click();
  await expect(
    sidebar,
    'The sidebar has no item "MFA": the app has not found the plugin',
  ).toBeVisible();
  return sidebar;
}

test('a portal that was made a minute ago shows the figure, and a team its gap by name', async ({
  page,
}) => {
  const sidebar = await enter(page);
  await sidebar.click();
  await expect(page).toHaveURL(/\/entra-mfa/);
  await expect(
    page
      .locator('main')
      .getByText(/^\d+(\.\d)? ?%$/)
      .first(),
    'The page shows no figure: the first sync has not ended, or failed',
  ).toBeVisible();
  await keepPicture(page, 'page');

  // A Group has a list of its members too, in which everybody is.
  const card = page
    .locator('[class*="bui-Card"], [class*="MuiCard-root"]')
    .filter({ hasText: 'MFA in this team' })
    .first();
  // The card shows the first few.
  const somebody = card.getByRole('listitem').getByRole('link').first();
  await expect(async () => {
    // The catalog is still being filled after the first sync, which is done again once it is.
    await page.goto(team);
    await expect(
      card,
      'The page of a Group has no card, or the catalog has no such Group',
    ).toBeVisible({ timeout: 20_000 });
    await expect(
      card.getByText(/^\d+ of \d+ registered$/),
      'The card shows no gap: the team is not known yet',
    ).toBeVisible({ timeout: 10_000 });
    await expect(somebody, 'The card names nobody').toBeVisible();
  }).toPass({ timeout: 4 * 60_000 });
  await card.scrollIntoViewIfNeeded();
  await keepPicture(page, 'team');

  await card.getByRole('link', { name: 'See all', exact: true }).click();
  await expect(
    page.getByRole('row', { name: person }).getByText('not registered'),
    `The team's list does not say that ${person} has not registered`,
  ).toBeVisible();
  await keepPicture(page, 'list');
});
