import { signIn } from '../support/signIn';
import { expect, test } from '../support/test';

test('a review is opened, decided on, and closed with its counts', async ({
  page,
}) => {
  await signIn(page, '/entra-mfa/reviews');
  await page.getByRole('button', { name: 'Open a review' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Open', exact: true })
    .click();
  await expect(page.getByText(/^0 of \d+ decided$/).first()).toBeVisible();
  await page.screenshot({
    path: '.cache/screenshots/review.png',
    fullPage: true,
  });

  await page.getByRole('button', { name: /^Decide on \d+ people$/ }).click();
  const many = page.getByRole('dialog');
  await many.getByRole('button', { name: /Select an option/ }).click();
  await page.getByRole('option', { name: 'remove access' }).click();
  await many.getByRole('button', { name: 'Record' }).click();
  await expect(page.getByText(/^Recorded for \d+ people\.$/)).toBeVisible();

  await page.getByRole('button', { name: 'Close the review' }).click();
  const close = page.getByRole('dialog');
  const why = close.getByLabel('Why it is closed without them');
  if (await why.isVisible()) {
    await why.fill('The rest follows next week');
  }
  await close.getByRole('button', { name: 'Close it' }).click();
  await expect(page.getByText(/closed on .* by/).first()).toBeVisible();
  await page.screenshot({
    path: '.cache/screenshots/review-closed.png',
    fullPage: true,
  });
});
