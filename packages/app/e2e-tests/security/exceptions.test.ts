import type { People } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { askForException } from '../support/askForException';
import { keepPicture } from '../support/keepPicture';
import { signIn } from '../support/signIn';
import { expect, test } from '../support/test';

test('who asks for an exception cannot approve it, and can withdraw it', async ({
  page,
  portal,
}) => {
  const { items } = await portal.api<People>('/people?state=uncovered&limit=1');
  const [person] = items;
  await signIn(page, `/entra-mfa/people/${person.tenant}/${person.id}`);
  await askForException(page, 'On leave without a device');
  await expect(page.getByText(/Somebody else can approve it/)).toBeVisible();

  await page.goto('/entra-mfa/compliance/exceptions');
  await expect(page.getByText('On leave without a device')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  await keepPicture(page, 'exceptions');
  await page.getByRole('button', { name: 'Withdraw' }).first().click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Withdraw' })
    .click();
  await expect(page.getByText('Withdrawn.', { exact: true })).toBeVisible();
});
