import type { Overview } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { keepPicture } from '../support/keepPicture';
import { signIn } from '../support/signIn';
import { syncNow } from '../support/syncNow';
import { expect, test } from '../support/test';

test.afterEach(async ({ portal }) => {
  await portal.control('PUT', 'faults', { rules: [] });
});

test('a sudden fall holds the figure and says so, until it comes back', async ({
  page,
  portal,
}) => {
  await syncNow(portal);
  const before = await portal.api<Overview>('/overview');
  await portal.control('PUT', 'faults', {
    rules: [{ kind: 'nobodyRegistered', endpoint: 'registrations' }],
  });
  expect((await syncNow(portal)).problem?.code).toBe('sudden-fall');

  const held = await portal.api<Overview>('/overview');
  expect(held.counts!.coverage).toEqual(before.counts!.coverage);
  expect(held.hold).not.toBeNull();
  await signIn(page, '/entra-mfa');
  await expect(page.getByText(/held/i).first()).toBeVisible();
  await keepPicture(page, 'held');

  await portal.control('PUT', 'faults', { rules: [] });
  expect((await syncNow(portal)).state).toBe('published');
  expect((await portal.api<Overview>('/overview')).hold).toBeNull();
});
