import type { Services } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { keepPicture } from '../support/keepPicture';
import { signIn } from '../support/signIn';
import { expect, test } from '../support/test';

test('the services that are worst off are listed, and each says so on its own page', async ({
  page,
  portal,
}) => {
  const { items } = await portal.api<Services>('/services');
  const [worst] = items;
  const { uncovered, covered } = worst.owners!;
  expect(uncovered).toBeGreaterThan(0);

  await signIn(page, '/entra-mfa/services');
  await expect(
    page.getByRole('link', { name: worst.title, exact: true }).first(),
  ).toBeVisible();
  await keepPicture(page, 'services');

  const [kind, rest] = worst.ref.split(':');
  const [namespace, name] = rest.split('/');
  await page.goto(`/catalog/${namespace}/${kind}/${name}`);
  await expect(
    page.getByText(`${uncovered} of ${covered + uncovered} owners`).first(),
  ).toBeVisible();
  await keepPicture(page, 'service-owners');
});
