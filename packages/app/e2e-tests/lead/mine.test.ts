import type { Mine, Team } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { signIn } from '../support/signIn';
import { expect, test } from '../support/test';

const securityInfo = 'https://mysignins.microsoft.com/security-info';

test('an engineer who has not registered is told so wherever he lands', async ({
  page,
}) => {
  await signIn(page, '/', 'member');
  for (const path of ['/', '/entra-mfa', '/entra-mfa/people']) {
    await page.goto(path);
    const you = page.getByRole('region', { name: 'You' });
    await expect(you).toContainText('You have not registered');
    await expect(
      you.getByRole('link', { name: /^Register a method/ }),
    ).toHaveAttribute('href', securityInfo);
  }
  await page.getByRole('link', { name: 'Why?' }).click();
  await expect(
    page.getByRole('heading', { name: 'Tom Okonjo (you)' }),
  ).toBeVisible();
  await expect(page.getByRole('region', { name: 'You' })).toHaveCount(0);
  await expect(page.getByRole('list', { name: 'What needs you' })).toHaveCount(
    0,
  );
});

test('a lead sees the gap of the own division first, and hands on what to do', async ({
  page,
  portal,
}) => {
  const { teams } = await portal.api<Mine>('/mine');
  expect(teams.map(({ ref }) => ref)).toEqual(['group:default/payments']);
  const { covered, uncovered } = teams[0].coverage!;
  const gap = `${uncovered} of ${covered + uncovered} not registered`;
  await signIn(page, '/');
  for (const path of ['/', '/entra-mfa', '/entra-mfa/teams']) {
    await page.goto(path);
    await expect(page.getByRole('link', { name: gap })).toBeVisible();
  }
  await page.getByRole('link', { name: gap }).click();
  await expect(
    page.getByText(`${uncovered} people`, { exact: true }),
  ).toBeVisible();

  await page.goto('/catalog/default/group/payments');
  const team = await portal.api<Team>('/teams/group/default/payments');
  expect(team.names).toBe('visible');
  await page.getByRole('button', { name: 'Text to hand on' }).click();
  const text = page.getByRole('dialog').getByRole('textbox', { name: 'Text' });
  await expect(text).toHaveValue(new RegExp(securityInfo));
  await page.keyboard.press('Escape');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV with names' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
});

test('security sees first what waits, each with its list', async ({ page }) => {
  await signIn(page, '/entra-mfa', 'security');
  const acts = page.getByRole('list', { name: 'What needs you' });
  await expect(acts).toBeInViewport();
  const register = acts.getByRole('link', {
    name: /break-glass accounts fail/,
  });
  await register.click();
  await expect(page).toHaveURL(/\/compliance\/break-glass/);
  await page.goto('/entra-mfa');
  await acts.getByRole('link', { name: /privileged people not/ }).click();
  await expect(page).toHaveURL(/privileged=true/);
});
