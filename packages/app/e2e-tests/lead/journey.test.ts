import type {
  Overview,
  People,
  Team,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { signIn } from '../support/signIn';
import { expect, test } from '../support/test';

const number = (value: number) => value.toLocaleString('en-US');

test('a lead walks from the figure to a person of the own team', async ({
  page,
  portal,
}) => {
  const overview = await portal.api<Overview>('/overview');
  const { covered, uncovered, short } = overview.counts!.coverage;

  await signIn(page, '/entra-mfa');
  await expect(
    page.getByText(
      `${number(covered)} of ${number(covered + uncovered)} people counted`,
    ),
  ).toBeVisible();
  await expect(page.getByText(`${number(short)} people short`)).toBeVisible();

  // Through the donut to the list: who is not registered is its last part, which ends at the top.
  const donut = page.locator('svg[viewBox="-50 -50 100 100"]');
  const share = uncovered / (covered + uncovered);
  const { width, height } = (await donut.boundingBox())!;
  const position = {
    x: width * (0.5 - 0.42 * Math.sin(Math.PI * share)),
    y: height * (0.5 - 0.42 * Math.cos(Math.PI * share)),
  };
  // What is still loading above may move it away from under the pointer.
  await expect(async () => {
    await page.mouse.move(0, 0);
    await donut.hover({ position });
    await expect(
      page.getByText(`${number(uncovered)} not registered: open the list`),
    ).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await donut.click({ position });
  await expect(page).toHaveURL(/state=uncovered/);

  // The list has the people of the lead's teams, and says that there are others.
  const mine = await portal.api<People>('/people?state=uncovered&count=true');
  expect(mine.visibility).toBe('some');
  expect(mine.totalItems).toBeGreaterThan(0);
  expect(mine.totalItems).toBeLessThan(uncovered);
  await expect(
    page.getByText(`You may see ${number(mine.totalItems!)} of them by name`),
  ).toBeVisible();
  await expect(
    page.getByText(
      `you see ${number(mine.totalItems!)} of ${number(uncovered)} people`,
    ),
  ).toBeVisible();

  // To the own team: the card names who is not registered.
  await page.getByRole('tab', { name: 'Teams' }).click();
  await page.getByRole('searchbox', { name: 'Find a team' }).fill('paym');
  await page
    .getByRole('rowheader')
    .getByRole('link', { name: 'Payments', exact: true })
    .click();
  await expect(page).toHaveURL(/\/catalog\/default\/group\/payments/);
  const team = await portal.api<Team>('/teams/group/default/payments');
  expect(team.names).toBe('visible');
  await expect(page.getByText('MFA in this team')).toBeVisible();
  await expect(
    page.getByText(
      `${team.coverage!.covered} of ${
        team.coverage!.covered + team.coverage!.uncovered
      } registered`,
    ),
  ).toBeVisible();

  // To a person of it, by the list of the team.
  await page.getByRole('link', { name: 'See all', exact: true }).click();
  await expect(page).toHaveURL(/team=group/);
  const people = await portal.api<People>(
    '/people?team=group:default/payments&state=uncovered',
  );
  const [person] = people.items;
  await page.goto(`/entra-mfa/people/${person.tenant}/${person.id}`);
  await expect(
    page.getByRole('heading', { name: person.displayName }),
  ).toBeVisible();
  await expect(page.getByText('Why counted so')).toBeVisible();
  await expect(page.getByText('The rows behind it')).toBeVisible();
});

test('a lead sees counts of another team, and no names', async ({
  page,
  portal,
}) => {
  const team = await portal.api<Team>('/teams/group/default/field-sales');
  expect(team.names).toBe('hidden');
  expect(team.coverage!.uncovered).toBeGreaterThan(0);
  await signIn(page, '/catalog/default/group/field-sales');
  await expect(
    page.getByText(`${team.coverage!.uncovered} people are not registered.`),
  ).toBeVisible();
  await expect(
    page.getByText('Names are visible to people with'),
  ).toBeVisible();
});

test('a lead sees the own state, and nothing of a person of another team', async ({
  page,
}) => {
  await signIn(page, '/catalog/default/user/maya.oduya_contoso.com');
  await expect(
    page.getByRole('heading', { name: 'MFA registration' }),
  ).toBeVisible();
  await expect(
    page.getByRole('link', { name: /Register a method|Open security info/ }),
  ).toHaveAttribute('href', 'https://mysignins.microsoft.com/security-info');

  await page.goto('/catalog/default/user/jonas.lindqvist_contoso.com');
  await expect(
    page.getByText('jonas.lindqvist@contoso.com').first(),
  ).toBeVisible();
  await expect(
    page.getByRole('heading', { name: 'MFA registration' }),
  ).toHaveCount(0);
});
