import type { Connections } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { signIn } from '../support/signIn';
import { expect, test } from '../support/test';

// The simulated sign-in has a certificate of its own, which only the portal knows.
test.use({ ignoreHTTPSErrors: true });

test('a tenant is connected on the page by consent, shows its figures, and is disconnected', async ({
  page,
  portal,
}) => {
  await signIn(page, '/entra-mfa/connections');
  await page.getByRole('link', { name: 'Connect a tenant' }).click();
  await page.getByLabel(/^Tenant/).fill('fabrikam.com');
  const ask = async () => {
    const opened = page.waitForEvent('popup');
    await page
      .getByRole('button', { name: /Microsoft’s consent page/ })
      .click();
    const consent = await opened;
    await consent.getByRole('button', { name: /Global Administrator/ }).click();
    return consent;
  };

  const refused = await ask();
  await refused.getByRole('button', { name: 'Cancel' }).click();
  await expect(
    refused.getByRole('heading', { name: 'Not connected' }),
  ).toBeVisible();
  await refused.close();
  await expect(page.getByText(/declined\./)).toBeVisible();

  const accepted = await ask();
  await expect(accepted.getByText('Read all audit log data')).toBeVisible();
  await accepted.getByRole('button', { name: 'Accept' }).click();
  await expect(
    accepted.getByRole('heading', { name: 'Connected' }),
  ).toBeVisible();
  await accepted.close();

  await page.getByRole('link', { name: 'See its figures' }).click();
  await expect(page.getByText('Fabrikam').first()).toBeVisible();
  await expect(page.getByText(/people short|target met/i).first()).toBeVisible({
    timeout: 60_000,
  });

  await page.getByRole('tab', { name: 'Connections' }).click();
  await page.getByRole('link', { name: 'Fabrikam', exact: true }).click();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Disconnect' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/Type Fabrikam/).fill('Fabrikam');
  await dialog.getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.getByText(/^Disconnected/).first()).toBeVisible();
  const { items } = await portal.api<Connections>('/connections');
  expect(items.map(({ name, state }) => [name, state])).toContainEqual([
    'Fabrikam',
    'disconnected',
  ]);
});
