import {
  reachPaths,
  type ReachedGroup,
  type ReachedService,
  type ReachPath,
  type Service,
  type ServiceGroup,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import {
  countServices,
  type ServiceGroupRow,
} from '../../store/read/reach/countServices';
import type { Reacher } from '../../store/read/reach/reachOf';
import { readOwners } from '../../store/read/reach/readOwners';
import type { SortedPlace } from '../../store/read/readSortedPage';
import {
  countServicesOf,
  readServices,
} from '../../store/read/reach/readServices';
import type { ServiceRow } from '../../store/read/reach/serviceQuery';
import type { SnapshotView } from '../../store/asOf/types';
import { nextCursor, placeOfCursor, type Place } from '../cursor';
import type { PeopleAccess, QueryOf, ReadContext } from '../types';
import { figuresFor } from './figuresFor';
import { hiddenOwners } from './hiddenOwners';
import { toOwnedEntity } from './toOwnedEntity';

type Query = Omit<QueryOf<'getServices'>, 'tenant'>;

/** Where a list of services goes on; null at its start. */
export function servicesPlace(query: Query): Place | null {
  return placeOfCursor(query, ['integer', 'text', 'text']);
}

/** One page of services, and with the first one, what there is of them. */
export interface ServicesPage<Item, Group> {
  items: Item[];
  totalItems?: number;
  groups?: Group[];
  pageInfo: { nextCursor: string | null };
}

/** Reads a page of all that is owned. */
export async function readServicesPage(
  context: ReadContext,
  view: SnapshotView,
  query: Query,
  access: PeopleAccess,
): Promise<ServicesPage<Service, ServiceGroup>> {
  const { items, groups, ...rest } = await read(context, view, {
    query,
    access,
    reacher: null,
  });
  return {
    ...rest,
    items: items.map(({ service }) => service),
    ...(groups && {
      groups: groups.map(({ path: _, ...group }) => group),
    }),
  };
}

/** Reads a page of what somebody reaches. */
export async function readReachedPage(
  context: ReadContext,
  view: SnapshotView,
  options: { query: Query; access: PeopleAccess; reacher: Reacher },
): Promise<ServicesPage<ReachedService, ReachedGroup>> {
  const { items, groups, ...rest } = await read(context, view, options);
  return {
    ...rest,
    items: items.map(({ service, path }) => ({
      ...service,
      through: toPath(path),
    })),
    ...(groups && {
      groups: groups.map(({ path, ...group }) => ({
        ...group,
        through: toPath(path),
      })),
    }),
  };
}

function toPath(path: number | null): ReachPath {
  return reachPaths[path ?? 0];
}

async function read(
  context: ReadContext,
  view: SnapshotView,
  options: { query: Query; access: PeopleAccess; reacher: Reacher | null },
): Promise<{
  items: { service: Service; path: ServiceRow['path'] }[];
  totalItems?: number;
  groups?: ServiceGroupRow[];
  pageInfo: { nextCursor: string | null };
}> {
  const { knex } = context;
  const { query, access, reacher } = options;
  const after = servicesPlace(query)?.after ?? null;
  const hidden = await hiddenOwners(context, view, access);
  const request = { ...query, reacher, hidden };
  const [{ rows, next }, totalItems] = await Promise.all([
    readServices(knex, view, request, {
      after: after as SortedPlace | null,
      limit: query.limit,
    }),
    query.count ? countServicesOf(knex, view, request) : undefined,
  ]);
  const sets = [...new Set(rows.map(row => row.owner_set))];
  const [owners, groups] = await Promise.all([
    readOwners(knex, view, sets),
    after ? undefined : countServices(knex, view, reacher),
  ]);
  const figureOf = await figuresFor(
    context,
    view,
    { rows, owners, hidden },
    access,
  );
  const refs = new Map<string, string[]>(sets.map(key => [key, []]));
  for (const { owner_set, ref } of owners) {
    refs.get(owner_set)?.push(ref);
  }
  return {
    items: rows.map(row => ({
      path: row.path,
      service: {
        ...toOwnedEntity(row),
        ownerRefs: refs.get(row.owner_set) ?? [],
        owners: figureOf(row),
      },
    })),
    ...(totalItems !== undefined && { totalItems }),
    ...(groups && { groups }),
    pageInfo: { nextCursor: nextCursor(query, view.snapshot, next) },
  };
}
