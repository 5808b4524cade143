import { keepPicture } from '../support/keepPicture';
import { signIn } from '../support/signIn';
import { expect, test } from '../support/test';

test('the register says what each break-glass account fails, and keeps a drill', async ({
  page,
}) => {
  await signIn(page, '/entra-mfa/compliance/break-glass');
  await expect(page.getByText('Findings').first()).toBeVisible();
  await expect(page.getByText('permanent role').first()).toBeVisible();
  await page.getByRole('button', { name: 'Record a drill' }).first().click();
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(page.getByText('The drill is on record.')).toBeVisible();
  await expect(page.getByText(/recorded by .*jonas/i).first()).toBeVisible();
  await keepPicture(page, 'break-glass');
});
