import {
  formatPermille,
  type Overview,
  type Teams,
} from 'backstage-plugin-entra-mfa-common';
import { signIn } from '../support/signIn';
import { expect, test } from '../support/test';

test('a past day shows the figures of then on every tab, and the link keeps the day', async ({
  page,
  portal,
}) => {
  const day = new Date(Date.now() - 45 * 86_400_000).toISOString().slice(0, 10);
  const then = await portal.api<Overview>(`/overview?at=${day}`);
  const now = await portal.api<Overview>('/overview');
  expect(then.counts!.coverage).not.toEqual(now.counts!.coverage);

  await signIn(page, `/entra-mfa?at=${day}`);
  await expect(
    page.getByText(formatPermille(then.counts!.coverage.permille)!).first(),
  ).toBeVisible();
  await page.screenshot({
    path: '.cache/screenshots/past-day.png',
    fullPage: true,
  });

  await page.getByRole('tab', { name: 'Teams' }).click();
  await expect(page).toHaveURL(new RegExp(`at=${day}`));
  const teams = await portal.api<Teams>(
    `/teams?at=${day}&parent=none&sort=short`,
  );
  const row = page.getByRole('row', { name: teams.items[0].title });
  await expect(row.first()).toContainText(
    formatPermille(teams.items[0].coverage!.permille)!,
  );
});
