import type { Page } from '@playwright/test';
import type {
  Overview,
  Teams,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import {
  askList,
  figuresOf,
  kindOf,
  openList,
  type Figure,
} from '../support/figures';
import { signIn } from '../support/signIn';
import { expect, test } from '../support/test';

/** The lead of Payments, an engineer who has not registered, and security. */
const readers = ['guest', 'member', 'security'] as const;

const pages = [
  '/entra-mfa',
  '/entra-mfa/teams',
  '/entra-mfa/people/roles',
  '/entra-mfa/connections',
  '/entra-mfa/compliance/exceptions',
  '/entra-mfa/compliance/break-glass',
  '/catalog/default/group/payments',
  '/catalog/default/group/field-sales',
  '/catalog/default/group/contoso',
];

/** Links that are for no figure, and open whom they name: of a card, and the tab. */
const withoutFigure = [/^See all \|/, /^People \| People$/];

const toNumber = (text: string | null) =>
  Number((text ?? '').replaceAll(',', '').match(/\d+/)?.[0] ?? NaN);

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
}

/** Of the lists that were opened on the page. */
const kinds = new Set<string>();

for (const reader of readers) {
  test(`every figure opens a list that says the same: ${reader}`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    let authorization = '';
    page.on('request', request => {
      if (request.url().includes('/api/entra-mfa/v1/')) {
        authorization = request.headers().authorization ?? authorization;
      }
    });
    await signIn(page, '/entra-mfa', reader);
    const figures: Figure[] = [];
    for (const path of pages) {
      await open(page, path);
      figures.push(...(await figuresOf(page, path)));
    }
    // Who sees only themselves has fewer: no team but their own opens a list.
    expect(figures.length).toBeGreaterThan(30);

    await open(page, '/entra-mfa/people/roles');
    const wrong: string[] = [];
    const asked = new Map<string, Awaited<ReturnType<typeof askList>>>();
    for (const figure of figures) {
      const { on, text, href, value } = figure;
      if (value === null && withoutFigure.some(link => link.test(text))) {
        continue;
      }
      const list =
        asked.get(href) ?? (await askList(page, href, authorization));
      asked.set(href, list);
      const { counted, seen } = list;
      const says = `${on}: "${text}" opens ${href}, which counts ${counted}, shows ${seen}`;
      if (value === null || value === 0 || counted !== value) {
        wrong.push(`${says} (and not ${value})`);
      }
      if (seen > (counted ?? 0)) {
        wrong.push(`${says}, more than there are`);
      }
      if (reader === 'security' && seen !== counted) {
        wrong.push(`${says}, though security sees everybody`);
      }
      // The page says what is answered: seen once of each kind of list, by whoever has it first.
      const kind = kindOf(figure);
      if (!kinds.has(kind)) {
        kinds.add(kind);
        const { saysNobody, ...shown } = await openList(page, href);
        expect({ href, ...shown }).toEqual({ href, ...list });
        if (saysNobody) {
          wrong.push(`${says}, and says that no one matches`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test(`what adds up on a page adds up: ${reader}`, async ({ page }) => {
    await signIn(page, '/entra-mfa', reader);
    const sum = (values: number[]) => values.reduce((all, one) => all + one, 0);
    const numbersIn = async (selector: string) =>
      (await page.locator(selector).allInnerTexts()).map(toNumber);

    const sentence = page.getByText(/^[\d,]+ of [\d,]+ people counted/);
    await expect(sentence).toBeVisible();
    const [covered, counted, inScope, ...neither] = (await sentence.innerText())
      .match(/\d[\d,]*/g)!
      .map(toNumber);
    expect(counted + sum(neither)).toBe(inScope);

    const equation = page.getByText(/^Directory/).locator('..');
    const [directory, ...parts] = (await equation.innerText())
      .match(/\d[\d,]*/g)!
      .map(toNumber);
    expect(sum(parts)).toBe(directory);
    expect(parts[0]).toBe(inScope);

    const strength = await numbersIn('dd:first-of-type li strong');
    expect(sum(strength)).toBe(inScope);

    // One word for each thing: who is not known is not who has no row.
    const notKnown = toNumber(
      await page
        .getByText(/^[\d,]+ not known$/)
        .first()
        .innerText(),
    );
    expect(neither).toContain(notKnown);
    await expect(page.getByText(/^not known/)).toHaveCount(0);

    const capable = await page.getByText(/^MFA capable \d.*: /).innerText();
    const [can, of] = capable.split(': ')[1].split(' of ').map(toNumber);
    expect(capable).toContain(
      `${(Math.floor((can * 1000) / of) / 10).toFixed(1)} %`,
    );

    await open(page, '/entra-mfa/teams');
    const rows = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader').getByRole('link') });
    await expect(rows.nth(1)).toBeVisible();
    const [first, ...below] = await rows.evaluateAll(all =>
      all.map(row =>
        [...row.querySelectorAll('td')].map(cell => cell.innerText),
      ),
    );
    for (const cells of [first, ...below]) {
      const [people, ofThem, missing] = cells.map(toNumber);
      if (Number.isNaN(people)) continue;
      expect(people).toBeGreaterThanOrEqual(ofThem);
      const figure = Math.floor(((ofThem - missing) * 1000) / ofThem) / 10;
      expect(cells[4]).toContain(
        ofThem > 0 ? `${figure.toFixed(1)} %` : 'nobody',
      );
    }
    // The organisation and the headline are the same people, or the page says who makes the difference.
    const more = page.getByText(/^The headline counts/);
    const beyond =
      (await more.count()) > 0 ? toNumber(await more.innerText()) : 0;
    expect(toNumber(first[1]) + beyond).toBe(counted);
    expect(covered).toBeLessThan(counted);
  });
}

test('who sees nobody of a team is told how many there are, and by whom it is led', async ({
  page,
  portal,
}) => {
  const { items } = await portal.api<Teams>('/teams?q=field%20sales');
  const [team] = items;
  expect(team.anyNames).toBe(false);
  const { uncovered } = team.coverage!;
  await signIn(
    page,
    `/entra-mfa/people?state=uncovered&team=${encodeURIComponent(team.ref)}`,
  );
  await expect(
    page.getByText(`you see 0 of ${uncovered} people`),
  ).toBeVisible();
  await expect(page.getByText('No one matches these filters')).toHaveCount(0);
  await expect(
    page.getByText(/The catalog names no one who leads Field Sales/),
  ).toBeVisible();

  // Where nothing could be seen, nothing is to be opened; the team is.
  await open(page, '/entra-mfa');
  const gap = page.getByRole('listitem').filter({ hasText: 'Field Sales' });
  await expect(gap.getByRole('link')).toHaveCount(1);
  await gap.getByRole('link', { name: 'Field Sales' }).click();
  await expect(page).toHaveURL(/\/catalog\/default\/group\/field/);
});

test('an engineer is told who leads the team whose people are hidden', async ({
  page,
}) => {
  await signIn(page, '/entra-mfa/people?team=group:default/payments', 'member');
  const led = page.getByText(/Payments is led by Maya Oduya/);
  await expect(led).toBeVisible();
  await expect(led).toContainText(/You may see 1 of them by name/);
});

test('who is counted as lost is counted by team for who sees no names', async ({
  page,
  portal,
}) => {
  const { counts } = await portal.api<Overview>('/overview');
  expect(counts).not.toBeNull();
  await signIn(page, '/entra-mfa', 'member');
  const banner = page.getByText(/lost their registrations? in the last 7 days/);
  const lost = toNumber(await banner.innerText());
  await page.getByRole('link', { name: 'See by team' }).click();
  await expect(
    page.getByRole('button', { name: `lost ${lost}`, exact: true }),
  ).toBeVisible();
  await expect(
    page.getByRole('group', { name: 'What changed, by team' }),
  ).toContainText('Sales');
  await expect(page.getByText('Nobody changed')).toHaveCount(0);
});

test.describe('an address with a value that there is not', () => {
  for (const [path, said] of [
    ['/entra-mfa?at=yesterday', 'As of: “yesterday”'],
    ['/entra-mfa/people?state=uncovered,gone', 'State: “gone”'],
    ['/entra-mfa/changes?from=spring', 'From: “spring”'],
    ['/entra-mfa/services?sort=height', 'Sort: “height”'],
  ]) {
    test(`is told, and has a way back: ${path}`, async ({ page }) => {
      await signIn(page, path);
      await expect(
        page.getByText(`${said} is not one that this page knows`),
      ).toBeVisible();
      await page.getByRole('button', { name: 'Leave it out' }).click();
      await expect(page.getByText(said)).toHaveCount(0);
      const [, value] = said.match(/“(.*)”/)!;
      expect(page.url()).not.toContain(value);
    });
  }

  test('is told of a team, a person, a tenant and a page', async ({ page }) => {
    await signIn(page, '/entra-mfa/people?team=group:default/nothing');
    await expect(
      page.getByText('The catalog had no team group:default/nothing'),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Leave it out' }).click();
    await expect(page).not.toHaveURL(/nothing/);
    await open(page, '/entra-mfa/people/nobody/nothing');
    await expect(page.getByText('Not found')).toBeVisible();
    await expect(
      page.getByRole('link', { name: 'Back to people' }),
    ).toBeVisible();
    await open(page, '/entra-mfa?tenant=nobody');
    await page.getByRole('button', { name: 'Leave the tenant out' }).click();
    await expect(page).not.toHaveURL(/tenant/);
    await open(page, '/entra-mfa/nothing');
    await expect(
      page.getByText('There is no page “nothing” here'),
    ).toBeVisible();
  });
});
