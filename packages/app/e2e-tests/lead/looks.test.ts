import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { keepPicture } from '../support/keepPicture';
import { signIn } from '../support/signIn';
import { expect, test } from '../support/test';
import { widthOverflow } from '../support/widthOverflow';

const pages = {
  overview: '/entra-mfa',
  teams: '/entra-mfa/teams',
  map: '/entra-mfa/teams?by=map',
  people: '/entra-mfa/people?state=uncovered',
  roles: '/entra-mfa/people/roles',
  services: '/entra-mfa/services',
  changes: '/entra-mfa/changes',
  month: '/entra-mfa/changes/month',
  controls: '/entra-mfa/compliance/controls',
  assessments: '/entra-mfa/compliance/assessments',
  evidence: '/entra-mfa/compliance/evidence',
  reminders: '/entra-mfa/compliance/reminders',
  exceptions: '/entra-mfa/compliance/exceptions',
  whatif: '/entra-mfa/overview/what-if?phoneOff=true',
  breakglass: '/entra-mfa/compliance/break-glass',
  connections: '/entra-mfa/connections',
};
const widths = [360, 768, 1280, 1920];

/** All that a reader meets, but for what the portal's frame draws: its sidebar, and the title above the page. */
const wholePage = (page: Page) =>
  new AxeBuilder({ page })
    .exclude('nav[aria-label="sidebar nav"]')
    .exclude('.bui-PluginHeaderToolbarName');

const themes = ['light', 'dark'] as const;

async function looksRight(page: Page, name: string) {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('body')).toHaveAttribute(
      'data-theme-mode',
      colorScheme,
    );
    // Another theme draws the whole portal anew.
    await expect(page.getByText(/^target 95 %/).first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    // Colours take no room: how it fits is the same in both.
    for (const width of colorScheme === 'light' ? widths : [1280]) {
      await page.setViewportSize({ width, height: 900 });
      await expect
        .poll(() => widthOverflow(page), { message: `at ${width} px` })
        .toBe(0);
      await keepPicture(page, `${name}-${colorScheme}-${width}`);
    }
    const axe = wholePage(page);
    // In the other theme it is the same page in other colours.
    const { violations } = await (colorScheme === 'light'
      ? axe
      : axe.withRules('color-contrast')
    ).analyze();
    expect(violations).toEqual([]);
  }
}

// What a browser has compiled of the pages, it has for the next one too.
test.describe('signed in once', () => {
  let page: Page;

  test.beforeAll(async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL });
    page = await context.newPage();
    await signIn(page, '/entra-mfa');
  });

  test.afterAll(() => page.context().close());

  Object.entries(pages).forEach(([name, path]) => {
    test(`the ${name} page fits every width and is accessible, light and dark`, async () => {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(path);
      await looksRight(page, name);
    });
  });
});

for (const colorScheme of themes) {
  test(`what opens above the page is accessible, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await signIn(page, '/entra-mfa');
    for (const [path, name] of [
      ['/entra-mfa/compliance/exceptions', 'Ask for an exception'],
      ['/entra-mfa/people?state=uncovered', 'State'],
      ['/entra-mfa/people?state=uncovered', 'Export'],
      ['/entra-mfa', 'What counts?'],
    ]) {
      await page.goto(path);
      await expect(page.getByText(/^target 95 %/).first()).toBeVisible();
      await page.getByRole('button', { name }).first().click();
      const opened = page.locator('[role=dialog], [role=listbox], [role=menu]');
      await expect(opened.first()).toBeVisible();
      const { violations } = await wholePage(page).analyze();
      expect(violations).toEqual([]);
      await keepPicture(page, `${name.replace(/\W/g, '')}-${colorScheme}`);
    }
  });

  test(`the sign-in page fits every width and is accessible, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/entra-mfa');
    const first = page.getByRole('button', { name: /^Enter as/ }).first();
    await expect(first).toBeVisible();
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(() => widthOverflow(page)).toBe(0);
      await keepPicture(page, `signin-${colorScheme}-${width}`);
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
    // The first stop of the keyboard is the first person.
    await page.keyboard.press('Tab');
    await expect(first).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^target 95 %/).first()).toBeVisible();
  });

  test(`the cards of a team and a user are accessible, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await signIn(page, '/catalog/default/group/payments');
    for (const [title, path] of [
      ['MFA in this team', '/catalog/default/group/payments'],
      ['MFA registration', '/catalog/default/user/maya.oduya_contoso.com'],
    ]) {
      await page.goto(path);
      const card = page
        .locator('[class*="bui-Card"]')
        .filter({ hasText: title })
        .first();
      await expect(card).toBeVisible();
      await card.evaluate(element =>
        element.setAttribute('data-under-test', ''),
      );
      const { violations } = await new AxeBuilder({ page })
        .include('[data-under-test]')
        .analyze();
      expect(violations).toEqual([]);
      await keepPicture(page, `${path.split('/').pop()}-${colorScheme}`);
    }
  });
}
