import { MemorySource } from '../__testUtils__/MemorySource';
import { roleGroupMembers } from '../collectors/roleGroupMembers';
import { GraphRequestError, PageTokenExpiredError } from '../graph/errors';
import type { Page } from '../graph/types';
import { readEach } from './readEach';

const ids = ['a', 'b', 'c'];
const { signal } = new AbortController();

function sourceOf(eachPages: MemorySource['eachPages']) {
  const source = new MemorySource();
  source.eachPages = Object.fromEntries(
    Object.entries(eachPages).map(([id, pages]) => [`/${id}/`, pages]),
  );
  return source;
}

async function pagesOf(source: MemorySource, of = ids, startLink?: string) {
  const pages: Page[] = [];
  const options = { signal, startLink };
  for await (const page of readEach(source, roleGroupMembers, of, options)) {
    pages.push(page);
  }
  return pages;
}

const threeGroups = { a: [[1, 2], [3]], b: [[]], c: [[4]] };

it('reads every page of every id as one list, each row with its id', async () => {
  const pages = await pagesOf(sourceOf(threeGroups));
  expect(pages.flatMap(({ rows }) => rows)).toEqual([
    { of: 'a', row: 1 },
    { of: 'a', row: 2 },
    { of: 'a', row: 3 },
    { of: 'c', row: 4 },
  ]);
  expect(pages[pages.length - 1].nextLink).toBeNull();
});

it('goes on after any page, and never needs what came before', async () => {
  const source = sourceOf(threeGroups);
  const whole = await pagesOf(source);
  for (const [index, { nextLink }] of whole.slice(0, -1).entries()) {
    expect(await pagesOf(source, ids, nextLink!)).toEqual(
      whole.slice(index + 1),
    );
  }
});

it('has no rows of an id that Graph does not know as a group', async () => {
  const pages = await pagesOf(sourceOf({ a: [[1]], c: [[2]] }));
  expect(pages.map(({ rows }) => rows.length)).toEqual([1, 0, 1]);
});

it('is complete at once where there is nothing to ask for', async () => {
  const source = sourceOf({});
  expect(await pagesOf(source, [])).toMatchObject([
    { rows: [], nextLink: null },
  ]);
  expect(source.asked).toEqual([]);
});

it('starts again when the id to go on with is gone', async () => {
  await expect(pagesOf(sourceOf(threeGroups), ids, 'x 1')).rejects.toThrow(
    PageTokenExpiredError,
  );
});

it('fails with what Graph refuses', async () => {
  const source = sourceOf(threeGroups);
  source.before = () => {
    throw new GraphRequestError(
      403,
      'Authorization_RequestDenied',
      null,
      false,
    );
  };
  await expect(pagesOf(source)).rejects.toThrow('403');
});
