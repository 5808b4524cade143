import type {
  Overview,
  People,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { formatPermille } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { keepPicture } from '../support/keepPicture';
import { signIn } from '../support/signIn';
import { expect, test } from '../support/test';

test('without phones, fewer people are registered; the figure stays what it is', async ({
  page,
  portal,
}) => {
  const before = await portal.api<Overview>('/overview');
  await signIn(page, '/entra-mfa/overview/what-if');
  await page.getByText('Phones are switched off').click();
  await expect(page.getByText('Assumed, not the figure')).toBeVisible();
  await expect(
    page.getByText(formatPermille(before.counts!.coverage.permille)!).first(),
  ).toBeVisible();
  await keepPicture(page, 'what-if-no-phones');
  // Who is not known is none of the covered, whatever the methods are.
  const { totalItems: phoneOnly } = await portal.api<People>(
    '/people?state=covered&mark=phone-only&count=true',
  );
  expect(phoneOnly).toBeGreaterThan(0);
  const covered = before.counts!.coverage.covered - phoneOnly!;
  await expect(
    page.getByText(covered.toLocaleString('en-US'), { exact: false }).first(),
  ).toBeVisible();
  const after = await portal.api<Overview>('/overview');
  expect(after.counts!.coverage).toEqual(before.counts!.coverage);
});
