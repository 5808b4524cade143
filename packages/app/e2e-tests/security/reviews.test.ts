import type {
  Review,
  ReviewItems,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { keepPicture } from '../support/keepPicture';
import { signIn } from '../support/signIn';
import { expect, test } from '../support/test';

const reasons = {
  privileged: 'privileged',
  new: 'new',
  'left-but-enabled': 'left, still enabled',
  'no-method': 'no method',
} as const;

const number = (value: number) => value.toLocaleString('en-US');

test('a review is opened, decided on, and closed with its counts', async ({
  page,
  portal,
}) => {
  await signIn(page, '/entra-mfa/compliance/reviews');
  await page.getByRole('button', { name: 'Open a review' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Open', exact: true })
    .click();
  // There is another one that waits: this is the one that was opened.
  await page.waitForURL(/\/reviews\/\d+/);
  const of = /\/reviews\/(\d+)/.exec(page.url())![1];
  const read = () => portal.api<Review>(`/reviews/${of}`);
  const { counts: opened } = await read();

  // What is counted is what is listed, person by person.
  const { totalItems, items } = await portal.api<ReviewItems>(
    `/reviews/${of}/items?limit=200`,
  );
  expect(opened).toMatchObject({ items: totalItems, decided: 0 });
  expect(items.length).toBe(Math.min(200, opened.items));
  for (const [reason, word] of Object.entries(reasons)) {
    const name = reason as keyof typeof reasons;
    const { totalItems: found } = await portal.api<ReviewItems>(
      `/reviews/${of}/items?reason=${name}`,
    );
    expect([name, opened.reasons[name]]).toEqual([name, found]);
    await expect(
      page.getByRole('button', {
        name: `${word} ${number(found)}`,
        exact: true,
      }),
    ).toBeVisible();
  }
  await expect(
    page.getByText(`0 of ${number(opened.items)} decided`),
  ).toBeVisible();
  await keepPicture(page, 'review');

  // Everybody but oneself.
  const own = items.filter(item => item.own).length;
  await page.getByRole('button', { name: /^Decide on [\d,]+ people$/ }).click();
  const many = page.getByRole('dialog');
  await many.getByRole('button', { name: /Select an option/ }).click();
  await page.getByRole('option', { name: 'remove access' }).click();
  await many.getByRole('button', { name: 'Record' }).click();
  const decided = opened.items - own;
  await expect(
    page.getByText(`Recorded for ${number(decided)} people.`),
  ).toBeVisible();
  expect((await read()).counts).toEqual({
    ...opened,
    decided,
    open: own,
    decisions: { ...opened.decisions, 'remove-access': decided },
  });
  await expect(
    page.getByText(`${number(decided)} of ${number(opened.items)} decided`),
  ).toBeVisible();
  await expect(
    page.getByRole('button', {
      name: `remove access ${number(decided)}`,
      exact: true,
    }),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Close the review' }).click();
  const close = page.getByRole('dialog');
  const why = close.getByLabel('Why it is closed without them');
  await expect(why).toBeVisible({ visible: own > 0 });
  if (own > 0) {
    await why.fill('The rest follows next week');
  }
  await close.getByRole('button', { name: 'Close it' }).click();
  await expect(page.getByText(/closed on .* by/).first()).toBeVisible();
  const closed = await read();
  expect(closed.closed).not.toBeNull();
  expect(closed.counts).toMatchObject({ decided, open: own });
  await page.getByRole('link', { name: 'Back to reviews' }).click();
  const listed = page.getByRole('listitem').filter({
    has: page.getByRole('link', { name: closed.title, exact: true }),
  });
  await expect(listed).toContainText(`${number(decided)} remove access`);
  await expect(listed).toContainText(
    `${number(decided)} of ${number(opened.items)} decided`,
  );
  await keepPicture(page, 'review-closed');
});
