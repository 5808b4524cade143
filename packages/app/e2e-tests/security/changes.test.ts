import type { Changes } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { keepPicture } from '../support/keepPicture';
import { signIn } from '../support/signIn';
import { expect, test } from '../support/test';

test('what changed in 90 days is counted on screen as in the API, lost first', async ({
  page,
  portal,
}) => {
  const from = new Date(Date.now() - 90 * 86_400_000)
    .toISOString()
    .slice(0, 10);
  const changes = await portal.api<Changes>(`/changes?from=${from}`);
  expect(changes.people).toBeGreaterThan(0);
  const counted = Object.values(changes.counts ?? {});
  expect(counted.reduce((sum, count) => sum + count, 0)).toBe(changes.people);

  await signIn(page, '/entra-mfa/changes');
  await page.getByText('90 days', { exact: true }).click();
  await expect(
    page.getByText(`${changes.people!.toLocaleString('en-US')} people changed`),
  ).toBeVisible();
  await expect(
    page.getByText(changes.items[0].after?.displayName ?? '').first(),
  ).toBeVisible();
  await keepPicture(page, 'changes-90-days');
});
