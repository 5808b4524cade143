import type {
  Changes,
  Overview,
  PersonDetail,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { keepPicture } from '../support/keepPicture';
import { signIn } from '../support/signIn';
import { expect, test } from '../support/test';

test('somebody who has left is erased, and the figures of then stay', async ({
  page,
  portal,
}) => {
  const at = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
  const changes = await portal.api<Changes>(`/changes?from=${at}&kind=left`);
  const { tenant, id, before } = changes.items[0];
  const { displayName } = before!;
  const { counts } = await portal.api<Overview>(`/overview?at=${at}`);

  await signIn(page, `/entra-mfa/people/${tenant}/${id}?at=${at}`);
  await page.getByRole('button', { name: 'Erase this person' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/^What stays/)).toBeVisible();
  const why = dialog.getByRole('textbox', { name: /Why/ });
  await why.fill(`${displayName} asked for it`);
  await dialog.getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('must not');
  await why.fill('Request 4711');
  await dialog.getByRole('button', { name: 'Erase', exact: true }).click();

  await expect(page.getByText(/^This person was erased on/)).toBeVisible();
  await expect(page.getByText(/jonas.*: Request 4711/i)).toBeVisible();
  await expect(page.getByText(displayName)).toHaveCount(0);
  await keepPicture(page, 'erased');
  const path = `/people/${tenant}/${id}?at=${at}`;
  const detail = await portal.api<PersonDetail>(path);
  expect(JSON.stringify(detail)).not.toContain(displayName);
  const after = await portal.api<Overview>(`/overview?at=${at}`);
  expect(after.counts).toEqual(counts);
});
