import { keepPicture } from '../support/keepPicture';
import { signIn } from '../support/signIn';
import { expect, test } from '../support/test';

test('every figure of a role opens as many people as it says', async ({
  page,
}) => {
  await signIn(page, '/entra-mfa/people');
  await page.getByRole('link', { name: 'By role' }).click();
  await expect(
    page.getByText('by Microsoft’s list of 24 Sep 2026.'),
  ).toBeVisible();
  const helpdesk = page
    .getByRole('row')
    .filter({ has: page.getByText('Helpdesk Administrator') });
  const figures = helpdesk.getByRole('link');
  await expect(figures.first()).toBeVisible();
  await keepPicture(page, 'roles');
  const count = await figures.count();
  expect(count).toBeGreaterThanOrEqual(4);
  for (let i = 0; i < count; i++) {
    const people = Number(await figures.nth(i).textContent());
    await figures.nth(i).click();
    await expect(
      page.getByText(people === 1 ? '1 person' : `${people} people`, {
        exact: true,
      }),
    ).toBeVisible();
    await expect(page.getByText('role: Helpdesk Administrator')).toBeVisible();
    await page.goBack();
    await expect(figures.first()).toBeVisible();
  }
});

test('a person who can become a member of a group is shown with its name, and what comes with it', async ({
  page,
}) => {
  await signIn(page, '/entra-mfa/people/roles');
  await page
    .getByRole('link', { name: /of Helpdesk Administrator: Can activate it/ })
    .click();
  await expect(page.getByText('can activate it')).toBeVisible();
  await page
    .getByRole('row', { name: /@contoso\.com/ })
    .first()
    .getByRole('link')
    .click();
  await expect(
    page.getByText('by becoming a member of group Helpdesk Operators'),
  ).toBeVisible();
});

test('the overview says of which list the privileged roles are, and leads to them', async ({
  page,
}) => {
  await signIn(page, '/entra-mfa');
  await expect(
    page.getByText('Privileged are 35 built-in roles').first(),
  ).toBeVisible();
  await page.getByRole('link', { name: 'By role' }).click();
  await expect(
    page.getByRole('rowheader', { name: /^Global Administrator/ }),
  ).toBeVisible();
});
