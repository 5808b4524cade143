import type { Entity } from '@backstage/catalog-model';
import { mockServices } from '@backstage/backend-test-utils';
import { ResponseError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { collectors, recordsOf } from '../collectors';
import type { DataSetId } from '../collectors/types';
import { PageTokenExpiredError } from '../graph/errors';
import { CatalogPageSource } from './CatalogPageSource';

const entity = (kind: string, name: string, rest: Partial<Entity> = {}) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, ...rest.metadata },
  spec: rest.spec,
  relations: rest.relations,
});

const people = Array.from({ length: 2_500 }, (_, i) =>
  entity('User', `user-${i}`, {
    metadata: {
      name: `user-${i}`,
      annotations: { 'graph.microsoft.com/user-id': `ID-${i}` },
    },
    spec: { profile: { displayName: `User ${i}`, email: `U${i}@Contoso.com` } },
    relations: [
      { type: 'memberOf', targetRef: 'group:default/b' },
      { type: 'memberOf', targetRef: 'group:default/a' },
      { type: 'ownerOf', targetRef: 'component:default/shop' },
    ],
  }),
);
const entities = [
  ...people,
  entity('Group', 'a', {
    metadata: { name: 'a', annotations: { 'entra-mfa/target': '92.5' } },
    spec: { type: 'team', profile: { displayName: 'Team A' } },
    relations: [{ type: 'childOf', targetRef: 'group:default/b' }],
  }),
  entity('Group', 'b', { metadata: { name: 'b', title: 'Unit B' } }),
  entity('Component', 'shop', {
    spec: { type: 'service', lifecycle: 'production' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/a' }],
  }),
  entity('Domain', 'sales', {
    relations: [{ type: 'ownedBy', targetRef: 'group:default/b' }],
  }),
  entity('Location', 'elsewhere', {
    relations: [{ type: 'ownedBy', targetRef: 'group:default/a' }],
  }),
];

describe('CatalogPageSource', () => {
  const catalog = catalogServiceMock({ entities });
  const sleeps: number[] = [];
  const clock = {
    now: () => new Date(),
    sleep: async (milliseconds: number) => {
      sleeps.push(milliseconds);
    },
  };
  const sourceOf = (from: Pick<CatalogService, 'queryEntities'>) =>
    new CatalogPageSource(from, mockServices.auth(), clock);
  const source = sourceOf(catalog);

  async function read(id: DataSetId, startLink?: string, from = source) {
    const collector = collectors.find(one => one.id === id)!;
    const pages = [];
    const { signal } = new AbortController();
    for await (const page of from.read(collector, { signal, startLink })) {
      pages.push(page);
    }
    const rows = pages.flatMap(page => page.rows);
    return { pages, records: recordsOf(collector, rows) };
  }

  it('reads every user once, in whole pages', async () => {
    const { pages, records } = await read('catalog-users');
    expect(pages.map(({ rows }) => rows.length)).toEqual([1000, 1000, 500]);
    expect(new Set(records.map(({ key }) => key)).size).toBe(2_500);
    expect(records).toContainEqual({
      key: 'user:default/user-7',
      body: {
        displayName: 'User 7',
        objectId: 'id-7',
        email: 'u7@contoso.com',
      },
    });
  });

  it('goes on where it stopped', async () => {
    const { pages } = await read('catalog-users');
    const rest = await read('catalog-users', pages[0].nextLink!);
    expect(rest.records).toHaveLength(1_500);
  });

  it('reads teams with their parent and target', async () => {
    const { records } = await read('catalog-groups');
    expect(records).toEqual([
      {
        key: 'group:default/a',
        body: { title: 'Team A', parentRef: 'group:default/b', target: '92.5' },
      },
      {
        key: 'group:default/b',
        body: { title: 'Unit B', parentRef: null, target: null },
      },
    ]);
  });

  it('reads memberships, in a stable order', async () => {
    const { records } = await read('catalog-memberships');
    expect(records).toHaveLength(5_000);
    expect(records.slice(0, 2).map(({ key }) => key)).toEqual([
      'user:default/user-0|group:default/a',
      'user:default/user-0|group:default/b',
    ]);
  });

  it('reads who owns what, of the kinds that are owned', async () => {
    const { records } = await read('catalog-ownership');
    expect(records).toEqual([
      {
        key: 'group:default/a|component:default/shop',
        body: {
          ownerRef: 'group:default/a',
          entityRef: 'component:default/shop',
          type: 'service',
          lifecycle: 'production',
        },
      },
      {
        key: 'group:default/b|domain:default/sales',
        body: {
          ownerRef: 'group:default/b',
          entityRef: 'domain:default/sales',
          type: null,
          lifecycle: null,
        },
      },
    ]);
  });

  const refusal = (status: number) =>
    ResponseError.fromResponse(new Response('{}', { status }));

  it.each([
    ['503', async () => refusal(503)],
    ['404', async () => refusal(404)],
    ['no answer', async () => new TypeError('fetch failed')],
  ])('waits for a catalog that starts later: %s', async (_, fault) => {
    const error = await fault();
    let faults = 0;
    const late = sourceOf({
      queryEntities: async (...request) => {
        if (faults++ < 3) {
          throw error;
        }
        return catalog.queryEntities(...request);
      },
    });
    const { pages } = await read('catalog-groups', undefined, late);
    expect(pages).toMatchObject([{ calls: 4, rows: { length: 2 } }]);
  });

  it('does not ask again when it may not ask', async () => {
    const error = await refusal(403);
    const queryEntities = jest.fn().mockRejectedValue(error);
    await expect(
      read('catalog-groups', undefined, sourceOf({ queryEntities })),
    ).rejects.toBe(error);
    expect(queryEntities).toHaveBeenCalledTimes(1);
  });

  it('starts over when a cursor is from another version of the catalog', async () => {
    const queryEntities = jest.fn().mockRejectedValue(await refusal(400));
    await expect(
      read('catalog-groups', 'an-old-cursor', sourceOf({ queryEntities })),
    ).rejects.toThrow(PageTokenExpiredError);
    expect(queryEntities).toHaveBeenCalledTimes(1);
  });

  it('stops also while the catalog does not answer', async () => {
    const stop = new AbortController();
    const hanging = sourceOf({
      queryEntities: () => {
        setImmediate(() => stop.abort(new Error('stopped')));
        return new Promise(() => {});
      },
    });
    const [collector] = collectors.filter(({ id }) => id === 'catalog-users');
    const pages = hanging.read(collector, { signal: stop.signal });
    await expect(pages[Symbol.asyncIterator]().next()).rejects.toThrow(
      'stopped',
    );
  });

  it('stops when the run is stopped', async () => {
    const stop = new AbortController();
    stop.abort(new Error('stopped'));
    const [, , users] = collectors;
    const pages = source.read(users, { signal: stop.signal });
    await expect(pages[Symbol.asyncIterator]().next()).rejects.toThrow(
      'stopped',
    );
  });
});
