import { MemorySource } from '../__testUtils__/MemorySource';
import { roleGroupEligibility } from '../collectors/roleGroupEligibility';
import { roleGroupMembers } from '../collectors/roleGroupMembers';
import type { Collector } from '../collectors/types';
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

async function pagesOf(
  source: MemorySource,
  of = ids,
  startLink?: string,
  collector: Collector = roleGroupMembers as Collector,
) {
  const pages: Page[] = [];
  const read = readEach(
    source,
    collector,
    of,
    { signal, startLink },
    async some => new Set(some.filter(id => id.startsWith('person'))),
  );
  for await (const page of read) {
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

describe('where rows lead to more ids', () => {
  const eligible = (principalId: string, accessId = 'member') => ({
    id: `${principalId} ${accessId}`,
    principalId,
    accessId,
  });
  const eligibilityOf = (
    groups: Record<string, ReturnType<typeof eligible>[][]>,
  ) => {
    const source = new MemorySource();
    source.eachOf['role-group-eligibility'] = Object.fromEntries(
      Object.entries(groups).map(([id, pages]) => [`'${id}'`, pages]),
    );
    return source;
  };
  const read = (source: MemorySource, startLink?: string) =>
    pagesOf(source, ['a', 'b'], startLink, roleGroupEligibility as Collector);
  /** a < n1 < n2 < a, and b has an owner to be, who leads nowhere. */
  const nested = {
    a: [[eligible('person1')], [eligible('n1'), eligible('person2')]],
    b: [[eligible('n1'), eligible('n3', 'owner')]],
    n1: [[eligible('n2'), eligible('person3')]],
    n2: [[eligible('a')]],
  };

  it('reads those too, each once, but no person’s', async () => {
    const pages = await read(eligibilityOf(nested));
    const asked = pages.flatMap(({ rows }) =>
      rows.map(row => (row as { of: string }).of),
    );
    expect([...new Set(asked)]).toEqual(['a', 'b', 'n1', 'n2']);
    expect(asked).toHaveLength(8);
    expect(pages[pages.length - 1].nextLink).toBeNull();
  });

  it('goes on after any page with what was found before it', async () => {
    const whole = await read(eligibilityOf(nested));
    for (const [index, { nextLink }] of whole.slice(0, -1).entries()) {
      expect(await read(eligibilityOf(nested), nextLink!)).toEqual(
        whole.slice(index + 1),
      );
    }
  });

  it.each([
    [404, 'ResourceNotFound'],
    [400, 'BadRequest'],
  ])('keeps that an id is not known, by %i %s', async (status, code) => {
    const source = eligibilityOf({});
    source.before = () => {
      throw new GraphRequestError(status, code, null, false);
    };
    const pages = await read(source);
    expect(pages.map(({ rows }) => rows)).toEqual([
      [{ of: 'a', row: null }],
      [{ of: 'b', row: null }],
    ]);
  });

  it('does not take a missing licence for a group that is not known', async () => {
    const source = eligibilityOf({});
    source.before = () => {
      throw new GraphRequestError(400, 'AadPremiumLicenseRequired', null, true);
    };
    await expect(read(source)).rejects.toThrow('AadPremiumLicenseRequired');
  });
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
