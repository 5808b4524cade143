import type {
  Overview,
  People,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { signIn } from '../support/signIn';
import { expect, test } from '../support/test';

test('security sees everybody by name', async ({ page, portal }) => {
  const { counts } = await portal.api<Overview>('/overview');
  const all = await portal.api<People>('/people?state=uncovered&count=true');
  expect(all.visibility).toBe('all');
  expect(all.totalItems).toBe(counts!.coverage.uncovered);

  await signIn(page, '/entra-mfa/people?state=uncovered');
  await expect(
    page.getByText(`${all.totalItems!.toLocaleString('en-US')} people`, {
      exact: true,
    }),
  ).toBeVisible();
  await expect(
    page.getByText(all.items[0].displayName, { exact: true }).first(),
  ).toBeVisible();
});

test('the catalog finds teams and people by their tags', async ({ page }) => {
  await signIn(
    page,
    '/catalog?filters[kind]=group&filters[user]=all&filters[tags]=mfa-target-missed',
  );
  await expect(
    page.getByRole('link', { name: 'Field Sales', exact: true }),
  ).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Security', exact: true }),
  ).toHaveCount(0);
});
