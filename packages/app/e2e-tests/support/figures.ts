import { expect, type Page } from '@playwright/test';

/** How many people a page of the list holds. */
const pageSize = 25;

/** A figure that opens a list: what it says, and what the list is asked for. */
export interface Figure {
  /** The page that it stands on. */
  on: string;
  /** The link and what stands around it, for who reads a failure. */
  text: string;
  href: string;
  /** Null where no number stands with the link. */
  value: number | null;
}

/** What a list says of how many it counts. */
export interface Listed {
  /** Null where it does not say how many there are in all. */
  counted: number | null;
  /** How many of them the reader sees. */
  seen: number;
  /** Whether it says that there is no one. */
  saysNobody: boolean;
}

/**
 * Every link of an open page to a list of people, with the number that it is for: of its own words, or else the
 * nearest one beside it.
 */
export async function figuresOf(page: Page, on: string): Promise<Figure[]> {
  const links = page.locator('main a[href*="/entra-mfa/people?"]');
  // Everything is there when no more come.
  let before = -1;
  for (
    let now = await links.count();
    now !== before;
    now = await links.count()
  ) {
    before = now;
    await page.waitForTimeout(500);
    await page.waitForLoadState('networkidle');
  }
  const found = await links.evaluateAll(all =>
    all.map(link => {
      const own = link.getAttribute('aria-label') ?? link.textContent ?? '';
      const around = link.closest('li, tr, section, p > span') ?? link;
      const beside = [...around.childNodes]
        .map(node => (node.contains(link) && node !== link ? '' : node))
        .map(node => (typeof node === 'string' ? node : node.textContent))
        .join(' ')
        .replace(link.textContent ?? '', ' ');
      return {
        href: link.getAttribute('href')!,
        text: `${own} | ${around.textContent}`.slice(0, 120),
        own,
        beside,
      };
    }),
  );
  // A digit of a name is no number: FIDO2.
  const firstNumber = (text: string) => {
    const digits = text.match(/(?<![A-Za-z\d])\d[\d,]*/)?.[0];
    return digits === undefined ? null : Number(digits.replaceAll(',', ''));
  };
  return found.map(({ href, text, own, beside }) => ({
    on,
    text,
    href,
    value: firstNumber(own) ?? firstNumber(beside),
  }));
}

/** What the API answers to a link of a figure, as the page asks it. */
export async function askList(
  page: Page,
  href: string,
  authorization: string,
): Promise<Omit<Listed, 'saysNobody'>> {
  const query = new URLSearchParams(href.split('?')[1]);
  query.set('count', 'true');
  query.set('limit', '1');
  const answer = await page.request.get(
    `${new URL(page.url()).origin}/api/entra-mfa/v1/people?${query}`,
    { headers: { authorization } },
  );
  const { totalItems, counted, visibility } = await answer.json();
  const all = visibility === 'all' ? totalItems : null;
  return { counted: counted ?? all, seen: totalItems };
}

/** What a figure is of: links of one kind open lists of the same filters, of other teams and roles. */
export function kindOf({ href }: Figure): string {
  const query = new URLSearchParams(href.split('?')[1]);
  query.sort();
  for (const name of ['team', 'role', 'tenant']) {
    if (query.has(name)) query.set(name, '');
  }
  return `${query}`;
}

/** Opens a list of people as a link does, without loading the portal again, and reads what it says of its length. */
export async function openList(page: Page, href: string): Promise<Listed> {
  const answered = page.waitForResponse(
    response =>
      new URL(response.url()).pathname.endsWith('/v1/people') &&
      // What its filters would find is asked for beside the list.
      !new URL(response.url()).searchParams.has('facets') &&
      response.request().method() === 'GET',
    { timeout: 10_000 },
  );
  await page.evaluate(to => {
    window.history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, href);
  const { totalItems } = await (await answered).json();
  const number = (value: number) => value.toLocaleString('en-US');
  const seen = number(totalItems);
  // The answer of this list and not of the one before is what the page shows.
  const head = page.getByText(
    new RegExp(`^(${seen} (person|people)|you see ${seen} .*)$`),
  );
  await head.first().waitFor({ timeout: 10_000 });
  const said = await head.first().innerText();
  const [, all] = said.match(/ of ([\d,]+) /) ?? [];
  const whole = /^[\d,]+ (person|people)$/.test(said);
  const counted = all === undefined ? null : Number(all.replaceAll(',', ''));
  const rows = page.getByRole('row', { name: /@/ });
  await expect(rows).toHaveCount(Math.min(totalItems, pageSize));
  return {
    counted: whole ? totalItems : counted,
    seen: totalItems,
    saysNobody: await page
      .getByText('No one matches these filters')
      .isVisible(),
  };
}
