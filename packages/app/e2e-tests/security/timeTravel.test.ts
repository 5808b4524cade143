import {
  formatPermille,
  type BreakGlass,
  type Changes,
  type Exceptions,
  type Overview,
  type People,
  type Runs,
  type Services,
  type Teams,
  type WhatIf,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Locator, Page } from '@playwright/test';
import { keepPicture } from '../support/keepPicture';
import { signIn } from '../support/signIn';
import { expect, test } from '../support/test';

const day = new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10);
const at = `at=${day}`;
const number = (value: number) => value.toLocaleString('en-US');

const tab = (page: Page, name: string) =>
  page.getByRole('tab', { name, exact: true });

/** The first row of the page's table, without its headings. */
const firstRow = (page: Page): Locator =>
  page.getByRole('tabpanel').getByRole('row').nth(1);

test('a past day shows the figures of then on every tab, and the link keeps the day', async ({
  page,
  portal,
}) => {
  const then = await portal.api<Overview>(`/overview?${at}`);
  const now = await portal.api<Overview>('/overview');
  const { coverage } = then.counts!;
  expect(coverage).not.toEqual(now.counts!.coverage);

  await signIn(page, `/entra-mfa?${at}`);
  const figure = page.getByText(formatPermille(coverage.permille)!).first();
  await expect(figure).toBeVisible();
  await keepPicture(page, 'past-day');

  const open = async (name: string) => {
    await tab(page, name).click();
    await expect(tab(page, name)).toHaveAttribute('aria-selected', 'true');
    await expect(page).toHaveURL(new RegExp(at));
    await expect(figure).toBeVisible();
  };

  await open('Teams');
  const { items: teams } = await portal.api<Teams>(
    `/teams?${at}&parent=none&sort=short`,
  );
  await expect(firstRow(page)).toContainText(teams[0].title);
  await expect(firstRow(page)).toContainText(
    formatPermille(teams[0].coverage!.permille)!,
  );

  await open('People');
  const people = await portal.api<People>(
    `/people?${at}&state=uncovered&count=true`,
  );
  const today = await portal.api<People>('/people?state=uncovered&count=true');
  expect(people.totalItems).not.toBe(today.totalItems);
  await expect(
    page.getByText(`${number(people.totalItems!)} people`, { exact: true }),
  ).toBeVisible();

  await open('Services');
  const { items: services } = await portal.api<Services>(`/services?${at}`);
  const { covered, uncovered } = services[0].owners!;
  await expect(firstRow(page)).toContainText(services[0].title);
  await expect(firstRow(page)).toContainText(
    `${number(uncovered)} of ${number(covered + uncovered)}`,
  );

  await open('Changes');
  const changes = await portal.api<Changes>(`/changes?to=${day}`);
  expect(changes.people).toBeGreaterThan(0);
  await expect(
    page.getByText(`${number(changes.people!)} people changed`),
  ).toBeVisible();

  await open('Compliance');
  await open('Exceptions');
  const exceptions = await portal.api<Exceptions>(`/exceptions?${at}`);
  await expect(
    page.getByText('These are the exceptions as they were on that day.'),
  ).toBeVisible();
  await expect(
    page.getByRole('heading', {
      name: `In force ${number(exceptions.states['in-force'])}`,
    }),
  ).toBeVisible();

  await open('Overview');
  await page.getByRole('link', { name: 'What if …?' }).click();
  const whatIf = await portal.api<WhatIf>(`/what-if?${at}&phoneOff=true`);
  await page.getByText('Phones are switched off').click();
  await expect(
    page.getByText('Assumed, not the figure').locator('..'),
  ).toContainText(formatPermille(whatIf.assumed.counts.coverage.permille)!);

  await open('Compliance');
  await open('Break-glass');
  const register = await portal.api<BreakGlass>(`/break-glass?${at}`);
  await expect(
    page.getByText(
      `${register.outcomes.failed} of ${register.configured} accounts fail a check.`,
    ),
  ).toBeVisible();
  await expect(
    page.getByRole('button', { name: 'Record a drill' }),
  ).toHaveCount(0);

  await open('Connections');
  await open('Runs');
  const runs = await portal.api<Runs>(`/runs?${at}&limit=1`);
  await expect(
    page.getByRole('button', {
      name: `Show what read ${runs.items[0].number} did`,
    }),
  ).toBeVisible();
  await expect(
    page.getByRole('button', { name: /^Show what read/ }).first(),
  ).toContainText(String(runs.items[0].number));

  // Reviews are of now, whatever day the page is of, and say so.
  await open('Compliance');
  await open('Reviews');
  await expect(
    page.getByText('Reviews are shown as they are now'),
  ).toBeVisible();
});
