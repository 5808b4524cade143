import type { People } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { askForException } from '../support/askForException';
import { signIn } from '../support/signIn';
import { expect, test } from '../support/test';

test('a lead asks for an exception, security approves it, and the lead sees the person exempt', async ({
  page: lead,
  browser,
  portal,
}) => {
  test.setTimeout(120_000);
  const reason = `On parental leave (${Date.now()})`;
  const { items } = await portal.api<People>(
    '/people?team=group:default/payments&state=uncovered&limit=1',
  );
  const [person] = items;
  const path = `/entra-mfa/people/${person.tenant}/${person.id}`;
  await signIn(lead, path);
  await askForException(lead, reason);
  await expect(lead.getByText(/Somebody else can approve it/)).toBeVisible();

  const context = await browser.newContext({
    baseURL: portal.running.portalUrl,
  });
  const security = await context.newPage();
  await signIn(security, '/entra-mfa/compliance/exceptions', 'security');
  const request = security.getByRole('listitem').filter({ hasText: reason });
  await request.getByRole('button', { name: 'Approve' }).click();
  const dialog = security.getByRole('dialog');
  await dialog.getByRole('textbox').fill('The leave is in the records');
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await expect(security.getByText(/^Approved\./)).toBeVisible();

  // The sync that the approval starts has to keep the pace of the report.
  await expect
    .poll(
      async () => {
        const found = await portal.api<{ person: { state: string } }>(
          `/people/${person.tenant}/${person.id}`,
        );
        return found.person.state;
      },
      { timeout: 60_000 },
    )
    .toBe('exempt');
  await lead.reload();
  await expect(
    lead.getByText(/until .+ \(approved by .*jonas\.lindqvist/i).first(),
  ).toBeVisible();

  // As it was, for the tests that follow and for the next start.
  await request.getByRole('button', { name: 'End now' }).click();
  await dialog.getByRole('textbox').fill('Back early');
  await dialog.getByRole('button', { name: 'End it' }).click();
  await expect(security.getByText(/^Ended\./)).toBeVisible();
  await context.close();
});

test('who is signed out can be somebody else', async ({ page }) => {
  await signIn(page, '/catalog/default/user/tom.okonjo_contoso.com', 'member');
  await expect(
    page.getByRole('link', { name: /Register a method|Open security info/ }),
  ).toBeVisible();
  await page.goto('/settings');
  await page.getByRole('button', { name: 'more' }).click();
  await page.getByRole('menuitem', { name: 'Sign Out' }).click();
  await expect(
    page.getByRole('button', { name: /^Enter as Jonas Lindqvist/ }),
  ).toBeVisible();
});
