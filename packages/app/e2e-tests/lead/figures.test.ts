import {
  formatPermille,
  type Overview,
  type Teams,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { signIn } from '../support/signIn';
import { expect, test } from '../support/test';

const number = (value: number) => value.toLocaleString('en-US');

test('the first page shows the figures of the API, and they add up', async ({
  page,
  portal,
}) => {
  await signIn(page, '/entra-mfa');
  // What an earlier test has decided may be counted between the two answers.
  await expect(async () => {
    const { counts, directory, series, snapshot } = await portal.api<Overview>(
      '/overview',
    );
    const { coverage, tiers, noTier } = counts!;
    const sum = (parts: { count: number }[]) =>
      parts.reduce((total, part) => total + part.count, 0);
    expect(sum(directory!.inScope) + sum(directory!.leftOut)).toBe(
      directory!.total,
    );
    expect(
      Object.values(tiers).reduce((total, count) => total + count, noTier),
    ).toBe(sum(directory!.inScope));
    // Each of the last 28 days, every second one of the 62 before, and today.
    expect(snapshot!.number).toBeGreaterThanOrEqual(60);
    const oldest = Date.parse(series[0].at);
    expect(Date.now() - oldest).toBeGreaterThan(89 * 86_400_000);

    await page.reload();
    await expect(
      page.getByText(formatPermille(coverage.permille)!).first(),
    ).toBeVisible();
    const equation = page.getByText(/^Directory/).locator('..');
    await expect(equation).toContainText(number(directory!.total));
    await expect(equation).toContainText(number(sum(directory!.inScope)));
    for (const { count } of directory!.leftOut.filter(part => part.count > 0)) {
      await expect(equation).toContainText(number(count));
    }
  }).toPass({ timeout: 45_000 });
});

test('teams are ranked by people short, and the tree opens', async ({
  page,
  portal,
}) => {
  const subTeams = (parent: string) =>
    portal.api<Teams>(`/teams?parent=${encodeURIComponent(parent)}`);
  // One group has no parent: the organisation. Its teams are shown at once.
  const [organisation] = (await subTeams('none')).items;
  const { items } = await subTeams(organisation.ref);
  const shorts = items.map(team => team.coverage?.short ?? 0);
  expect(shorts).toEqual([...shorts].sort((a, b) => b - a));

  await signIn(page, '/entra-mfa/teams');
  const rows = page.getByRole('rowheader');
  await expect(rows.nth(0)).toContainText(organisation.title);
  await expect(rows.nth(1)).toContainText(items[0].title);
  const parent = items.find(team => team.subTeams > 0)!;
  await page
    .getByRole('button', { name: `Show sub-teams of ${parent.title}` })
    .click();
  const below = await subTeams(parent.ref);
  await expect(
    page.getByRole('link', { name: below.items[0].title, exact: true }),
  ).toBeVisible();
});

test('any past day is shown as it was', async ({ page, portal }) => {
  const day = new Date(Date.now() - 60 * 24 * 3600 * 1000)
    .toISOString()
    .slice(0, 10);
  const past = await portal.api<Overview>(`/overview?at=${day}`);
  const now = await portal.api<Overview>('/overview');
  expect(past.counts!.coverage.permille).toBeLessThan(
    now.counts!.coverage.permille!,
  );
  await signIn(page, `/entra-mfa?at=${day}`);
  await expect(
    page.getByText(formatPermille(past.counts!.coverage.permille)!).first(),
  ).toBeVisible();
  await expect(page.getByText('Back to now')).toBeVisible();
});
