import { MemorySource } from '../__testUtils__/MemorySource';
import { mailboxPurpose } from '../collectors/mailboxPurpose';
import type { Collector } from '../collectors/types';
import { GraphRequestError, PageTokenExpiredError } from '../graph/errors';
import type { Page } from '../graph/types';
import { isDueAgain } from './accountsToRead';
import { readForAccounts, type AccountToRead } from './readForAccounts';

const { signal } = new AbortController();
const collector = mailboxPurpose as Collector;
const strict: Collector = { ...collector, refusesSome: undefined };
const refused = { none: 'refused', code: 'x', speaksOfLicence: false };
const kept = { purpose: 'user' };

const idOf = (number: number) => `id-${String(number).padStart(4, '0')}`;

/** So many accounts, of which every n-th is kept. */
function accounts(count: number, keptEach = count + 1): AccountToRead[] {
  return Array.from({ length: count }, (_, index) => ({
    id: idOf(index),
    kept: index % keptEach === keptEach - 1 ? kept : null,
  }));
}

async function pagesOf(
  source: MemorySource,
  of: readonly AccountToRead[],
  { startLink, as = collector }: { startLink?: string; as?: Collector } = {},
) {
  const pages: Page[] = [];
  async function* accountsAfter(after: string) {
    yield* of.filter(({ id }) => id > after);
  }
  for await (const page of readForAccounts(source, as, accountsAfter, {
    signal,
    startLink,
  })) {
    pages.push(page);
  }
  return pages;
}

function sourceOf(answers: Record<string, object>) {
  const source = new MemorySource();
  source.answers = { 'mailbox-purpose': answers };
  return source;
}

const asking = (source: MemorySource) =>
  source.asked.map(asked => asked.split(',').length);

it('asks for twenty at once, and gives what is kept among them, everybody once', async () => {
  const source = sourceOf({ [idOf(0)]: { body: { value: 'shared' } } });
  const of = accounts(60, 4);
  const pages = await pagesOf(source, of);
  const rows = pages.flatMap(page => page.rows as { of: string }[]);
  expect(rows.map(row => row.of).sort()).toEqual(of.map(({ id }) => id));
  expect(rows).toContainEqual({ of: idOf(0), body: { value: 'shared' } });
  expect(rows).toContainEqual({ of: idOf(3), kept });
  expect(rows).toContainEqual({ of: idOf(2), none: 'not-found' });
  expect(asking(source)).toEqual([20, 20, 5]);
  expect(pages.map(({ calls }) => calls)).toEqual([1, 1, 1]);
  expect(pages[2].nextLink).toBeNull();
});

it('goes on after any page, and asks for nobody twice', async () => {
  const of = accounts(70, 3);
  const whole = await pagesOf(sourceOf({}), of);
  expect(whole.length).toBeGreaterThan(2);
  for (const [index, { nextLink }] of whole.slice(0, -1).entries()) {
    const source = sourceOf({});
    const rest = await pagesOf(source, of, { startLink: nextLink! });
    expect(rest).toEqual(whole.slice(index + 1));
  }
});

it('asks for nobody where everybody is kept, or there is nobody', async () => {
  const source = sourceOf({});
  const of = accounts(2_500).map(one => ({ ...one, kept }));
  const pages = await pagesOf(source, of);
  expect(pages.map(({ rows }) => rows.length)).toEqual([1000, 1000, 500]);
  expect(await pagesOf(source, [])).toMatchObject([
    { rows: [], calls: 0, nextLink: null },
  ]);
  expect(source.asked).toEqual([]);
});

it('starts again where it was read in another way before', async () => {
  await expect(
    pagesOf(sourceOf({}), accounts(1), { startLink: 'https://graph' }),
  ).rejects.toThrow(PageTokenExpiredError);
});

const all = Object.fromEntries(
  accounts(1_200).map(({ id }) => [id, refused] as const),
);

it.each([
  ['a batch of which all are refused', 45, {}, strict, 1, 'error'],
  ['one of which a few are', 45, { [idOf(0)]: {} }, strict, 2, 'error'],
  ['all, where some may be', 45, {}, collector, 3, 'error'],
  ['so many that it is believed', 1_200, {}, collector, 50, 'error'],
  ['all but one', 45, { [idOf(44)]: {} }, collector, 3, 'rows'],
])(
  'takes for a missing permission, or not: %s',
  async (_, count, given, as, asked, outcome) => {
    const answered = Object.keys(given).map(id => [
      id,
      { body: { value: 'user' } },
    ]);
    const source = sourceOf({ ...all, ...Object.fromEntries(answered) });
    const read = await pagesOf(source, accounts(count), { as }).then(
      () => 'rows',
      error => (error instanceof GraphRequestError ? 'error' : error),
    );
    expect(read).toBe(outcome);
    expect(source.asked).toHaveLength(asked);
  },
);

it('believes single refusals where something was known before', async () => {
  const [, ...pages] = await pagesOf(sourceOf(all), accounts(40, 20));
  expect(pages).toHaveLength(1);
});

describe('when an account is asked for again', () => {
  const period = 7 * 24 * 3_600_000;
  const at = new Date('2026-11-21T08:00:00Z').getTime();

  it('is once in a period, however often it is read', () => {
    for (const id of accounts(50).map(one => one.id)) {
      const step = 3_600_000;
      let asked = 0;
      for (let time = at; time < at + 4 * period; time += step) {
        const read = new Date(time);
        asked += Number(isDueAgain(id, period, read, new Date(time + step)));
      }
      expect(asked).toBe(4);
    }
  });

  it('is not the same time for all', () => {
    const due = accounts(1_000).filter(({ id }) =>
      isDueAgain(id, period, new Date(at), new Date(at + period / 10)),
    );
    expect(due.length).toBeGreaterThan(70);
    expect(due.length).toBeLessThan(130);
  });

  it('has come once the last read is a period ago, or was to come', () => {
    for (const { id } of accounts(50)) {
      const before = new Date(at - period);
      expect(isDueAgain(id, period, before, new Date(at))).toBe(true);
      expect(isDueAgain(id, period, new Date(at + 1), new Date(at))).toBe(true);
    }
  });
});
